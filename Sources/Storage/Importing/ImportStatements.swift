internal import GRDB

/// The statements an import runs for every issue, prepared once a batch.
struct ImportStatements {
  var findByID: RawStatement
  var findByForeign: RawStatement
  var findByKey: RawStatement
  var insertIssue: RawStatement
  var insertForeign: RawStatement
  var insertLabel: RawStatement
  var insertAssignee: RawStatement
  var insertWatcher: RawStatement
  var insertComment: RawStatement
  var insertMention: RawStatement
  var insertPendingLink: RawStatement
  var insertOperation: RawStatement

  init(_ db: Database) throws {
    findByID = try RawStatement("SELECT id, base FROM issue WHERE uid = ?", db)
    findByForeign = try RawStatement(
      """
      SELECT issue.id, issue.base FROM issue_foreign JOIN issue ON issue.id = issue_id
      WHERE system = ? AND foreign_id = ?
      """, db)
    findByKey = try RawStatement(
      "SELECT id, base FROM issue WHERE project_id = ? AND number = ?", db)
    insertIssue = try RawStatement(
      """
      INSERT INTO issue(uid, project_id, number, kind, title, status, priority, author_id,
        owner_id, service_id, milestone_id, due, demo, created_at, updated_at, closed_at,
        closed_by_id, comment_count, body, base)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, db)
    insertForeign = try RawStatement(
      """
      INSERT OR REPLACE INTO issue_foreign(issue_id, system, foreign_id, url, extra)
      VALUES(?, ?, ?, ?, ?)
      """, db)
    insertLabel = try RawStatement(
      "INSERT OR IGNORE INTO issue_label(issue_id, label_id) VALUES(?, ?)", db)
    insertAssignee = try RawStatement(
      "INSERT OR IGNORE INTO issue_assignee(issue_id, person_id) VALUES(?, ?)", db)
    insertWatcher = try RawStatement(
      "INSERT OR IGNORE INTO issue_watcher(issue_id, person_id) VALUES(?, ?)", db)
    insertComment = try RawStatement(
      """
      INSERT INTO comment(uid, issue_id, kind, author_id, body, created_at, updated_at,
        redacted_at, foreign_system, foreign_id, foreign_url, foreign_extra)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, db)
    insertMention = try RawStatement(
      "INSERT OR IGNORE INTO issue_mention(issue_id, handle) VALUES(?, ?)", db)
    insertPendingLink = try RawStatement(
      "INSERT OR IGNORE INTO pending_link(issue_id, kind, prefix, number) VALUES(?, ?, ?, ?)", db)
    insertOperation = try RawStatement(
      """
      INSERT INTO operation(dseq, tx, kind, entity_kind, entity, hlc, author, origin)
      VALUES(?, ?, 'import', ?, ?, ?, ?, 1)
      """, db)
  }
}
