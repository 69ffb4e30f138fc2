/// What one field of an entity holds.
public enum Value: Sendable, Hashable {
  case null
  case text(String)
  case integer(Int64)
  case reference(EntityID)
  /// A set of entities, for fields that operations add to and remove from; sorted.
  case references([EntityID])

  /// The text, when it is one.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The integer, when it is one.
  public var integer: Int64? {
    if case .integer(let integer) = self { integer } else { nil }
  }

  /// The entity referred to, when it is one.
  public var reference: EntityID? {
    if case .reference(let id) = self { id } else { nil }
  }

  /// The entities referred to; none when it is no set.
  public var references: [EntityID] {
    if case .references(let ids) = self { ids } else { [] }
  }

  /// The instant, when it is an integer.
  public var instant: Instant? { integer.map(Instant.init(milliseconds:)) }

  /// A text, or null for nil.
  public static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }

  /// A reference, or null for nil.
  public static func optional(_ id: EntityID?) -> Value { id.map(Value.reference) ?? .null }

  /// An instant in milliseconds, or null for nil.
  public static func optional(_ instant: Instant?) -> Value {
    instant.map { .integer($0.milliseconds) } ?? .null
  }
}
