extension IncomingIssue {
  /// An issue of ours in the shape that files hold, so that one writer serves both.
  public init(_ issue: Issue, comments: [Comment] = []) {
    id = issue.id
    prefix = issue.key.prefix
    number = issue.key.number
    kind = issue.kind
    title = issue.title
    body = issue.body
    status = issue.status
    priority = issue.priority
    author = issue.author
    owner = issue.owner
    assignees = issue.assignees
    labels = issue.labels.map { IncomingLabel(name: $0.name, color: $0.color) }
    watchers = issue.watchers
    service = issue.service
    milestone = issue.milestone
    due = issue.due
    demo = issue.demo
    blocks = issue.blocks
    relates = issue.relates
    duplicates = issue.duplicates
    created = issue.createdAt
    updated = issue.updatedAt
    closed = issue.closedAt
    closedBy = issue.closedBy
    foreign = issue.foreign
    self.comments = comments.map(IncomingComment.init)
  }
}

extension IncomingComment {
  /// A comment of ours in the shape that files hold.
  public init(_ comment: Comment) {
    id = comment.id
    kind = comment.kind
    author = comment.author
    body = comment.body
    created = comment.createdAt
    updated = comment.updatedAt
    redacted = comment.redactedAt
    foreign = comment.foreign
  }
}
