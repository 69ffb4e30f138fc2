/// One issue as people read it: every field, with people, labels and projects by name.
///
/// This is the value that lists, details, exports and the query evaluator work
/// on. It is read from the store; it is changed only through operations.
public struct Issue: Sendable, Equatable {
  /// The permanent id, by which the journal names it.
  public var id: EntityID
  /// What people call it, unique in the workspace.
  public var key: IssueKey
  /// Work to do, or a pull that an import brought.
  public var kind: IssueKind
  /// As it came: it may hold any character (see the cleaner in Canvas).
  public var title: String
  /// GitHub-flavoured Markdown, as it came.
  public var body: String
  /// How far the work has come; the status alone says whether it is open.
  public var status: Status
  /// How soon it matters; `none` until somebody says so.
  public var priority: Priority
  /// The handle of who opened it; nil when the source did not say.
  public var author: String?
  /// The handle of the one accountable person.
  public var owner: String?
  /// Handles of those who help, sorted.
  public var assignees: [String]
  /// Labels, sorted by name.
  public var labels: [Label]
  /// Handles of those who follow it, sorted.
  public var watchers: [String]
  /// The handle of the service it concerns.
  public var service: String?
  /// The title of its milestone.
  public var milestone: String?
  /// The last day on which it is in time, in no particular zone; nil when there is none.
  public var due: CivilDate?
  /// Where the work can be seen, a URL.
  public var demo: String?
  /// Keys of the issues that wait for this one, sorted.
  public var blocks: [IssueKey]
  /// Keys of the issues this one waits for, sorted; their `blocks` read backwards.
  public var blockedBy: [IssueKey]
  /// Keys this issue names as related, sorted; the other side does not list it.
  public var relates: [IssueKey]
  /// Keys of the issues this one repeats, sorted; the other side does not list it.
  public var duplicates: [IssueKey]
  /// When it was opened; imports keep the time of the source.
  public var createdAt: Instant
  /// When one of its fields or comments last changed.
  public var updatedAt: Instant
  /// When it last left the open states; nil while it is open.
  public var closedAt: Instant?
  /// The handle of who closed it; nil while open, or unknown.
  public var closedBy: String?
  /// Comments that are not redacted.
  public var commentCount: Int
  /// Where it came from; nil when it was opened here.
  public var foreign: Foreign?

  /// A new issue, open in triage with nothing else said.
  public init(
    id: EntityID, key: IssueKey, kind: IssueKind = .issue, title: String, body: String = "",
    status: Status = .triage, priority: Priority = .none, author: String? = nil,
    owner: String? = nil, assignees: [String] = [], labels: [Label] = [],
    watchers: [String] = [], service: String? = nil, milestone: String? = nil,
    due: CivilDate? = nil, demo: String? = nil, blocks: [IssueKey] = [],
    blockedBy: [IssueKey] = [], relates: [IssueKey] = [], duplicates: [IssueKey] = [],
    createdAt: Instant, updatedAt: Instant, closedAt: Instant? = nil, closedBy: String? = nil,
    commentCount: Int = 0, foreign: Foreign? = nil
  ) {
    self.id = id
    self.key = key
    self.kind = kind
    self.title = title
    self.body = body
    self.status = status
    self.priority = priority
    self.author = author
    self.owner = owner
    self.assignees = assignees
    self.labels = labels
    self.watchers = watchers
    self.service = service
    self.milestone = milestone
    self.due = due
    self.demo = demo
    self.blocks = blocks
    self.blockedBy = blockedBy
    self.relates = relates
    self.duplicates = duplicates
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.closedAt = closedAt
    self.closedBy = closedBy
    self.commentCount = commentCount
    self.foreign = foreign
  }
}

/// What kind of thing stands in the list: work to do, or a change under review elsewhere.
public enum IssueKind: Int, Sendable, CaseIterable {
  case issue, pull

  /// The word people type and read.
  public var name: String { self == .issue ? "issue" : "pull" }

  /// A kind from its word; `pr` is GitHub's word for a pull.
  public init?(name: some StringProtocol) {
    switch name.lowercased() {
    case "issue": self = .issue
    case "pull", "pr": self = .pull
    default: return nil
    }
  }
}

/// A label's name and colour.
public struct Label: Sendable, Hashable {
  /// Unique within a project, whatever its case.
  public var name: String
  /// Six hexadecimal digits without a `#`; empty when nobody chose one.
  public var color: String

  /// A label.
  public init(name: String, color: String = "") {
    self.name = name
    self.color = color
  }
}

/// Where an entity lives in another system.
public struct Foreign: Sendable, Equatable {
  /// The system's name: `github`.
  public var system: String
  /// Immutable there, unique together with the system.
  public var id: String
  /// Where people see it; empty when unknown.
  public var url: String
  /// The fields we do not model, as one JSON object, byte for byte; empty when there are none.
  public var extra: String

  /// A place in another system.
  public init(system: String, id: String, url: String = "", extra: String = "") {
    self.system = system
    self.id = id
    self.url = url
    self.extra = extra
  }

  /// The system of what is at home here and only keeps members we do not model.
  public static let own = "watchbill"

  /// The system of what only a file holds, and that by no name.
  public static let file = "file"

  /// Whether it names a thing of another system, so that the thing is known by it.
  public var isElsewhere: Bool { !id.isEmpty && system != Foreign.own }
}
