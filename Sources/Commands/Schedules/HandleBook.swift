internal import Domain

/// Ids for the people and teams of a schedule file that no workspace knows, as they come up.
///
/// The same file always gives the same ids, those of later parts being greater.
final class HandleBook {
  private let zones: ZoneShelf
  private var people: [String: EntityID] = [:]
  private var teams: [String: EntityID] = [:]
  private var handles: [EntityID: String] = [:]
  private var parts: [EntityID: ScheduleFile.Part] = [:]
  private var layers: [String: EntityID] = [:]
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
    let id = next()
    self[keyPath: book][key] = id
    handles[id] = handle
    return id
  }

  private func id(of part: ScheduleFile.Part) -> EntityID {
    if case .layer(let name) = part, let id = layers[name] { return id }
    let id = next()
    parts[id] = part
    if case .layer(let name) = part { layers[name] = id }
    return id
  }

  private func next() -> EntityID {
    count += 1
    return EntityID(high: 0, low: count)
  }
}
