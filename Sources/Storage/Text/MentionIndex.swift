internal import Domain
internal import GRDB

/// Whom the texts of an issue name, for `mentions:`.
enum MentionIndex {
  /// Reads the names from the issue's texts again.
  static func refresh(_ row: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM issue_mention WHERE issue_id = ?")
      .execute(arguments: [row])
    let texts = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT title || char(10) || body FROM issue WHERE id = ?1
          UNION ALL
          SELECT body FROM comment
          WHERE issue_id = ?1 AND trashed_at IS NULL AND redacted_at IS NULL
          """),
      arguments: [row])
    var handles: Set<String> = []
    for text in texts where text.contains(byte: UInt8(ascii: "@")) {
      handles.formUnion(Domain.Mentions.handles(in: text))
    }
    for handle in handles.sorted() { try insert(handle, row, db) }
  }

  static func insert(_ handle: String, _ row: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO issue_mention(issue_id, handle) VALUES(?, ?)"
    ).execute(arguments: [row, handle])
  }
}
