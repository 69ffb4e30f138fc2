/// What an operation sees of one entity: the fields it reads, by name.
///
/// A record holds only the fields that were asked for; operations are pure
/// functions on it, and the store writes back what differs.
public struct EntityRecord: Sendable, Equatable {
  /// The entity whose fields these are.
  public let ref: EntityRef
  /// The fields that were read or set; a field that is absent here is unknown, not null.
  public var fields: [Field: Value]

  /// A record of an entity.
  public init(_ ref: EntityRef, fields: [Field: Value] = [:]) {
    self.ref = ref
    self.fields = fields
  }

  /// A field's value; null when it is not known.
  public subscript(field: Field) -> Value {
    get { fields[field] ?? .null }
    set { fields[field] = newValue }
  }

  /// Whether the entity was trashed.
  public var isTrashed: Bool { self[.trashedAt] != .null }
}
