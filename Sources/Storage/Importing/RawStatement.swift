internal import Domain
internal import GRDB
internal import GRDBSQLite

/// A prepared statement whose parameters are bound one after another, without boxing.
///
/// An import binds millions of values; going through arrays of database values
/// would cost more than SQLite's own work. Parameters are counted from 1, in
/// the order of the calls.
struct RawStatement {
  private let statement: Statement
  private let handle: OpaquePointer?
  private var index: Int32 = 0

  init(_ sql: String, _ db: Database) throws {
    statement = try db.makeStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  mutating func bind(_ integer: Int64) {
    index += 1
    sqlite3_bind_int64(handle, index, integer)
  }

  mutating func bind(_ integer: Int) { bind(Int64(integer)) }

  mutating func bind(_ integer: Int64?) {
    if let integer { bind(integer) } else { bindNull() }
  }

  mutating func bind(_ instant: Instant?) { bind(instant?.milliseconds) }

  mutating func bind(_ text: String) {
    index += 1
    var text = text
    let place = index
    text.withUTF8 { bytes in
      _ = sqlite3_bind_text64(
        handle, place, bytes.baseAddress, sqlite3_uint64(bytes.count), transient,
        UInt8(SQLITE_UTF8))
    }
  }

  mutating func bind(_ text: String?) {
    if let text { bind(text) } else { bindNull() }
  }

  mutating func bind(_ id: EntityID) {
    index += 1
    var bytes = (id.high.bigEndian, id.low.bigEndian)
    let place = index
    withUnsafeBytes(of: &bytes) { bytes in
      _ = sqlite3_bind_blob(handle, place, bytes.baseAddress, 16, transient)
    }
  }

  mutating func bindNull() {
    index += 1
    sqlite3_bind_null(handle, index)
  }

  /// Runs the statement and makes it ready for the next parameters.
  mutating func run(_ db: Database) throws {
    _ = try step(db) { _ in () }
  }

  /// Runs the statement; the first column of its first row as an integer, nil without a row.
  mutating func firstInteger(_ db: Database) throws -> Int64? {
    try step(db) { sqlite3_column_int64($0, 0) }
  }

  /// Runs the statement; two integers of its first row, nil without a row.
  mutating func firstIntegers(_ db: Database) throws -> (Int64, Int64)? {
    try step(db) { (sqlite3_column_int64($0, 0), sqlite3_column_int64($0, 1)) }
  }

  private mutating func step<T>(
    _ db: Database, _ read: (OpaquePointer?) -> T
  ) throws -> T? {
    index = 0
    let code = sqlite3_step(handle)
    let result = code == SQLITE_ROW ? read(handle) : nil
    sqlite3_reset(handle)
    guard code == SQLITE_ROW || code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
    }
    return result
  }

  /// Tells SQLite to take a copy before the call returns.
  private var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
