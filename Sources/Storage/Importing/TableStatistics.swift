internal import GRDB

/// What SQLite's planner is told of how many rows there are of what.
enum TableStatistics {
  /// Looks at a sample of every table but those of the search index.
  ///
  /// The search index fills after the import. Told that its tables are nearly empty, SQLite
  /// would walk over all of them for every range of rows that a merge deletes: at 1,000,000
  /// issues that made minutes of seconds.
  static func take(_ db: Database) throws {
    let tables = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'issue\\_text%' ESCAPE '\\'
          AND sql NOT LIKE 'CREATE VIRTUAL%'
        """)
    try db.execute(sql: "PRAGMA analysis_limit = 1000")
    for table in tables { try db.execute(sql: "ANALYZE \(table)") }
  }
}
