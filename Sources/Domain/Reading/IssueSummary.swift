/// One row of a list of issues: what a list shows, without bodies and comments.
public struct IssueSummary: Sendable, Equatable {
  /// The permanent id, by which verbs name it.
  public var id: EntityID
  /// What people call it, unique in the workspace.
  public var key: IssueKey
  /// Work to do, or a pull that an import brought.
  public var kind: IssueKind
  /// The first `titleLimit` characters of the title.
  public var title: String
  /// How far the work has come; the status alone says whether it is open.
  public var status: Status
  /// How soon it matters; `none` until somebody says so.
  public var priority: Priority
  /// The handle of who opened it; nil when the source did not say.
  public var author: String?
  /// The handle of the one accountable person; nil when nobody is.
  public var owner: String?
  /// Handles, sorted.
  public var assignees: [String]
  /// Sorted by name.
  public var labels: [Label]
  /// The handle of the service it concerns; nil for none.
  public var service: String?
  /// The title of its milestone; nil for none.
  public var milestone: String?
  /// The last day on which it is in time, in no particular zone; nil for none.
  public var due: CivilDate?
  /// When it was opened; imports keep the time of the source.
  public var createdAt: Instant
  /// When one of its fields or comments last changed.
  public var updatedAt: Instant
  /// When it last left the open states; nil while it is open.
  public var closedAt: Instant?
  /// Comments that are neither redacted nor deleted.
  public var commentCount: Int
  /// Where the row stands in its list, for asking for the rows around it.
  public var cursor: IssueCursor

  /// Lists cut longer titles; the detail shows them whole.
  public static let titleLimit = 500

  /// A row of a list.
  public init(
    id: EntityID, key: IssueKey, kind: IssueKind = .issue, title: String,
    status: Status = .triage, priority: Priority = .none, author: String? = nil,
    owner: String? = nil, assignees: [String] = [], labels: [Label] = [],
    service: String? = nil, milestone: String? = nil, due: CivilDate? = nil,
    createdAt: Instant, updatedAt: Instant, closedAt: Instant? = nil, commentCount: Int = 0,
    cursor: IssueCursor
  ) {
    self.id = id
    self.key = key
    self.kind = kind
    self.title = title
    self.status = status
    self.priority = priority
    self.author = author
    self.owner = owner
    self.assignees = assignees
    self.labels = labels
    self.service = service
    self.milestone = milestone
    self.due = due
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.closedAt = closedAt
    self.commentCount = commentCount
    self.cursor = cursor
  }
}

/// A place in a sorted list: the sort's values of one row, then its row number as the tie-break.
public struct IssueCursor: Sendable, Hashable {
  /// The values the list is sorted by, in order; `row` comes last.
  public var values: [Value]
  /// The store's row number, unique.
  public var row: Int64

  /// A place in a list.
  public init(values: [Value], row: Int64) {
    self.values = values
    self.row = row
  }
}
