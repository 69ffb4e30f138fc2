/// Records that an entity arrived whole from a file.
///
/// Its first fields stand in its row, not in the journal: a file of a million
/// issues is not written twice. Later changes carry what they overwrote, so the
/// state on arrival can still be told.
public struct ImportEntity: ChangeRule, Equatable {
  /// `import` in the journal.
  public static let kind = OperationKind.arrive
  /// The entity that arrived.
  public let entity: EntityRef

  /// An arrival.
  public init(_ entity: EntityRef) {
    self.entity = entity
  }

  /// Nil: the entity arrived whole.
  public var field: Field? { nil }
  /// Null: the first fields stand in the entity's row alone.
  public var value: JournalValue { .one(.null) }
  /// Whether the entity is deleted.
  public var reads: [Field] { [.trashedAt] }

  /// Refuses an entity whose row is not there: the import writes it first.
  public func check(_ record: EntityRecord?) throws(Refusal) {
    guard record != nil else { throw .missing(entity) }
  }

  /// Takes the mark of a deletion away; the fields are in the row already.
  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    record[.trashedAt] = .null
  }

  /// Deletes the entity.
  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .trash(TrashEntity(entity))
  }
}
