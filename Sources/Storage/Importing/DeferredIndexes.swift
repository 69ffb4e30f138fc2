internal import GRDB

/// Takes the indexes of lists away while a workspace is filled for the first time.
///
/// Keeping two dozen indexes in order row by row costs more than everything
/// else together; building them at the end, sorted, costs a fraction. What was
/// taken away is kept as SQL in the file itself, so that whoever comes next can
/// put it back if the import dies: see `Store.restoreIndexes`.
enum DeferredIndexes {
  /// A workspace with fewer issues than this is filled without indexes.
  static let small = 5_000

  /// Fewer records than this are not worth it.
  static let many = 1_000

  /// The other indexes of comments, and those of operations, stay: they grow at their end, which
  /// costs little, and an import looks into them.
  private static let condition = """
    tbl_name IN ('issue', 'issue_label', 'issue_assignee', 'issue_watcher', 'issue_mention')
      OR name = 'comment_author'
    """

  /// Takes the indexes away if the workspace is small and much is to come.
  static func begin(_ db: Database, forRecords count: Int) throws {
    guard count >= many else { return }
    let present =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (SELECT 1 FROM issue LIMIT \(small))") ?? 0
    guard present < small else { return }
    let found = try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM sqlite_master
        WHERE type = 'index' AND sql IS NOT NULL AND (\(condition))
        """)
    for index in found {
      let name: String = index[0]
      try db.execute(
        sql: "INSERT OR REPLACE INTO deferred_index(name, sql) VALUES(?, ?)",
        arguments: [name, index[1] as String])
      try db.execute(sql: "DROP INDEX \(name)")
    }
  }

  /// The names of the indexes that are away, those of the usual lists first: with them the screen
  /// can be used.
  static func names(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT name FROM deferred_index
          ORDER BY name NOT IN ('issue_open_updated', 'issue_updated'), name
          """))
  }

  /// Builds one index again.
  static func restore(_ name: String, _ db: Database) throws {
    guard
      let sql = try String.fetchOne(
        db, sql: "SELECT sql FROM deferred_index WHERE name = ?", arguments: [name])
    else { return }
    try db.execute(sql: "DROP INDEX IF EXISTS \(name)")
    try db.execute(sql: sql)
    try db.execute(sql: "DELETE FROM deferred_index WHERE name = ?", arguments: [name])
  }
}
