/// Records that an entity arrived whole from a file.
///
/// Its first fields stand in its row, not in the journal: a file of a million
/// issues is not written twice. Later changes carry what they overwrote, so the
/// state on arrival can still be told.
public struct ImportEntity: ChangeRule, Equatable {
  public static let kind = OperationKind.arrive
  public let entity: EntityRef

  /// An arrival.
  public init(_ entity: EntityRef) {
    self.entity = entity
  }

  public var field: Field? { nil }
  public var value: JournalValue { .one(.null) }
  public var reads: [Field] { [.trashedAt] }

  public func check(_ record: EntityRecord?) throws(Refusal) {
    guard record != nil else { throw .missing(entity) }
  }

  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    record[.trashedAt] = .null
  }

  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .trash(TrashEntity(entity))
  }
}
