internal import Domain
internal import GRDB

extension Store {
  /// What the journal says of an issue, oldest first, at most the newest five hundred entries.
  static func timeline(of issue: EntityID, _ db: Database) throws -> [TimelineEntry] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(Journal.columns),
            (SELECT handle FROM person WHERE person.uid = operation.author),
            (SELECT state FROM step WHERE step.tx = operation.tx),
            (SELECT undoes FROM step WHERE step.tx = operation.tx)
          FROM operation WHERE entity = ? ORDER BY dseq DESC LIMIT 500
          """),
      arguments: [issue.blob])
    var entries: [TimelineEntry] = []
    while let row = try rows.next() {
      // An undo is not told as a change of its own: what it took back is marked instead.
      let undoes: Int64? = row[14]
      guard undoes == nil, let operation = Journal.operation(row),
        let words = try operation.words(naming: { try name(of: $0, db) })
      else { continue }
      let state: Int? = row[13]
      entries.append(
        TimelineEntry(
          at: operation.hlc.instant, author: row[12], words: words, isUndone: (state ?? 0) != 0))
    }
    return entries.reversed()
  }

  private static func name(of ref: EntityRef, _ db: Database) throws -> String? {
    let sql =
      switch ref.kind {
      case .person, .team, .service: "SELECT handle FROM \(ref.kind.table) WHERE uid = ?"
      case .project: "SELECT prefix FROM project WHERE uid = ?"
      case .schedule, .policy: "SELECT handle FROM \(ref.kind.table) WHERE uid = ?"
      case .label, .view: "SELECT name FROM \(ref.kind.table) WHERE uid = ?"
      case .milestone: "SELECT title FROM milestone WHERE uid = ?"
      case .issue:
        """
        SELECT prefix || '-' || number FROM issue JOIN project ON project.id = project_id
        WHERE issue.uid = ?
        """
      case .comment, .override, .cover, .offer, .absence, .maintenance, .page, .handoff, .prompt,
        .update, .blocker, .mark:
        "SELECT '\(ref.kind.name)' WHERE ? IS NOT NULL"
      }
    return try String.fetchOne(db.cachedStatement(sql: sql), arguments: [ref.id.blob])
  }
}
