internal import Domain
internal import GRDB
internal import Synchronization

/// A workspace: one SQLite file, read and changed through intentions.
///
/// A store has one connection to read with, opened at once, and one to write
/// with, opened at the first change, so that looking costs nothing more. It is
/// a value that may be copied freely; a long-running reader on another thread
/// asks for its own by `another()`.
public struct Store: Sendable {
  /// The file.
  public let path: String
  /// The clock and the randomness of everything this store does.
  public let environment: StoreEnvironment
  private let reader: DatabaseQueue
  private let writer: LazyWriter

  init(path: String, environment: StoreEnvironment, reader: DatabaseQueue) {
    self.path = path
    self.environment = environment
    self.reader = reader
    writer = LazyWriter(path: path, patience: environment.patience)
  }

  /// A second store on the same file with connections of its own, for another thread.
  public func another() throws(StoreError) -> Store {
    try Store.open(path: path, environment: environment)
  }

  /// Stops the read that is running on this store, from any thread; it fails with `.interrupted`.
  public func interruptReading() {
    reader.interrupt()
  }

  /// Stops the change that is running on this store, from any thread; nothing of it is kept and it
  /// fails with `.interrupted`.
  public func interruptWriting() {
    writer.interrupt()
  }

  /// Lets all reads within see one state of the file.
  public func reading<T>(_ body: () throws -> T) throws(StoreError) -> T {
    try read { _ in try body() }
  }

  /// Runs reads on one consistent state of the file.
  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try reader.unsafeReentrantRead { db in
        // Only inside a transaction do several statements see one state of the file.
        guard !db.isInsideTransaction else { return try body(db) }
        var result: T?
        try db.inTransaction(.deferred) {
          result = try body(db)
          return .commit
        }
        guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return result
      }
    } catch {
      throw StoreError(wrapping: error, path: path)
    }
  }

  /// Runs changes that stand or fall together, and rings the bell for the other windows.
  func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    let (result, isChanged) = try transaction(body)
    if isChanged { ringBell() }
    return result
  }

  /// The same for what no list shows, such as unsent text: nobody is woken to read again.
  func writeQuietly<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    try transaction(body).0
  }

  /// Moves what has gathered in the log into the file, as far as no reader needs it where it is.
  ///
  /// Left alone, SQLite does so inside of the change that makes the log long, and whoever made
  /// it waits. Reading and writing go on meanwhile; what fails here is left to the next time.
  public func settleLog() {
    _ = try? writer.queue().writeWithoutTransaction { db in try db.checkpoint(.passive) }
  }

  /// Tells the other windows that the file has changed.
  func ringBell() { Doorbell.ring(beside: path) }

  private func transaction<T>(
    _ body: (Database) throws -> T
  ) throws(StoreError) -> (T, isChanged: Bool) {
    do {
      return try writer.queue().inTransactionReturning(body)
    } catch {
      throw StoreError(wrapping: error, path: path)
    }
  }
}

extension DatabaseQueue {
  /// A transaction that holds the write lock from its start, so that what it reads stays true;
  /// tells too whether it changed any row.
  fileprivate func inTransactionReturning<T>(
    _ body: (Database) throws -> T
  ) throws -> (T, isChanged: Bool) {
    try writeWithoutTransaction { db in
      let before = db.totalChangesCount
      var result: T?
      try db.inTransaction(.immediate) {
        result = try body(db)
        return .commit
      }
      guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
      return (result, db.totalChangesCount != before)
    }
  }
}

/// Opens the writing connection when it is first needed.
private final class LazyWriter: Sendable {
  private let path: String
  private let patience: Double
  private let opened = Mutex<DatabaseQueue?>(nil)

  init(path: String, patience: Double) {
    self.path = path
    self.patience = patience
  }

  func interrupt() {
    opened.withLock { $0?.interrupt() }
  }

  func queue() throws -> DatabaseQueue {
    try opened.withLock { opened in
      if let opened { return opened }
      let queue = try Store.connection(to: path, writes: true, patience: patience)
      opened = queue
      return queue
    }
  }
}

extension StoreError {
  /// What SQLite or an operation said, as a sentence about the file.
  ///
  /// - Parameter isOfPart: whether it stopped only the last part of what was asked: then the
  ///   sentence leaves it to the caller to say what stands.
  init(wrapping error: any Error, path: String, isOfPart: Bool = false) {
    let rest = isOfPart ? "" : "; nothing was changed"
    if let error = error as? StoreError {
      self = error
    } else if let refusal = error as? Refusal {
      self.init(.refused, refusal.description)
    } else if let refusal = error as? WatchRefusal {
      self.init(refusal.isAboutActor ? .notAllowed : .refused, refusal.description)
    } else if let error = error as? DatabaseError {
      switch error.resultCode {
      case .SQLITE_NOTADB: self = .foreign(path)
      case .SQLITE_CORRUPT: self = .corrupt(path)
      case .SQLITE_BUSY, .SQLITE_LOCKED:
        self.init(
          .busy, "another program is writing to \(path) and did not finish; try again shortly")
      case .SQLITE_FULL:
        self.init(
          .unwritable, "the disk that holds \(path) is full\(rest), free some space")
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_IOERR:
        self.init(
          .unwritable,
          "cannot write \(path): \(error.message ?? "input/output error")\(rest)")
      case .SQLITE_INTERRUPT: self.init(.interrupted, "interrupted")
      case .SQLITE_CONSTRAINT where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE:
        self.init(.refused, "that name is taken already\(rest)")
      default: self.init(.failed, "\(path): \(error.message ?? "SQLite error \(error.resultCode)")")
      }
    } else {
      self.init(.failed, "\(path): \(error)")
    }
  }
}
