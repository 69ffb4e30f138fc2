public import Domain
internal import GRDB

extension Store {
  /// How many open issues each service has, those without any left out.
  ///
  /// Of a service with many issues only so many rows are looked at that the answer costs the same
  /// at any size.
  ///
  /// - Parameter cap: where counting stops.
  public func openCounts(upTo cap: Int) throws(StoreError) -> [EntityID: CappedCount] {
    try read { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT uid, (
              SELECT count(*) FROM (
                SELECT 1 FROM issue
                WHERE service_id = service.id AND is_live = 1 AND is_open = 1 LIMIT ?1 + 1))
            FROM service WHERE trashed_at IS NULL
            """),
        arguments: [cap])
      var counts: [EntityID: CappedCount] = [:]
      for row in rows {
        let count: Int = row[1]
        guard count > 0, let id = EntityID.fromDatabaseValue(row[0]) else { continue }
        counts[id] = CappedCount(min(count, cap), isCapped: count > cap)
      }
      return counts
    }
  }
}
