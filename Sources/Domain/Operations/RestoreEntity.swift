/// Brings a trashed entity back as it was.
public struct RestoreEntity: ChangeRule, Equatable {
  /// `restore` in the journal.
  public static let kind = OperationKind.restore
  /// The entity that comes back.
  public let entity: EntityRef

  /// A restoration.
  public init(_ entity: EntityRef) {
    self.entity = entity
  }

  /// Nil: the entity comes back whole.
  public var field: Field? { nil }
  /// Null: a restoration needs no value.
  public var value: JournalValue { .one(.null) }
  /// Whether the entity is deleted.
  public var reads: [Field] { [.trashedAt] }

  /// Refuses an entity that is gone, or not deleted.
  public func check(_ record: EntityRecord?) throws(Refusal) {
    guard let record else { throw .missing(entity) }
    guard record.isTrashed else { throw .notTrashed(entity) }
  }

  /// Takes the mark of the deletion away.
  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    record[.trashedAt] = .null
  }

  /// Deletes the entity again.
  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .trash(TrashEntity(entity))
  }
}
