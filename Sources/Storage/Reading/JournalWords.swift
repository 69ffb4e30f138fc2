internal import Domain
internal import FoundationEssentials
internal import GRDB

/// The journal's entries in words, with the names they need looked up once.
struct JournalWords {
  private let db: Database
  private let clock: WallClock
  private var known: Wording?

  /// Words with times as a clock shows them.
  init(_ clock: WallClock, _ db: Database) {
    self.db = db
    self.clock = clock
  }

  /// What an operation did, in the past tense; nil for what is not told.
  mutating func words(of operation: Operation) throws -> String? {
    switch operation.entity.kind {
    case .handoff: try handoffWords(of: operation)
    case .page: try pageWords(of: operation)
    default: try operation.words(naming: name)
    }
  }

  /// What people call an entity; of what has no name, its kind.
  func name(of ref: EntityRef) throws -> String? {
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

  /// A handoff's line where its state changes; nil for what leaves none, such as a new message.
  private mutating func handoffWords(of operation: Operation) throws -> String? {
    guard let handoff: Handoff = try decode(content(of: operation)), let line = handoff.line
    else { return nil }
    let before: Handoff? = try decode(operation.base)
    guard before?.line != line else { return nil }
    let message = handoff.state == .offered ? handoff.message.prefix(200) : ""
    let said = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.deed(try wording()) + (said.isEmpty ? "" : ": \(said)")
  }

  /// What happened to a page, without its doer where that is who acted.
  private mutating func pageWords(of operation: Operation) throws -> String? {
    guard let page: Page = try decode(content(of: operation)) else { return nil }
    let note = page.change(since: try decode(operation.base), by: operation.author)
    let wording = try wording()
    guard let words = note?.words(wording) else { return nil }
    let doer = operation.author.map { wording.mention($0) + " " } ?? ""
    return words.hasPrefix(doer) ? String(words.dropFirst(doer.count)) : words
  }

  /// The new content of a thing that is kept as JSON; nil for an operation on something else.
  private func content(of operation: Operation) -> Value? {
    switch (operation.kind, operation.value) {
    case (.create, .fields(let fields)): fields[.content]
    case (.set, .one(let value)) where operation.field == .content: value
    default: nil
    }
  }

  private func decode<Thing: Decodable>(_ content: Value?) throws -> Thing? {
    guard let text = content?.text else { return nil }
    return try JSONDecoder().decode(Thing.self, from: Data(text.utf8))
  }

  private mutating func wording() throws -> Wording {
    if let known { return known }
    var names: [EntityID: String] = [:]
    for table in ["person", "team"] {
      for row in try Row.fetchAll(db.cachedStatement(sql: "SELECT uid, handle FROM \(table)")) {
        if let id = EntityID.fromDatabaseValue(row[0]) { names[id] = row[1] }
      }
    }
    let found = names
    let wording = Wording(clock: clock, person: { found[$0] }, thing: { found[$0] })
    known = wording
    return wording
  }
}
