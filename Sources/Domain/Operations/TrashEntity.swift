/// Takes an entity out of every list; nothing of it is erased.
public struct TrashEntity: ChangeRule, Equatable {
  /// `trash` in the journal.
  public static let kind = OperationKind.trash
  /// The entity that is deleted.
  public let entity: EntityRef

  /// A deletion.
  public init(_ entity: EntityRef) {
    self.entity = entity
  }

  /// Nil: the entity goes whole.
  public var field: Field? { nil }
  /// Null: a deletion needs no value.
  public var value: JournalValue { .one(.null) }
  /// Whether the entity is deleted.
  public var reads: [Field] { [.trashedAt] }

  /// Refuses an entity that is gone, or deleted already.
  public func check(_ record: EntityRecord?) throws(Refusal) {
    guard let record else { throw .missing(entity) }
    guard !record.isTrashed else { throw .trashed(entity) }
  }

  /// Marks the entity with the time of its deletion; every field stays.
  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    record[.trashedAt] = .optional(stamp.at)
  }

  /// Brings the entity back as it was.
  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .restore(RestoreEntity(entity))
  }
}
