/// One row of a list of issues: what a list shows, without bodies and comments.
public struct IssueSummary: Sendable, Equatable {
  public var id: EntityID
  public var key: IssueKey
  public var kind: IssueKind
  /// The first `titleLimit` characters of the title.
  public var title: String
  public var status: Status
  public var priority: Priority
  public var author: String?
  public var owner: String?
  /// Handles, sorted.
  public var assignees: [String]
  /// Sorted by name.
  public var labels: [Label]
  public var service: String?
  public var milestone: String?
  public var due: CivilDate?
  public var createdAt: Instant
  public var updatedAt: Instant
  public var closedAt: Instant?
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
