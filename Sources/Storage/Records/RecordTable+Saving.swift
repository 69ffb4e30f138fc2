internal import Domain
internal import GRDB

extension RecordTable {
  /// Writes a new entity; returns its row number.
  @discardableResult
  static func insert(_ record: EntityRecord, _ db: Database) throws -> Int64 {
    let table = RecordTable.of(record.ref.kind)
    var columns = ["uid"]
    var values: [DatabaseValue] = [record.ref.id.blob.databaseValue]
    for (field, value) in record.fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      switch table.columns[field] {
      case .plain(let column) where value != .null:
        columns.append(column)
        values.append(value.column)
      case .reference(let column, let kind):
        guard let id = value.reference else { continue }
        columns.append(column)
        values.append(try existingRow(of: EntityRef(kind, id), db).databaseValue)
      default: continue
      }
    }
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let names = columns.joined(separator: ", ")
    try db.cachedStatement(sql: "INSERT INTO \(table.name)(\(names)) VALUES(\(marks))")
      .execute(arguments: StatementArguments(values))
    let row = db.lastInsertedRowID
    for (field, value) in record.fields {
      guard let column = table.columns[field] else { continue }
      try saveMembers(column, of: row, from: [], to: value.references, db)
    }
    return row
  }

  /// Writes the fields of an entity that differ.
  static func save(_ after: EntityRecord, insteadOf before: EntityRecord, _ db: Database) throws {
    let table = RecordTable.of(after.ref.kind)
    var assignments: [String] = []
    var values: [DatabaseValue] = []
    var sets: [(Column, [EntityID], [EntityID])] = []
    for (field, value) in after.fields.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where before[field] != value {
      switch table.columns[field] {
      case .plain(let column):
        assignments.append("\(column) = ?")
        values.append(value.column)
      case .reference(let column, let kind):
        assignments.append("\(column) = ?")
        let row = try value.reference.map { try existingRow(of: EntityRef(kind, $0), db) }
        values.append(row.databaseValue)
      case .members:
        sets.append(
          (table.columns[field] ?? .plain(""), before[field].references, value.references))
      case nil: continue
      }
    }
    if !assignments.isEmpty {
      let list = assignments.joined(separator: ", ")
      try db.cachedStatement(sql: "UPDATE \(table.name) SET \(list) WHERE uid = ?")
        .execute(arguments: StatementArguments(values + [after.ref.id.blob.databaseValue]))
    }
    guard !sets.isEmpty else { return }
    let row = try existingRow(of: after.ref, db)
    for (column, old, new) in sets { try saveMembers(column, of: row, from: old, to: new, db) }
  }

  private static func saveMembers(
    _ column: Column, of row: Int64, from old: [EntityID], to new: [EntityID], _ db: Database
  ) throws {
    guard case .members(let table, let owner, let member, let kind, let link) = column else {
      return
    }
    for id in new where !old.contains(id) {
      let other = try existingRow(of: EntityRef(kind, id), db)
      if let link {
        try db.cachedStatement(
          sql: "INSERT OR IGNORE INTO \(table)(\(owner), kind, \(member)) VALUES(?, ?, ?)"
        ).execute(arguments: [row, link.rawValue, other])
      } else {
        try db.cachedStatement(
          sql: "INSERT OR IGNORE INTO \(table)(\(owner), \(member)) VALUES(?, ?)"
        ).execute(arguments: [row, other])
      }
    }
    for id in old where !new.contains(id) {
      let other = try existingRow(of: EntityRef(kind, id), db)
      let condition = link.map { " AND kind = \($0.rawValue)" } ?? ""
      try db.cachedStatement(
        sql: "DELETE FROM \(table) WHERE \(owner) = ? AND \(member) = ?\(condition)"
      ).execute(arguments: [row, other])
    }
  }
}
