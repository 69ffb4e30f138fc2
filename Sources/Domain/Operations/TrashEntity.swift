/// Takes an entity out of every list; nothing of it is erased.
public struct TrashEntity: ChangeRule, Equatable {
  public static let kind = OperationKind.trash
  public let entity: EntityRef

  /// A deletion.
  public init(_ entity: EntityRef) {
    self.entity = entity
  }

  public var field: Field? { nil }
  public var value: JournalValue { .one(.null) }
  public var reads: [Field] { [.trashedAt] }

  public func check(_ record: EntityRecord?) throws(Refusal) {
    guard let record else { throw .missing(entity) }
    guard !record.isTrashed else { throw .trashed(entity) }
  }

  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    record[.trashedAt] = .optional(stamp.at)
  }

  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .restore(RestoreEntity(entity))
  }
}
