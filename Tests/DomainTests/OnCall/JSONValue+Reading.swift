import Domain

extension JSONValue {
  /// The member of an object; nil when it has none or holds null.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self,
      let value = members.first(where: { $0.name == name })?.value, value != .null
    else { return nil }
    return value
  }

  /// The element of a list.
  subscript(index: Int) -> JSONValue {
    guard case .array(let values) = self, values.indices.contains(index) else { return .null }
    return values[index]
  }

  var text: String? { if case .string(let text) = self { text } else { nil } }

  var integer: Int? { if case .integer(let number) = self { number } else { nil } }

  var flag: Bool? { if case .bool(let flag) = self { flag } else { nil } }

  var list: [JSONValue] { if case .array(let values) = self { values } else { [] } }

  var members: [Member] { if case .object(let members) = self { members } else { [] } }

  var instant: Instant? { text.flatMap { Instant(iso8601: $0) } }
}
