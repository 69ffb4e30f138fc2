internal import Domain
internal import FoundationEssentials
internal import GRDB

extension EntityID {
  /// The sixteen bytes as the file stores them, big-endian.
  var blob: Data {
    var bytes = (high.bigEndian, low.bigEndian)
    return withUnsafeBytes(of: &bytes) { Data($0) }
  }

  /// An id from sixteen bytes; nil for anything else.
  static func fromDatabaseValue(_ value: DatabaseValue) -> EntityID? {
    guard case .blob(let data) = value.storage, data.count == 16 else { return nil }
    return data.withUnsafeBytes { bytes in
      EntityID(
        high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
  }

  /// The id in the first column of a statement's first row.
  static func fetchOne(
    _ statement: Statement, arguments: StatementArguments
  ) throws -> EntityID? {
    try Row.fetchOne(statement, arguments: arguments).flatMap { fromDatabaseValue($0[0]) }
  }

  /// The ids in the first column of a statement's rows.
  static func fetchAll(
    _ statement: Statement, arguments: StatementArguments
  ) throws -> [EntityID] {
    try Row.fetchAll(statement, arguments: arguments).compactMap { fromDatabaseValue($0[0]) }
  }
}
