internal import Domain
internal import GRDB

/// The words of titles, bodies and comments, by issue.
///
/// Rows up to the mark (setting `indexed`) are in the index. An import writes
/// rows beyond it and the index follows later, in batches, by whoever has the
/// file open; an edit of such a row leaves the index alone.
enum TextIndex {
  /// The last issue row whose text is in the index.
  static func mark(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE name = 'indexed'")) ?? 0
  }

  static func setMark(_ row: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO setting(name, value) VALUES('indexed', ?)"
    ).execute(arguments: [row])
  }

  /// Takes an issue's words out; called while its rows still hold them.
  static func forget(_ row: Int64, _ db: Database) throws {
    guard try row <= mark(db) else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO issue_text(issue_text, rowid, title, body, comments)
        SELECT 'delete', \(texts) FROM issue WHERE id = ?
        """
    ).execute(arguments: [row])
  }

  /// Puts an issue's words in, if everything before it is in already.
  static func insert(_ row: Int64, _ db: Database) throws {
    let mark = try mark(db)
    if row > mark {
      let isNext = try
        !(Bool.fetchOne(
          db.cachedStatement(
            sql: "SELECT EXISTS(SELECT 1 FROM issue WHERE id > ? AND id < ?)"),
          arguments: [mark, row]) ?? false)
      guard isNext else { return }
      try setMark(row, db)
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO issue_text(rowid, title, body, comments)
        SELECT \(texts) FROM issue WHERE id = ?
        """
    ).execute(arguments: [row])
  }

  /// Puts the words of the next rows in; returns how far the index has come, nil at the end.
  static func insertNext(_ limit: Int, _ db: Database) throws -> Int64? {
    let mark = try mark(db)
    guard
      let last = try Int64.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT max(id) FROM (SELECT id FROM issue WHERE id > ? ORDER BY id LIMIT ?)
            """),
        arguments: [mark, limit])
    else { return nil }
    if try newest(db) - mark >= much { try postponeMerging(db) }
    try db.cachedStatement(
      sql: """
        INSERT INTO issue_text(rowid, title, body, comments)
        SELECT \(texts) FROM issue WHERE id > ? AND id <= ?
        """
    ).execute(arguments: [mark, last])
    try setMark(last, db)
    return last
  }

  /// The row of the newest issue; 0 when there is none.
  static func newest(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(id), 0) FROM issue")) ?? 0
  }

  // MARK: Merging

  /// From so many rows on, merging the index's pieces as they come costs more than writing them.
  private static let much = 20_000

  /// Whether pieces of the index wait to be merged, after much was put in at once.
  static func isUnmerged(_ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS(SELECT 1 FROM setting WHERE name = 'unmerged')"))
      ?? false
  }

  /// Merges some of the pieces; false when none are left and merging goes on by itself again.
  ///
  /// Left alone, the sixteenth small edit would have to merge all the large pieces at once.
  static func mergeSome(_ db: Database) throws -> Bool {
    guard try isUnmerged(db) else { return false }
    let before = db.totalChangesCount
    try db.execute(sql: "INSERT INTO issue_text(issue_text, rank) VALUES('merge', 500)")
    // FTS5 documents fewer than two changes as the sign that nothing was left to merge.
    if db.totalChangesCount - before >= 2 { return true }
    try db.execute(
      sql: """
        INSERT INTO issue_text(issue_text, rank) VALUES('automerge', 4);
        DELETE FROM setting WHERE name = 'unmerged';
        """)
    return false
  }

  private static func postponeMerging(_ db: Database) throws {
    guard try !isUnmerged(db) else { return }
    try db.execute(
      sql: """
        INSERT INTO issue_text(issue_text, rank) VALUES('automerge', 0);
        INSERT INTO setting(name, value) VALUES('unmerged', 1);
        """)
  }

  /// The columns of an index row, read from the issue and its comments in a fixed order: the
  /// same expression must give the same words when they are taken out again.
  private static let texts = """
    issue.id, issue.title, issue.body,
    CASE WHEN issue.comment_count = 0 THEN '' ELSE (
      SELECT coalesce(group_concat(body, char(10)), '') FROM (
        SELECT body FROM comment
        WHERE issue_id = issue.id AND trashed_at IS NULL AND redacted_at IS NULL
        ORDER BY created_at, id))
    END
    """
}
