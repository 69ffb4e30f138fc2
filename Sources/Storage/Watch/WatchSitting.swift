public import Domain
internal import GRDB

/// Verbs of the watch bill done one after another in one transaction, each a step of its own.
///
/// The bill is read once and follows what is done, so that a history of some
/// hundred verbs costs little more than one. Each verb's time is the
/// environment's at that moment.
public struct WatchSitting {
  /// The bill as the verbs so far have left it; timers that have run out since are not in it.
  public private(set) var bill: WatchBill
  private let store: Store
  private let db: Database

  /// The present of the sitting's environment.
  public var now: Instant { store.environment.now() }

  /// A new permanent id, minted now.
  public func newID() -> EntityID { store.environment.newID() }

  /// An issue's id by key; throws `notFound`.
  public func issueID(_ key: IssueKey) throws(StoreError) -> EntityID {
    do {
      return try Names(db: db, me: nil).issue(key)
    } catch {
      throw StoreError(wrapping: error, path: store.path)
    }
  }

  fileprivate init(_ store: Store, _ db: Database) throws {
    self.store = store
    self.db = db
    bill = try store.watchBill(for: nil, store.environment.now(), db)
  }

  /// Does a verb, as `Store.perform` does.
  ///
  /// - Throws: `refused` with the reason; then nothing of the verb was kept, and the sitting goes
  ///   on.
  @discardableResult
  public mutating func perform(
    _ verb: WatchVerb, as author: EntityID
  ) throws(StoreError) -> StepReport {
    let now = store.environment.now()
    do {
      if let issue = verb.issue { bill.issues.merge(try store.facts(of: [issue], db)) { $1 } }
      let new = verb.zoneNames.subtracting(bill.zones.names)
      if !new.isEmpty { bill.zones = store.environment.zones(bill.zoneNames.union(new)) }
      let plan = try bill.caughtUp(to: now).plan(
        verb, by: author, at: now, newID: store.environment.newID)
      var report: StepReport?
      try db.inSavepoint {
        report = try store.write(plan, of: verb, as: author, at: now, db)
        return .commit
      }
      guard let report else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
      bill.follow(plan)
      return report
    } catch {
      throw StoreError(wrapping: error, path: store.path)
    }
  }
}

extension Store {
  /// Holds a sitting; when the body throws, nothing of it is kept.
  public func sitting(
    _ body: (inout WatchSitting) throws -> Void
  ) throws(StoreError) {
    try write { db in
      var sitting = try WatchSitting(self, db)
      try body(&sitting)
    }
  }
}
