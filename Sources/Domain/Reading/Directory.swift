/// A person of the workspace.
public struct Person: Sendable, Equatable {
  /// The permanent id; the handle may change.
  public var id: EntityID
  /// Unique, as typed after `@`, without it.
  public var handle: String
  /// The full name; empty when only the handle is known.
  public var name: String
  /// One e-mail address, as typed; nil when unknown.
  public var email: String?
  /// An IANA zone name: `Europe/Copenhagen`.
  public var zone: String?
  /// Handles of the person's teams, sorted.
  public var teams: [String]

  /// A person.
  public init(
    id: EntityID, handle: String, name: String, email: String? = nil, zone: String? = nil,
    teams: [String] = []
  ) {
    self.id = id
    self.handle = handle
    self.name = name
    self.email = email
    self.zone = zone
    self.teams = teams
  }
}

/// A team of people.
public struct Team: Sendable, Equatable {
  /// The permanent id; the handle may change.
  public var id: EntityID
  /// Unique among teams, whatever its case; what `team:` looks for.
  public var handle: String
  /// The name in full; may be empty.
  public var name: String
  /// Handles of its people, sorted.
  public var members: [String]
  /// Handles of the services it owns, sorted.
  public var services: [String]

  /// A team.
  public init(
    id: EntityID, handle: String, name: String, members: [String] = [], services: [String] = []
  ) {
    self.id = id
    self.handle = handle
    self.name = name
    self.members = members
    self.services = services
  }
}

/// An app or component that a team owns.
public struct Service: Sendable, Equatable {
  /// The permanent id; the handle may change.
  public var id: EntityID
  /// Unique among services, whatever its case; what `service:` looks for.
  public var handle: String
  /// The name in full; may be empty.
  public var name: String
  /// The handle of the owning team.
  public var team: String?
  /// The handle of the person who answers for it in the team; nil when nobody does.
  public var owner: String?
  /// The handle of the escalation policy its pages follow; nil for that of the team.
  public var policy: String?

  /// A service.
  public init(
    id: EntityID, handle: String, name: String, team: String? = nil, owner: String? = nil,
    policy: String? = nil
  ) {
    self.id = id
    self.handle = handle
    self.name = name
    self.team = team
    self.owner = owner
    self.policy = policy
  }
}

/// A stream of issues with a key prefix.
public struct Project: Sendable, Equatable {
  /// The permanent id; the prefix may change.
  public var id: EntityID
  /// What the keys of its issues begin with: the `API` of `API-42`.
  public var prefix: String
  /// The name in full; may be empty.
  public var name: String
  /// The handle of the team that runs it.
  public var team: String?
  /// Its issues that are open.
  public var openCount: Int

  /// A project.
  public init(
    id: EntityID, prefix: String, name: String, team: String? = nil, openCount: Int = 0
  ) {
    self.id = id
    self.prefix = prefix
    self.name = name
    self.team = team
    self.openCount = openCount
  }
}

/// A saved query with a name.
public struct SavedView: Sendable, Equatable {
  /// The permanent id; name and query may change.
  public var id: EntityID
  /// What the top line of the screen shows; never empty.
  public var name: String
  /// The query as typed.
  public var query: String
  /// Views are listed by position, then name.
  public var position: Int

  /// A view.
  public init(id: EntityID, name: String, query: String, position: Int) {
    self.id = id
    self.name = name
    self.query = query
    self.position = position
  }
}
