internal import Domain
internal import GRDB

extension RecordTable {
  /// An entity's row number; nil when there is none.
  static func row(of ref: EntityRef, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM \(ref.kind.table) WHERE uid = ?"),
      arguments: [ref.id.blob])
  }

  /// An entity's row number, or the refusal that says it is missing.
  static func existingRow(of ref: EntityRef, _ db: Database) throws -> Int64 {
    guard let row = try row(of: ref, db) else { throw Refusal.missing(ref) }
    return row
  }

  /// The wanted fields of an entity; nil when there is no such entity.
  static func load(_ ref: EntityRef, _ fields: [Field], _ db: Database) throws -> EntityRecord? {
    let table = RecordTable.of(ref.kind)
    var scalars: [(Field, String)] = []
    var sets: [(Field, Column)] = []
    for field in fields {
      switch table.columns[field] {
      case .plain(let column): scalars.append((field, column))
      case .reference(let column, let kind):
        scalars.append((field, "(SELECT uid FROM \(kind.table) WHERE id = t.\(column))"))
      case .members: sets.append((field, table.columns[field] ?? .plain("")))
      case nil: continue
      }
    }
    let expressions = (["id"] + scalars.map(\.1)).joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "SELECT \(expressions) FROM \(table.name) AS t WHERE uid = ?")
    guard let found = try Row.fetchOne(statement, arguments: [ref.id.blob]) else { return nil }
    var record = EntityRecord(ref)
    for (index, (field, _)) in scalars.enumerated() {
      record[field] = Value(found[index + 1] as DatabaseValue)
    }
    let row: Int64 = found[0]
    for (field, column) in sets {
      guard case .members(let table, let owner, let member, let kind, let link) = column else {
        continue
      }
      let condition = link.map { " AND m.kind = \($0.rawValue)" } ?? ""
      let members = try EntityID.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT o.uid FROM \(table) AS m JOIN \(kind.table) AS o ON o.id = m.\(member)
            WHERE m.\(owner) = ?\(condition) ORDER BY o.uid
            """),
        arguments: [row])
      record[field] = .references(members)
    }
    return record
  }
}

extension Value {
  /// A column's value: text, integer, the id of another entity, or null.
  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let integer): self = .integer(integer)
    case .string(let text): self = .text(text)
    case .blob: self = .optional(EntityID.fromDatabaseValue(value))
    case .double(let number):
      // No column of ours holds one; a file that others wrote may.
      if let integer = Int64(exactly: number.rounded(.towardZero)) {
        self = .integer(integer)
      } else {
        self = .null
      }
    }
  }

  /// What a plain column stores for this value.
  var column: DatabaseValue {
    switch self {
    case .null, .references: .null
    case .text(let text): text.databaseValue
    case .integer(let integer): integer.databaseValue
    case .reference(let id): id.blob.databaseValue
    }
  }
}
