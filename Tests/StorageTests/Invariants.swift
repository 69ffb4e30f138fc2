import Domain
import GRDB
import Testing

@testable import Storage

extension Workspace {
  /// Expects of the file what must hold after every change.
  func checkInvariants(_ place: SourceLocation = #_sourceLocation) throws {
    let database = try DatabaseQueue(path: path)
    try database.inDatabase { db in
      for complaint in try Invariants.complaints(db) {
        Issue.record("\(complaint)", sourceLocation: place)
      }
    }
    try database.close()
  }
}

private typealias Issue = Testing.Issue

/// What must hold of every workspace, checked naively.
enum Invariants {
  static func complaints(_ db: Database) throws -> [String] {
    try journal(db) + steps(db) + counts(db) + mentions(db) + words(db) + health(db)
  }

  private static func journal(_ db: Database) throws -> [String] {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM operation ORDER BY dseq")
    var complaints: [String] = []
    var last: Int64 = -1
    for (index, row) in rows.enumerated() {
      let (dseq, hlc) = (row["dseq"] as Int64, row["hlc"] as Int64)
      if dseq != index + 1 { complaints.append("operation \(index + 1) has the number \(dseq)") }
      if hlc <= last { complaints.append("operation \(dseq) is not later than the one before") }
      last = hlc
      let columns = try Row.fetchOne(
        db, sql: "SELECT \(Journal.columns) FROM operation WHERE dseq = ?", arguments: [dseq])
      if columns.flatMap(Journal.operation)?.change == nil {
        complaints.append("operation \(dseq) cannot be read")
      }
    }
    return complaints
  }

  private static func steps(_ db: Database) throws -> [String] {
    let sql = """
      SELECT 'step ' || t.tx || ' is wrong' FROM
        (SELECT tx, min(dseq) AS first, max(dseq) AS last FROM operation GROUP BY tx) AS t
        LEFT JOIN step ON step.tx = t.tx
      WHERE step.last IS NOT t.last OR t.first <> t.tx
      UNION ALL
      SELECT 'step ' || tx || ' has no operation' FROM step
      WHERE tx NOT IN (SELECT tx FROM operation)
      """
    return try String.fetchAll(db, sql: sql)
  }

  private static func counts(_ db: Database) throws -> [String] {
    let sql = """
      SELECT 'issue ' || id || ' counts ' || comment_count || ' comments' FROM issue
      WHERE comment_count <> (SELECT count(*) FROM comment
        WHERE issue_id = issue.id AND trashed_at IS NULL AND redacted_at IS NULL)
      UNION ALL
      SELECT 'issue ' || id || ' is open and closed' FROM issue
      WHERE is_open = (closed_at IS NOT NULL)
      UNION ALL
      SELECT 'project ' || prefix || ' would give a number twice' FROM project
      WHERE next_number <= (SELECT max(number) FROM issue WHERE project_id = project.id)
      UNION ALL
      SELECT 'the words go beyond the issues' WHERE
        (SELECT coalesce(max(id), 0) FROM issue)
          < coalesce((SELECT value FROM setting WHERE name = 'indexed'), 0)
      """
    return try String.fetchAll(db, sql: sql)
  }

  private static func mentions(_ db: Database) throws -> [String] {
    var complaints: [String] = []
    for row in try Row.fetchAll(db, sql: "SELECT id, title, body FROM issue") {
      let id: Int64 = row[0]
      let said = try String.fetchAll(
        db,
        sql: """
          SELECT body FROM comment
          WHERE issue_id = ? AND trashed_at IS NULL AND redacted_at IS NULL
          """, arguments: [id])
      let expected = Set(Mentions.handles(in: ([row[1], row[2]] + said).joined(separator: "\n")))
      let found = try Set(
        String.fetchAll(
          db, sql: "SELECT handle FROM issue_mention WHERE issue_id = ?", arguments: [id]))
      if found != expected { complaints.append("issue \(id) mentions \(found), not \(expected)") }
    }
    return complaints
  }

  /// Builds the index anew beside the old one and compares them word by word.
  private static func words(_ db: Database) throws -> [String] {
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS temp.expected;
        DROP TABLE IF EXISTS temp.expected_words;
        DROP TABLE IF EXISTS temp.actual_words;
        CREATE VIRTUAL TABLE temp.expected USING fts5(title, body, comments,
          tokenize="unicode61 remove_diacritics 2");
        INSERT INTO temp.expected(rowid, title, body, comments)
          SELECT id, title, body, (SELECT coalesce(group_concat(body, char(10)), '') FROM (
            SELECT body FROM comment WHERE issue_id = issue.id AND trashed_at IS NULL
              AND redacted_at IS NULL ORDER BY created_at, id))
          FROM issue
          WHERE id <= coalesce((SELECT value FROM setting WHERE name = 'indexed'), 0);
        CREATE VIRTUAL TABLE temp.expected_words USING fts5vocab(temp, expected, instance);
        CREATE VIRTUAL TABLE temp.actual_words USING fts5vocab(main, issue_text, instance);
        INSERT INTO issue_text(issue_text) VALUES('integrity-check');
        """)
    func difference(_ a: String, _ b: String) throws -> [String] {
      try String.fetchAll(
        db,
        sql: """
          SELECT term || ' in issue ' || doc || ' ' || col FROM (
            SELECT term, doc, col, offset FROM temp.\(a) EXCEPT
            SELECT term, doc, col, offset FROM temp.\(b)) LIMIT 5
          """)
    }
    return try difference("expected_words", "actual_words").map { "not indexed: \($0)" }
      + difference("actual_words", "expected_words").map { "still indexed: \($0)" }
  }

  private static func health(_ db: Database) throws -> [String] {
    let broken = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    let dangling = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { "dangling: \($0)" }
    return broken + dangling
  }
}
