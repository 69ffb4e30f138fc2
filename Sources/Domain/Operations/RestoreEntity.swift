/// Brings a trashed entity back as it was.
public struct RestoreEntity: ChangeRule, Equatable {
  public static let kind = OperationKind.restore
  public let entity: EntityRef

  /// A restoration.
  public init(_ entity: EntityRef) {
    self.entity = entity
  }

  public var field: Field? { nil }
  public var value: JournalValue { .one(.null) }
  public var reads: [Field] { [.trashedAt] }

  public func check(_ record: EntityRecord?) throws(Refusal) {
    guard let record else { throw .missing(entity) }
    guard record.isTrashed else { throw .notTrashed(entity) }
  }

  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    record[.trashedAt] = .null
  }

  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .trash(TrashEntity(entity))
  }
}
