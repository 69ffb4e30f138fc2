/// Who is on call for something: layers of rotations, what was changed about them, what happened.
///
/// A schedule is a value. `Resolver` answers who is on call when; nothing here
/// is rewritten by an override, and no version reaches back before it begins.
public struct Schedule: Sendable, Equatable, Codable {
  /// The permanent id.
  public var id: EntityID
  /// What people call it: `API primary`.
  public var name: String
  /// What its people are to the team: `primary`, `secondary`; may be empty.
  public var role: String
  /// The team it belongs to.
  public var team: EntityID?
  /// The IANA name of the zone in which it is drawn and explained; rotations name their own.
  public var zone: String
  /// When somebody has to be on call: these windows, or always when there are none.
  public var target: [Window]
  /// The plan, as it was and will be: each version holds from its start to that of the next.
  public var versions: [Version]
  /// What people changed for a time, laid over the plan.
  public var overrides: [Override]
  /// Times planned by hand, which beat everything else.
  public var fixedPlans: [FixedPlan]
  /// What really happened, up to its closing time.
  public var ledger: Ledger

  /// One state of the plan.
  public struct Version: Sendable, Equatable, Codable {
    /// When it begins to hold; nil for one that always did.
    public var effectiveFrom: Instant?
    /// Its layers; the order decides who is named first.
    public var layers: [Layer]

    /// A version.
    public init(effectiveFrom: Instant? = nil, layers: [Layer]) {
      self.effectiveFrom = effectiveFrom
      self.layers = layers
    }

    var start: Instant { max(effectiveFrom ?? .distantPast, .distantPast) }
  }

  /// A schedule.
  public init(
    id: EntityID, name: String, role: String = "", team: EntityID? = nil, zone: String,
    target: [Window] = [], versions: [Version], overrides: [Override] = [],
    fixedPlans: [FixedPlan] = [], ledger: Ledger = Ledger()
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.team = team
    self.zone = zone
    self.target = target
    self.versions = versions
    self.overrides = overrides
    self.fixedPlans = fixedPlans
    self.ledger = ledger
  }

  /// The version that holds at an instant: of those that have begun, the last.
  public func version(at instant: Instant) -> Version? {
    versions.filter { $0.start <= instant }.max { $0.start < $1.start }
  }

  /// The zones it needs, by IANA name, for whoever reads them from disk.
  public var zoneNames: Set<String> {
    var names: Set<String> = [zone]
    names.formUnion(target.map(\.zone))
    for layer in versions.flatMap(\.layers) { names.formUnion(layer.zoneNames) }
    return names
  }
}

/// One source of people: a rotation, fixed people or single shifts, perhaps only in some windows.
public struct Layer: Sendable, Equatable, Codable {
  /// Permanent across versions, so that a turn keeps its name when the plan is edited.
  public var id: EntityID
  /// What people call it: `Nights`.
  public var name: String
  /// The highest that has anybody wins; layers of one priority are united.
  public var priority: Int
  /// Whether its people only watch and learn: they get copies and never count as cover.
  public var isShadow: Bool
  /// When it counts; always when there are none.
  public var windows: [Window]
  /// Where its people come from.
  public var source: Source

  /// Where the people of a layer come from.
  public enum Source: Sendable, Equatable, Codable {
    /// Always these.
    case people([EntityID])
    case rotation(Rotation)
    /// Single shifts, written one by one.
    case shifts([SingleShift])
    /// An imported calendar; nothing of it is changed here.
    case calendar(ImportedCalendar)
  }

  /// A layer.
  public init(
    id: EntityID, name: String, priority: Int = 0, isShadow: Bool = false, windows: [Window] = [],
    source: Source
  ) {
    self.id = id
    self.name = name
    self.priority = priority
    self.isShadow = isShadow
    self.windows = windows
    self.source = source
  }

  var zoneNames: Set<String> {
    var names = Set(windows.map(\.zone))
    switch source {
    case .rotation(let rotation): names.insert(rotation.zone)
    case .calendar(let calendar): names.formUnion(calendar.zoneNames)
    case .people, .shifts: break
    }
    return names
  }
}

/// A shift that stands by itself, without a rotation.
public struct SingleShift: Sendable, Hashable, Codable {
  /// Who serve together.
  public var people: [EntityID]
  /// From when until when.
  public var period: Period

  /// A shift of these people.
  public init(_ people: [EntityID], _ period: Period) {
    self.people = people
    self.period = period
  }
}
