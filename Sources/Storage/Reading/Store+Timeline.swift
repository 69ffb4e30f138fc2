public import Domain
internal import GRDB

extension Store {
  /// What the journal says of an entity and of its handoffs, oldest first, at most the newest five
  /// hundred entries.
  ///
  /// - Parameter clock: the reader's, by which times within the words are told.
  public func timeline(
    of ref: EntityRef, clock: WallClock = .utc
  ) throws(StoreError) -> [TimelineEntry] {
    try read { db in try Store.timeline(of: ref, clock, db) }
  }

  /// The entries are in the order of the journal; each has the time its step was made at, for the
  /// stamps of operations never go back, not even after a clock that was wrong.
  static func timeline(
    of ref: EntityRef, _ clock: WallClock, _ db: Database
  ) throws -> [TimelineEntry] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(Journal.columns(of: "op")),
            (SELECT handle FROM person WHERE person.uid = op.author),
            step.state, step.undoes, step.at
          FROM operation AS op LEFT JOIN step ON step.tx = op.tx
          WHERE op.entity IN (SELECT ?1 UNION ALL SELECT uid FROM watch_handoff WHERE subject = ?2)
          ORDER BY op.dseq DESC LIMIT 500
          """),
      arguments: [ref.id.blob, "\(ref.kind.name) \(ref.id)"])
    var telling = JournalWords(clock, db)
    var entries: [TimelineEntry] = []
    while let row = try rows.next() {
      // An undo is not told as a change of its own: what it took back is marked instead.
      let undoes: Int64? = row[14]
      guard undoes == nil, let operation = Journal.operation(row),
        let words = try telling.words(of: operation)
      else { continue }
      let state: Int? = row[13]
      let at: Int64? = row[15]
      entries.append(
        TimelineEntry(
          at: at.map { Instant(milliseconds: $0) } ?? operation.hlc.instant, author: row[12],
          words: words, isUndone: state == 1 || state == 2))
    }
    return entries.reversed()
  }
}
