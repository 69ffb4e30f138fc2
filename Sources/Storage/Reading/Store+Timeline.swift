public import Domain
internal import FoundationEssentials
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

  static func timeline(
    of ref: EntityRef, _ clock: WallClock, _ db: Database
  ) throws -> [TimelineEntry] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(Journal.columns),
            (SELECT handle FROM person WHERE person.uid = operation.author),
            (SELECT state FROM step WHERE step.tx = operation.tx),
            (SELECT undoes FROM step WHERE step.tx = operation.tx)
          FROM operation
          WHERE entity IN (SELECT ?1 UNION ALL SELECT uid FROM watch_handoff WHERE subject = ?2)
          ORDER BY dseq DESC LIMIT 500
          """),
      arguments: [ref.id.blob, "\(ref.kind.name) \(ref.id)"])
    var entries: [TimelineEntry] = []
    while let row = try rows.next() {
      // An undo is not told as a change of its own: what it took back is marked instead.
      let undoes: Int64? = row[14]
      guard undoes == nil, let operation = Journal.operation(row),
        let words = try words(of: operation, clock, db)
      else { continue }
      let state: Int? = row[13]
      entries.append(
        TimelineEntry(
          at: operation.hlc.instant, author: row[12], words: words, isUndone: (state ?? 0) != 0))
    }
    return entries.reversed()
  }

  private static func words(
    of operation: Operation, _ clock: WallClock, _ db: Database
  ) throws -> String? {
    switch operation.entity.kind {
    case .handoff: try handoffWords(of: operation, try wording(clock, db))
    case .page: try pageWords(of: operation, try wording(clock, db))
    default: try operation.words(naming: { try name(of: $0, db) })
    }
  }

  /// A handoff's line where its state changes; nil for what leaves none, such as a new message.
  private static func handoffWords(
    of operation: Operation, _ wording: Wording
  ) throws -> String? {
    guard let handoff: Handoff = try decode(content(of: operation)), let line = handoff.line
    else { return nil }
    let before: Handoff? = try decode(operation.base)
    guard before?.line != line else { return nil }
    let message = handoff.state == .offered ? handoff.message.prefix(200) : ""
    let said = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.deed(wording) + (said.isEmpty ? "" : ": \(said)")
  }

  /// What happened to a page, without its doer where that is who acted.
  private static func pageWords(
    of operation: Operation, _ wording: Wording
  ) throws -> String? {
    guard let page: Page = try decode(content(of: operation)) else { return nil }
    let note = page.change(since: try decode(operation.base), by: operation.author)
    guard let words = note?.words(wording) else { return nil }
    let doer = operation.author.map { wording.mention($0) + " " } ?? ""
    return words.hasPrefix(doer) ? String(words.dropFirst(doer.count)) : words
  }

  /// The new content of a thing that is kept as JSON; nil for an operation on something else.
  private static func content(of operation: Operation) -> Value? {
    switch (operation.kind, operation.value) {
    case (.create, .fields(let fields)): fields[.content]
    case (.set, .one(let value)) where operation.field == .content: value
    default: nil
    }
  }

  private static func decode<Thing: Decodable>(_ content: Value?) throws -> Thing? {
    guard let text = content?.text else { return nil }
    return try JSONDecoder().decode(Thing.self, from: Data(text.utf8))
  }

  private static func wording(_ clock: WallClock, _ db: Database) throws -> Wording {
    let names = try handles(in: ["person", "team"], db)
    return Wording(clock: clock, person: { names[$0] }, thing: { names[$0] })
  }

  private static func handles(in tables: [String], _ db: Database) throws -> [EntityID: String] {
    var names: [EntityID: String] = [:]
    for table in tables {
      for row in try Row.fetchAll(
        db.cachedStatement(sql: "SELECT uid, handle FROM \(table)"))
      {
        if let id = EntityID.fromDatabaseValue(row[0]) { names[id] = row[1] }
      }
    }
    return names
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
