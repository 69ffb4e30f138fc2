internal import Domain
internal import GRDB

extension ImportBatch {
  /// Adds the comments that are new, and rewrites those that were edited at the source.
  mutating func bringComments(
    of incoming: IncomingIssue, to ref: EntityRef, row: Int64
  ) throws {
    var known: [String: Known] = [:]
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT uid, body, foreign_system, foreign_id, trashed_at, redacted_at FROM comment
          WHERE issue_id = ?
          """),
      arguments: [row])
    for row in rows {
      guard let id = EntityID.fromDatabaseValue(row[0]) else { continue }
      let comment = Known(
        ref: EntityRef(.comment, id), body: row[1], isTrashed: row[4] != nil,
        isRedacted: row[5] != nil)
      known[id.description] = comment
      if let system = row[2] as String?, let foreign = row[3] as String?, !foreign.isEmpty {
        known[system + " " + foreign] = comment
      }
    }
    var added: [IncomingComment] = []
    for comment in incoming.comments {
      let found =
        comment.id.flatMap { known[$0.description] }
        ?? comment.foreign.flatMap { $0.id.isEmpty ? nil : known[$0.system + " " + $0.id] }
      guard let found else {
        added.append(comment)
        continue
      }
      try bring(comment, insteadOf: found)
    }
    guard !added.isEmpty else { return }
    try TextIndex.forget(row, db)
    for comment in added {
      let id = try insert(comment, issue: row, at: incoming.created ?? now)
      try recordArrival(.comment, id)
    }
    try db.cachedStatement(
      sql: """
        UPDATE issue SET comment_count = (SELECT count(*) FROM comment
          WHERE issue_id = ?1 AND trashed_at IS NULL AND redacted_at IS NULL) WHERE id = ?1
        """
    ).execute(arguments: [row])
    try TextIndex.insert(row, db)
    try MentionIndex.refresh(row, db)
  }

  /// A comment of the issue as it stands here.
  private struct Known {
    let ref: EntityRef
    let body: String
    let isTrashed: Bool
    let isRedacted: Bool
  }

  private mutating func bring(_ comment: IncomingComment, insteadOf known: Known) throws {
    if known.isTrashed {
      // What somebody here deleted stays so; what an undone import took away comes back.
      guard try !isDeletedHere(known.ref) else { return }
      try step.make(.restore(RestoreEntity(known.ref)))
    }
    if comment.redacted != nil {
      if !known.isRedacted { try step.make(.redactComment(RedactComment(known.ref))) }
    } else if known.body != comment.body,
      try localChange(known.ref, .body, now: .text(known.body)) == nil
    {
      try step.make(.editComment(EditComment(known.ref, body: comment.body)))
    }
  }

  /// Whether a thing of the file was deleted here and therefore stays so; the report says that.
  mutating func isLeftDeleted(_ ref: EntityRef, called name: String) throws -> Bool {
    guard try isStillDeleted(ref) else { return false }
    report.keep("\(name): it was deleted here; left so")
    return true
  }

  /// Whether somebody here deleted it and nobody has brought it back.
  func isStillDeleted(_ ref: EntityRef) throws -> Bool {
    try RecordTable.load(ref, [.trashedAt], db)?.isTrashed == true && isDeletedHere(ref)
  }

  /// Whether somebody here deleted it, and not the undo of an import.
  func isDeletedHere(_ ref: EntityRef) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS(SELECT 1 FROM operation
            WHERE entity = ? AND kind = 'trash' AND origin = 0 AND \(Journal.stands))
          """),
      arguments: [ref.id.blob]) ?? false
  }
}
