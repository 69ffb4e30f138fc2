internal import Domain

/// Ids for the people and teams of a schedule file that no workspace knows.
///
/// They are made of the names, so that shifts in a calendar are told apart between schedules, and
/// are the same again when the file has changed elsewhere. Parts without a name are counted within
/// their schedule, those of later parts being greater.
final class HandleBook {
  private let zones: ZoneShelf
  private var people: [String: EntityID] = [:]
  private var teams: [String: EntityID] = [:]
  private var handles: [EntityID: String] = [:]
  private var parts: [EntityID: ScheduleFile.Part] = [:]
  private var schedule = ""
  private var count: UInt64 = 0

  init(zones: ZoneShelf) {
    self.zones = zones
  }

  /// A world in which everybody is known.
  var world: ScheduleWorld {
    ScheduleWorld(
      person: { self.id(of: $0, in: \.people) }, team: { self.id(of: $0, in: \.teams) },
      id: id, zone: zones.zone)
  }

  /// The handle of a person or a team, as it was written first.
  func handle(of id: EntityID) -> String? { handles[id] }

  /// The part of the file that got an id here.
  func part(of id: EntityID) -> ScheduleFile.Part? { parts[id] }

  private func id(
    of handle: String, in book: ReferenceWritableKeyPath<HandleBook, [String: EntityID]>
  ) -> EntityID {
    let key = handle.lowercased()
    if let id = self[keyPath: book][key] { return id }
    let id = EntityID(named: [book == \.people ? "person" : "team", key])
    self[keyPath: book][key] = id
    handles[id] = handle
    return id
  }

  private func id(of part: ScheduleFile.Part) -> EntityID {
    let id: EntityID
    switch part {
    case .schedule(let handle):
      schedule = handle.lowercased()
      id = EntityID(named: ["schedule", schedule])
    case .layer(let name):
      id = EntityID(named: ["layer", schedule, name])
    case .override, .absence, .fixedPlan:
      count += 1
      id = EntityID(high: EntityID(named: ["part", schedule]).high, low: count)
    }
    parts[id] = part
    return id
  }
}

extension EntityID {
  /// The id that these words always have: two FNV-1a hashes of them, from either end.
  fileprivate init(named words: [String]) {
    let bytes: [UInt8] = Array(words.joined(separator: "\n").utf8)
    func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
      bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 }
    }
    self.init(high: hash(bytes), low: hash(bytes.reversed()))
  }
}
