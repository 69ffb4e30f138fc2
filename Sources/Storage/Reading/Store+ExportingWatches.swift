public import Domain
internal import GRDB

extension Store {
  /// What comes after the issues in a file: the watch bill but for schedules and policies, kind by
  /// kind, each by id.
  ///
  /// Inbox marks are personal and stay at home, and so does what belongs to something deleted.
  public func watches() throws(StoreError) -> [IncomingRecord] {
    try read { db in
      try IncomingWatch.kinds.filter { $0 != .schedule && $0 != .policy }
        .flatMap { try Store.watchRecords($0, db) }
    }
  }

  static func watchRecords(_ kind: EntityKind, _ db: Database) throws -> [IncomingRecord] {
    var joins = ""
    for rule in kind.rules where !rule.mayBeNull {
      guard case .reference(let owner) = rule.shape else { continue }
      joins +=
        " JOIN \(owner.table) AS \(owner.name) ON \(owner.name).id = thing.\(rule.field.rawValue)_id"
        + " AND \(owner.name).trashed_at IS NULL"
    }
    let handle = kind == .schedule || kind == .policy ? "thing.handle" : "NULL"
    let schedule = kind == .override ? "schedule.uid" : "NULL"
    return try Row.fetchAll(
      db,
      sql: """
        SELECT thing.uid, thing.created_at, thing.content, \(handle) AS handle, \(schedule)
        FROM \(kind.table) AS thing\(joins)
        WHERE thing.trashed_at IS NULL ORDER BY handle, thing.uid
        """
    ).compactMap { row in
      guard let id = EntityID.fromDatabaseValue(row[0]) else { return nil }
      var watch = IncomingWatch(kind, id: id, content: row[2])
      watch.created = Instant(milliseconds: row[1])
      if kind == .policy { watch.handle = row[3] }
      watch.schedule = EntityID.fromDatabaseValue(row[4])
      return .watch(watch)
    }
  }
}
