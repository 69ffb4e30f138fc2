internal import Domain
internal import GRDB

/// Links whose other end a file names by a key, until it is known which issue that is.
///
/// An issue whose number was taken here came in under another one, and the
/// table `renumbered` holds what its source calls it: a key in a link of the
/// same source means that issue, not the one that has the number here.
enum PendingLinks {
  /// The row of the issue that a source calls by a number of a project: the newest, if several.
  private static func renumbered(project: String, number: String, linkedBy row: String) -> String {
    """
    SELECT max(renumbered.issue_id) FROM renumbered
    WHERE renumbered.project_id = \(project) AND renumbered.number = \(number)
    AND (SELECT system FROM issue_foreign WHERE issue_id = renumbered.issue_id)
      IS (SELECT system FROM issue_foreign WHERE issue_id = \(row))
    """
  }

  /// The first number of a project, from one on, that no link waits for: the issue it means may
  /// still come.
  static func numberNobodyWaits(
    for prefix: String, from number: Int64, _ db: Database
  ) throws -> Int64 {
    var number = number
    let waits = try db.cachedStatement(
      sql: "SELECT 1 FROM pending_link WHERE prefix = ? AND number = ? LIMIT 1")
    while number <= Int64(IssueKey.numbers.upperBound) {
      guard try Bool.fetchOne(waits, arguments: [prefix, number]) ?? false else { return number }
      number += 1
    }
    throw Refusal.noNumberLeft(prefix.uppercased())
  }

  /// Forgets a link that waits; whether there was one.
  static func forget(
    _ kind: LinkKind, _ key: IssueKey, of issue: EntityID, _ db: Database
  ) throws -> Bool {
    try db.cachedStatement(
      sql: """
        DELETE FROM pending_link WHERE issue_id = (SELECT id FROM issue WHERE uid = ?)
          AND kind = ? AND prefix = ? AND number = ?
        """
    ).execute(arguments: [issue.blob, kind.rawValue, key.prefix, key.number])
    return db.changesCount > 0
  }

  /// Joins the links whose other end is here by now; how many go on waiting.
  static func join(_ db: Database) throws -> Int {
    let other = renumbered(
      project: "project.id", number: "pending_link.number", linkedBy: "pending_link.issue_id")
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO issue_link(issue_id, kind, other_id)
        SELECT issue_id, kind, other FROM (
          SELECT pending_link.issue_id, pending_link.kind, coalesce((\(other)), issue.id) AS other
          FROM pending_link
          JOIN project ON project.prefix = pending_link.prefix
          JOIN issue ON issue.project_id = project.id AND issue.number = pending_link.number)
        WHERE other <> issue_id;
        DELETE FROM pending_link WHERE EXISTS(
          SELECT 1 FROM issue JOIN project ON project.id = issue.project_id
          WHERE project.prefix = pending_link.prefix AND issue.number = pending_link.number);
        """)
    return try Int.fetchOne(db, sql: "SELECT count(*) FROM pending_link") ?? 0
  }

  /// Remembers what a source calls an issue that came in under another number.
  static func remember(_ row: Int64, project: Int64, number: Int, _ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO renumbered(project_id, number, issue_id) VALUES(?, ?, ?)"
    ).execute(arguments: [project, number, row])
  }

  /// The issue that an imported issue's source calls by a key, when it came in under another number.
  static func renumbered(
    _ key: IssueKey, linkedBy row: Int64, _ db: Database
  ) throws -> EntityID? {
    let other = renumbered(project: "project.id", number: "?2", linkedBy: "?3")
    return try EntityID.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT issue.uid FROM project JOIN issue ON issue.id = (\(other))
          WHERE project.prefix = ?1 AND EXISTS(SELECT 1 FROM operation
            WHERE entity = (SELECT uid FROM issue WHERE id = ?3) AND kind = 'import')
          """),
      arguments: [key.prefix, key.number, row])
  }
}
