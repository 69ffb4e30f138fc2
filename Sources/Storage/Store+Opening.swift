internal import Domain
internal import GRDB
internal import GRDBSQLite

#if canImport(Glibc)
  internal import Glibc
#endif

extension Store {
  /// Opens a workspace that exists.
  ///
  /// Throws `missing`, `corrupt` (damaged, or of another program), `tooNew` or
  /// `unwritable`; the file is left untouched in each case. An older file is
  /// brought up to date first.
  public static func open(
    path: String, environment: StoreEnvironment
  ) throws(StoreError) -> Store {
    try checkFile(path)
    do {
      let reader = try connection(to: path, writes: false, patience: environment.patience)
      let found = try version(of: reader, path: path)
      if found < Schema.version { try migrate(path, patience: environment.patience) }
      return Store(path: path, environment: environment, reader: reader)
    } catch {
      throw StoreError(wrapping: error, path: path)
    }
  }

  /// Opens a workspace, making an empty one first where there is none.
  public static func openOrCreate(
    path: String, environment: StoreEnvironment
  ) throws(StoreError) -> Store {
    if !fileExists(path) {
      do {
        try migrate(path, patience: environment.patience)
      } catch {
        throw StoreError(wrapping: error, path: path)
      }
      chmod(path, 0o600)
    }
    return try open(path: path, environment: environment)
  }

  /// Whether something stands at a path.
  public static func fileExists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// A connection; `keepsOpen` allows a transaction that outlives one call.
  static func connection(
    to path: String, writes: Bool, patience: Double, keepsOpen: Bool = false
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = writes ? "watchbill.writer" : "watchbill.reader"
    configuration.busyMode = .timeout(patience)
    configuration.allowsUnsafeTransactions = keepsOpen
    configuration.foreignKeysEnabled = writes
    configuration.prepareDatabase { db in
      if writes {
        // A change of a thousand issues touches thousands of pages at random: with room for them
        // none is read or written twice. The log is settled by `settleLog`, or at the last when
        // it is long, for no single change is to wait for that.
        try db.execute(
          sql: """
            PRAGMA synchronous = FULL;
            PRAGMA cache_size = -10240;
            PRAGMA wal_autocheckpoint = 16000
            """)
      } else {
        try db.execute(sql: "PRAGMA query_only = 1")
        // GRDB asks at every statement which columns it reads, for observers we do not have; on
        // the way to the first frame that is one millisecond of twenty.
        sqlite3_set_authorizer(db.sqliteConnection, nil, nil)
      }
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func checkFile(_ path: String) throws(StoreError) {
    var facts = stat()
    guard stat(path, &facts) == 0 else {
      guard errno != ENOENT else { throw .missing(path) }
      throw StoreError(.unwritable, "cannot open \(path): \(String(cString: strerror(errno)))")
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw StoreError(.corrupt, "\(path) is not a file; name a workspace file")
    }
    guard access(path, R_OK | W_OK) == 0 else {
      throw StoreError(
        .unwritable, "cannot write \(path): \(String(cString: strerror(errno)))")
    }
    // SQLite takes a file shorter than a page for an empty one, and would write over it. The file
    // is not opened to look: closing any descriptor of it gives up every POSIX lock the process
    // holds on it, SQLite's too, and the next process to leave would delete the log in use.
    guard facts.st_size == 0 || facts.st_size >= pageSize else { throw .foreign(path) }
  }

  /// The bytes of one page of a workspace: SQLite's own default.
  private static let pageSize = 4096

  /// How many migrations the file has seen; 0 for one that was never finished.
  private static func version(of reader: DatabaseQueue, path: String) throws -> Int {
    try reader.unsafeRead { db in
      let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      if application == 0, version == 0 {
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
        guard isEmpty else { throw StoreError.foreign(path) }
        return 0
      }
      guard application == Schema.applicationID else { throw StoreError.foreign(path) }
      try checkVersion(version, path)
      return version
    }
  }

  private static func checkVersion(_ version: Int, _ path: String) throws {
    guard version >= 0 else { throw StoreError.corrupt(path) }
    guard version <= Schema.version else { throw StoreError.tooNew(path, found: version) }
  }

  /// Runs the migrations a file has not seen, in one transaction.
  private static func migrate(_ path: String, patience: Double) throws {
    let queue = try connection(to: path, writes: true, patience: patience)
    try queue.writeWithoutTransaction { db in
      // The journal mode is kept in the file; everybody who opens it later finds it so.
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.inTransaction(.immediate) {
        // Looked at again under the lock: a newer binary may have been here meanwhile.
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        try checkVersion(version, path)
        for migration in Schema.migrations.dropFirst(version) {
          try db.execute(sql: migration)
        }
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
        return .commit
      }
    }
    try queue.close()
  }
}
