internal import GRDB

/// Takes the indexes of lists away while a workspace is filled for the first time.
///
/// Keeping two dozen indexes in order row by row costs more than everything
/// else together; building them at the end, sorted, costs a fraction. The names
/// of those taken away are kept in the file itself, so that whoever comes next
/// can put them back if the import dies: see `Store.restoreIndexes`. How they are
/// built says the schema alone: a file that others wrote is not to bring SQL.
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
    let found = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_master
        WHERE type = 'index' AND sql IS NOT NULL AND (\(condition))
        """)
    for name in found where Schema.indexes[name] != nil {
      try db.execute(
        sql: "INSERT OR REPLACE INTO deferred_index(name, sql) VALUES(?, '')", arguments: [name])
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
          """)
    ).filter { Schema.indexes[$0] != nil }
  }

  /// Builds one index again.
  static func restore(_ name: String, _ db: Database) throws {
    guard let sql = Schema.indexes[name],
      try Bool.fetchOne(
        db, sql: "SELECT 1 FROM deferred_index WHERE name = ?", arguments: [name]) ?? false
    else { return }
    try db.execute(sql: "DROP INDEX IF EXISTS \(name)")
    try db.execute(sql: sql)
    try db.execute(sql: "DELETE FROM deferred_index WHERE name = ?", arguments: [name])
  }
}
