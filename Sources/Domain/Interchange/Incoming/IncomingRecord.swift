/// One thing that a file brings, whatever the file's format.
///
/// People, teams, services, projects, labels, milestones and issues are named
/// as the file names them; finding or making the entities is the importer's part.
public enum IncomingRecord: Sendable, Equatable {
  case workspace(name: String)
  case person(IncomingPerson)
  case team(IncomingTeam)
  case service(IncomingService)
  case project(IncomingProject)
  case label(IncomingLabel)
  case milestone(IncomingMilestone)
  case view(IncomingView)
  case watch(IncomingWatch)
  case issue(IncomingIssue)

  /// The line of the file on which it begins; 0 when that is not known.
  public var line: Int {
    switch self {
    case .workspace: 1
    case .person(let person): person.line
    case .team(let team): team.line
    case .service(let service): service.line
    case .project(let project): project.line
    case .label(let label): label.line
    case .milestone(let milestone): milestone.line
    case .view(let view): view.line
    case .watch(let watch): watch.line
    case .issue(let issue): issue.line
    }
  }
}

/// A person as a file names them.
public struct IncomingPerson: Sendable, Equatable {
  /// The line of the file on which it begins.
  public var line = 0
  /// Known only in our own format.
  public var id: EntityID?
  /// The short name by which everything refers to the person.
  public var handle = ""
  /// What people call the person.
  public var name = ""
  /// An e-mail address.
  public var email: String?
  /// An IANA time zone.
  public var zone: String?
  /// When it was made; nil when the file does not say.
  public var created: Instant?
  /// Where the person lives in another system, with every field we do not model.
  public var foreign: Foreign?

  /// A person of whom nothing is known yet.
  public init() {}
}

/// A team as a file names it.
public struct IncomingTeam: Sendable, Equatable {
  /// The line of the file on which it begins.
  public var line = 0
  /// Known only in our own format.
  public var id: EntityID?
  /// The short name by which everything refers to the team.
  public var handle = ""
  /// What people call the team.
  public var name = ""
  /// Handles.
  public var members: [String] = []
  /// When it was made; nil when the file does not say.
  public var created: Instant?

  /// A team of which nothing is known yet.
  public init() {}
}

/// A service as a file names it.
public struct IncomingService: Sendable, Equatable {
  /// The line of the file on which it begins.
  public var line = 0
  /// Known only in our own format.
  public var id: EntityID?
  /// The short name by which everything refers to the service.
  public var handle = ""
  /// What people call the service.
  public var name = ""
  /// The owning team's handle.
  public var team: String?
  /// The handle of the person who answers for it in the team.
  public var owner: String?
  /// The handle of the escalation policy its pages follow.
  public var policy: String?
  /// When it was made; nil when the file does not say.
  public var created: Instant?

  /// A service of which nothing is known yet.
  public init() {}
}

/// A project as a file names it.
public struct IncomingProject: Sendable, Equatable {
  /// The line of the file on which it begins.
  public var line = 0
  /// Known only in our own format.
  public var id: EntityID?
  /// What the keys of its issues begin with.
  public var prefix = ""
  /// What people call the project.
  public var name = ""
  /// The team's handle.
  public var team: String?
  /// The number the next issue gets.
  public var next: Int?
  /// When it was made; nil when the file does not say.
  public var created: Instant?

  /// What `next` can be: one past the last when a project has no number left.
  public static let nextNumbers = 1...IssueKey.numbers.upperBound + 1

  /// A project of which nothing is known yet.
  public init() {}
}

/// A label as a file names it, by itself or on an issue.
public struct IncomingLabel: Sendable, Equatable {
  /// The line of the file on which it begins.
  public var line = 0
  /// Known only in our own format.
  public var id: EntityID?
  /// The project's prefix; nil for the project the file is imported into.
  public var project: String?
  /// What people call the label.
  public var name = ""
  /// Six hexadecimal digits; nil when the file does not say.
  public var color: String?
  /// What it is for.
  public var description: String?
  /// When it was made; nil when the file does not say.
  public var created: Instant?

  /// A label of a name.
  public init(name: String = "", color: String? = nil, description: String? = nil) {
    self.name = name
    self.color = color
    self.description = description
  }
}

/// A milestone as a file names it.
public struct IncomingMilestone: Sendable, Equatable {
  /// The line of the file on which it begins.
  public var line = 0
  /// Known only in our own format.
  public var id: EntityID?
  /// The project's prefix; nil for the project the file is imported into.
  public var project: String?
  /// What it is called; unique in its project.
  public var title = ""
  /// When it is to be reached.
  public var due: CivilDate?
  /// When it was made; nil when the file does not say.
  public var created: Instant?

  /// A milestone of which nothing is known yet.
  public init() {}
}

/// A saved query as a file names it.
public struct IncomingView: Sendable, Equatable {
  /// The line of the file on which it begins.
  public var line = 0
  /// Known only in our own format.
  public var id: EntityID?
  /// What people call the view.
  public var name = ""
  /// The query, in our language.
  public var query = ""
  /// Where it stands among the views.
  public var position: Int?
  /// When it was made; nil when the file does not say.
  public var created: Instant?

  /// A view of which nothing is known yet.
  public init() {}
}
