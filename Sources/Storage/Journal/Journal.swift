internal import Domain
internal import GRDB

/// Where an operation came from.
enum Origin: Int {
  case here, fromImport
}

/// The journal's table: appends operations and reads them back.
enum Journal {
  /// The number the next operation will have.
  static func nextSequence(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT coalesce(max(dseq), 0) + 1 FROM operation")) ?? 1
  }

  /// The stamp of the newest operation; nil in an empty journal.
  static func lastStamp(_ db: Database) throws -> HybridTime? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT hlc FROM operation ORDER BY dseq DESC LIMIT 1")
    ).map(HybridTime.init(rawValue:))
  }

  static func append(_ operation: Operation, origin: Origin, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO operation(
          dseq, tx, kind, v, entity_kind, entity, field, value, base, was, hlc, author, origin)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      operation.dseq, operation.tx, operation.kind.rawValue, operation.version,
      operation.entity.kind.rawValue, operation.entity.id.blob, operation.field?.rawValue,
      JournalCoding.encode(operation.value), JournalCoding.encode(.one(operation.base)),
      operation.was.isEmpty ? nil : JournalCoding.encode(.fields(operation.was)),
      operation.hlc.rawValue, operation.author?.blob, origin.rawValue,
    ])
  }

  /// What `operation(_:)` reads, in its order.
  static let columns = columns(of: "operation")

  /// The same of the journal under another name.
  static func columns(of table: String) -> String {
    [
      "dseq", "tx", "kind", "v", "entity_kind", "entity", "field", "value", "base", "was", "hlc",
      "author",
    ].map { "\(table).\($0)" }.joined(separator: ", ")
  }

  /// The condition that an operation was neither undone nor an undo itself.
  static let stands = """
    NOT EXISTS(SELECT 1 FROM step
      WHERE step.tx = operation.tx AND (state IN (1, 2) OR undoes IS NOT NULL))
    """

  /// An operation from its row; nil when a newer program wrote a kind this one does not know.
  static func operation(_ row: Row) -> Operation? {
    guard let kind = OperationKind(rawValue: row[2]),
      let entityKind = EntityKind(rawValue: row[4]),
      let entity = EntityID.fromDatabaseValue(row[5]),
      let value = JournalCoding.decode(row[7])
    else { return nil }
    let field = (row[6] as String?).flatMap(Field.init(rawValue:))
    var base = Value.null
    if case .one(let one) = JournalCoding.decode(row[8]) { base = one }
    var was: [Field: Value] = [:]
    if case .fields(let fields) = JournalCoding.decode(row[9]) { was = fields }
    return Operation(
      dseq: row[0], tx: row[1], kind: kind, version: row[3],
      entity: EntityRef(entityKind, entity), field: field, value: value, base: base, was: was,
      hlc: HybridTime(rawValue: row[10]), author: EntityID.fromDatabaseValue(row[11]))
  }
}
