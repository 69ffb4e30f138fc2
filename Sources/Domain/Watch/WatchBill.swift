/// Who stands which watch: everything a workspace knows of ownership, on-call, pages, handoffs
/// and updates, as one value.
///
/// It is small at any number of issues, so it is read whole. Screens draw from it, commands
/// print it, and `plan(_:by:at:newID:)` says what a verb would write; all without a store.
public struct WatchBill: Sendable, Equatable {
  /// The people, by handle.
  public var people: [Person] = []
  /// The teams, by handle.
  public var teams: [Team] = []
  /// The services, by handle.
  public var services: [Service] = []
  /// The schedules with their overrides, by name.
  public var schedules: [Schedule] = []
  /// Requests to be covered that are open, and those of the last 13 weeks.
  public var covers: [CoverRequest] = []
  /// Shifts offered as a gift or a swap, likewise.
  public var offers: [ShiftOffer] = []
  /// When people are away, from 13 weeks ago on, by start.
  public var absences: [Absence] = []
  /// The newest version of each escalation policy, with its handle, by handle.
  public var policies: [NamedPolicy] = []
  /// Maintenance windows that have not ended 13 weeks ago, by start.
  public var maintenance: [MaintenanceWindow] = []
  /// Pages that are open, and those of the last 13 weeks, newest first.
  public var pages: [Page] = []
  /// Handoffs that are not over, and those of the last 13 weeks, newest first.
  public var handoffs: [Handoff] = []
  /// What teams are asked, by team.
  public var prompts: [Prompt] = []
  /// Updates of the last 5 weeks, newest period first.
  public var updates: [Update] = []
  /// What blocks people, open or cleared in the last 5 weeks.
  public var blockers: [Blocker] = []
  /// Inbox marks of whoever acts.
  public var marks = InboxMarks()
  /// Issues that handoffs are about, and the one a verb is about, by id.
  public var issues: [EntityID: IssueFacts] = [:]
  /// People who left, by id: history names them, and shifts before they went were theirs.
  public var gone: [EntityID: Departure] = [:]
  /// The zones that anything here names.
  public var zones = ZoneCatalog()
  /// The moment it stands at; nil before it was caught up to one.
  public internal(set) var moment: Instant?

  /// An empty bill.
  public init() {}

  /// What a handoff needs to know of an issue.
  public struct IssueFacts: Sendable, Equatable {
    /// Its key and title.
    public var title: IssueTitle
    /// Its owner; nil when nobody owns it.
    public var owner: EntityID?

    /// Facts of an issue.
    public init(title: IssueTitle, owner: EntityID?) {
      self.title = title
      self.owner = owner
    }
  }

  /// Somebody who is no longer among the people.
  public struct Departure: Sendable, Equatable {
    /// What people typed for them.
    public var handle: String
    /// Since when.
    public var at: Instant

    /// A departure.
    public init(handle: String, at: Instant) {
      self.handle = handle
      self.at = at
    }
  }

  /// An escalation policy under the handle people know it by.
  public struct NamedPolicy: Sendable, Equatable {
    /// Unique among policies.
    public var handle: String
    /// The newest version.
    public var policy: EscalationPolicy

    /// A policy with its handle.
    public init(handle: String, policy: EscalationPolicy) {
      self.handle = handle
      self.policy = policy
    }
  }
}

extension WatchBill {
  /// The IANA names of all zones that anything here needs.
  public var zoneNames: Set<String> {
    var names = Set(people.compactMap(\.zone))
    for schedule in schedules { names.formUnion(schedule.zoneNames) }
    return names
  }

  /// A person by id.
  public func person(_ id: EntityID) -> Person? { people.first { $0.id == id } }

  /// People who cannot be told of anything: nobody knows an address of theirs.
  public var unreachable: Set<EntityID> {
    Set(people.filter { ($0.email ?? "").trimmed.isEmpty }.map(\.id))
  }

  /// A team by id.
  public func team(_ id: EntityID) -> Team? { teams.first { $0.id == id } }

  /// A team by handle, whatever its case.
  public func team(named handle: String) -> Team? {
    teams.first { $0.handle.lowercased() == handle.lowercased() }
  }

  /// A service by id.
  public func service(_ id: EntityID) -> Service? { services.first { $0.id == id } }

  /// A schedule by id.
  public func schedule(_ id: EntityID) -> Schedule? { schedules.first { $0.id == id } }

  /// The ids of the teams a person is in.
  public func teams(of person: EntityID) -> Set<EntityID> {
    guard let person = self.person(person) else { return [] }
    return Set(person.teams.compactMap { team(named: $0)?.id })
  }

  /// The people of a team, by handle.
  public func members(of team: EntityID) -> [Person] {
    guard let handle = self.team(team)?.handle else { return [] }
    return people.filter { $0.teams.contains(handle) }
  }

  /// The services a team owns, by handle.
  public func services(of team: EntityID) -> [Service] {
    guard let handle = self.team(team)?.handle else { return [] }
    return services.filter { $0.team == handle }
  }

  /// The schedules of a team: the primary one first, then by name.
  public func schedules(of team: EntityID) -> [Schedule] {
    schedules.filter { $0.team == team }.sorted {
      ($0.role != "primary" ? 1 : 0, $0.name) < ($1.role != "primary" ? 1 : 0, $1.name)
    }
  }

  /// Who acts, with the teams they speak for.
  public func actor(_ person: EntityID) -> Handoff.Actor {
    Handoff.Actor(person, teams: teams(of: person))
  }

  /// Names and a clock for texts, as this person is to read them; UTC for nobody.
  public func wording(for reader: EntityID?) -> Wording {
    let people = Dictionary(
      people.map { ($0.id, $0.handle) } + gone.map { ($0.key, $0.value.handle) },
      uniquingKeysWith: { first, _ in first })
    var things = Dictionary(
      teams.map { ($0.id, $0.handle) }, uniquingKeysWith: { first, _ in first })
    for service in services { things[service.id] = service.handle }
    for schedule in schedules { things[schedule.id] = schedule.name }
    let clock = clock(of: reader)
    return Wording(
      clock: clock, year: moment.map { clock.reading($0).date.year },
      person: { [people] in people[$0] },
      thing: { [things] in things[$0] })
  }

  /// The clock of a person: their own zone, else UTC.
  public func clock(of person: EntityID?) -> WallClock {
    person.flatMap { self.person($0)?.zone }.flatMap { try? zones.zone($0) }.map(WallClock.init)
      ?? .utc
  }

  /// The clock of a team: that of its first schedule, else of its first member.
  public func clock(ofTeam team: EntityID) -> WallClock {
    let zone =
      schedules(of: team).first?.zone ?? members(of: team).compactMap(\.zone).first ?? "UTC"
    return (try? zones.zone(zone)).map(WallClock.init) ?? .utc
  }
}

extension WallClock {
  /// The clocks of a zone; a repeated time is its first reading, a skipped one the end of the gap.
  public init(_ zone: Zone) {
    self.init(
      name: zone.name,
      reading: { instant in
        let local = zone.local(instant)
        return (local.date, local.time.seconds / 60)
      },
      instant: { date, minute in
        zone.first(of: LocalTime(seconds: Int64(date.daysSinceEpoch) * 86_400 + Int64(minute) * 60))
      })
  }
}
