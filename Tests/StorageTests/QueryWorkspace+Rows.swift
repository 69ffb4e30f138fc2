import Domain
import GRDB

@testable import Storage

extension QueryWorkspace.Item {
  /// Writes the rows of an issue, and beside them what must not be found: a trashed label and a
  /// trashed comment.
  func insert(in db: Database, isTrashed: Bool) throws {
    let project = (QueryWorkspace.prefixes.firstIndex(of: issue.key.prefix) ?? 0) + 1
    let milestone = issue.milestone.flatMap { QueryWorkspace.milestones.firstIndex(of: $0) }
    // Where there is no milestone and no service, the row may still name one in the trash.
    let gone: (milestone: Int, service: Int)? = row % 5 == 0 ? (project * 100 + 2, 3) : nil
    let values: [(String, (any DatabaseValueConvertible)?)] = [
      ("id", row), ("uid", "issue\(row)"), ("project_id", project), ("number", issue.key.number),
      ("kind", issue.kind.rawValue), ("title", issue.title), ("body", issue.body),
      ("status", issue.status.rawValue), ("priority", issue.priority.rawValue),
      ("author_id", person(issue.author)), ("owner_id", person(issue.owner)),
      ("service_id", index(issue.service, in: QueryWorkspace.services) ?? gone?.service),
      ("milestone_id", milestone.map { project * 100 + $0 } ?? gone?.milestone),
      ("due", issue.due?.description), ("demo", issue.demo),
      ("created_at", issue.createdAt.milliseconds), ("updated_at", issue.updatedAt.milliseconds),
      ("closed_at", issue.closedAt?.milliseconds), ("comment_count", issue.commentCount),
      ("trashed_at", isTrashed ? 1 : nil),
    ]
    try insert("issue", values, db)
    for handle in issue.assignees { try relate("issue_assignee", person(handle), db) }
    for handle in issue.watchers { try relate("issue_watcher", person(handle), db) }
    let labels = issue.labels.map(\.name) + (row % 7 == 0 ? ["gone"] : [])
    for name in labels {
      let label = QueryWorkspace.labels.firstIndex(of: name).map { project * 100 + $0 }
      try relate("issue_label", label, db)
    }
    for handle in Mentions.handles(in: issue, comments: comments) {
      try insert("issue_mention", [("issue_id", row), ("handle", handle)], db)
    }
    if let foreign = issue.foreign {
      try insert(
        "issue_foreign",
        [("issue_id", row), ("system", foreign.system), ("foreign_id", foreign.id)], db)
    }
    try insertTexts(db)
  }

  private func insertTexts(_ db: Database) throws {
    for (number, comment) in comments.enumerated() {
      try insertComment(
        number, comment.author, comment.body, redacted: comment.redactedAt != nil, trashed: false,
        db)
    }
    try insertComment(9, "eve", "request latency edge", redacted: false, trashed: true, db)
    let said = comments.filter { $0.redactedAt == nil }.map(\.body).joined(separator: "\n")
    try insert(
      "issue_text",
      [("rowid", row), ("title", issue.title), ("body", issue.body), ("comments", said)], db)
  }

  private func insertComment(
    _ number: Int, _ author: String?, _ body: String, redacted: Bool, trashed: Bool, _ db: Database
  ) throws {
    try insert(
      "comment",
      [
        ("uid", "comment\(row).\(number)"), ("issue_id", row), ("author_id", person(author)),
        ("body", body), ("created_at", number), ("updated_at", number),
        ("redacted_at", redacted ? 1 : nil), ("trashed_at", trashed ? 1 : nil),
      ], db)
  }

  private func relate(_ table: String, _ other: Int?, _ db: Database) throws {
    try db.execute(sql: "INSERT INTO \(table) VALUES (?, ?)", arguments: [row, other])
  }

  private func insert(
    _ table: String, _ values: [(String, (any DatabaseValueConvertible)?)], _ db: Database
  ) throws {
    let names = values.map(\.0).joined(separator: ", ")
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    try db.execute(
      sql: "INSERT INTO \(table)(\(names)) VALUES (\(marks))",
      arguments: StatementArguments(values.map(\.1)))
  }

  private func person(_ handle: String?) -> Int? { index(handle, in: QueryWorkspace.people) }

  private func index(_ name: String?, in names: [String]) -> Int? {
    name.flatMap { names.firstIndex(of: $0) }.map { $0 + 1 }
  }
}
