public import Domain
internal import GRDB

/// Brings records from a file into a workspace, batch by batch.
///
/// Each batch is one transaction. If the program dies, the batches so far stand
/// and the next run of the same file finds them unchanged and goes on; what is
/// there is recognised by its permanent id, by where it came from, or by its
/// key. All batches together are one step for undo.
public struct Importer {
  /// How an import treats records.
  public struct Options: Sendable {
    /// The project of records that name none.
    public var project: String
    /// That project's name, if it has to be made.
    public var projectName: String
    /// What undo shows: `imported tls13-archive.json`.
    public var title: String
    /// Who imports.
    public var author: EntityID?

    /// Options of an import.
    public init(project: String, projectName: String = "", title: String, author: EntityID?) {
      self.project = project
      self.projectName = projectName
      self.title = title
      self.author = author
    }
  }

  /// What the batches so far brought; a dry run says what they would have brought.
  public internal(set) var report = ImportReport()
  let store: Store
  let options: Options
  private let connection: DatabaseQueue
  var names = KnownNames()
  /// The number of the step all batches share; nil while there is none.
  private(set) var tx: Int64?
  private let isDryRun: Bool
  private let lock: ImportLock

  /// An import into a workspace.
  ///
  /// - Parameter isDryRun: nothing is kept; the report is what it would have been. The whole
  ///   import is then one transaction, which ends with `finish`.
  public init(
    into store: Store, options: Options, isDryRun: Bool = false
  ) throws(StoreError) {
    self.store = store
    self.options = options
    self.isDryRun = isDryRun
    guard let lock = try ImportLock.take(beside: store.path) else {
      throw StoreError(
        .busy, "another import into \(store.path) is running; wait for it to finish")
    }
    self.lock = lock
    do {
      connection = try Store.connection(
        to: store.path, writes: true, patience: store.environment.patience, keepsOpen: isDryRun)
      try connection.writeWithoutTransaction { db in
        // Room for the pages an import touches at random.
        // Every reference of an import is a row number it has just looked up or written.
        try db.execute(
          sql: """
            PRAGMA cache_size = -131072;
            PRAGMA foreign_keys = 0;
            PRAGMA threads = 2;
            PRAGMA temp_store = MEMORY
            """)
        if isDryRun { try db.execute(sql: "BEGIN IMMEDIATE") }
      }
    } catch {
      throw StoreError(wrapping: error, path: store.path)
    }
  }

  /// Brings records in as one transaction.
  public mutating func take(_ records: [IncomingRecord]) throws(StoreError) {
    try transaction { importer, db in
      if importer.tx == nil { try DeferredIndexes.begin(db, forRecords: records.count) }
      var batch = try ImportBatch(db, importer)
      for record in records { try batch.take(record) }
      try batch.finish()
      importer.adopt(batch)
    }
  }

  /// Joins the links whose other end has arrived since, and tells what the import did.
  ///
  /// Whether it succeeds or not, the next import may begin then.
  ///
  /// - Parameter progress: told how many indexes are built of how many.
  public mutating func finish(
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(StoreError) -> ImportReport {
    defer { lock.release() }
    let away = try store.read { db in try DeferredIndexes.names(db) }
    for (index, name) in away.enumerated() where !isDryRun {
      progress(index, away.count)
      try transaction { _, db in try DeferredIndexes.restore(name, db) }
    }
    try transaction { importer, db in
      importer.report.danglingLinks = try PendingLinks.join(db)
      if !importer.isDryRun, importer.report.created > 1000 {
        try TableStatistics.take(db)
      }
    }
    do {
      if isDryRun {
        try connection.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
      }
      try connection.close()
    } catch {
      throw StoreError(wrapping: error, path: store.path)
    }
    return report
  }

  private mutating func transaction(
    _ body: (inout Importer, Database) throws -> Void
  ) throws(StoreError) {
    do {
      // The batch works on a copy, so that a failed one leaves no name that is not in the file.
      var copy = self
      if isDryRun {
        try connection.writeWithoutTransaction { try body(&copy, $0) }
      } else {
        try connection.writeWithoutTransaction { db in
          try db.inTransaction(.immediate) {
            try body(&copy, db)
            return .commit
          }
        }
        Doorbell.ring(beside: store.path)
      }
      self = copy
    } catch {
      throw StoreError(wrapping: error, path: store.path, isOfPart: true)
    }
  }

  private mutating func adopt(_ batch: ImportBatch) {
    report = batch.report
    names = batch.names
    tx = batch.number
  }
}

/// Row numbers of what an import has met, by name in lower case.
struct KnownNames {
  var people: [String: Int64] = [:]
  var teams: [String: Int64] = [:]
  var services: [String: Int64] = [:]
  var projects: [String: Int64] = [:]
  var labels: [Scoped: Int64] = [:]
  var milestones: [Scoped: Int64] = [:]
  /// The names given so far to issues that have none.
  var rows = RowNames()
  /// The ids of what is here under another id than in the file, by the file's.
  var others: [EntityID: EntityID] = [:]

  /// A name within a project.
  struct Scoped: Hashable {
    var project: Int64
    var name: String
  }
}
