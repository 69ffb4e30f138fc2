import Domain

/// A value of the case data, read by name and place.
struct CaseData: Equatable {
  let value: JSONValue

  init(_ value: JSONValue) {
    self.value = value
  }

  static var null: CaseData { CaseData(.null) }

  /// The member of an object; nil when it has none or holds null.
  subscript(name: String) -> CaseData? {
    guard case .object(let members) = value,
      let found = members.first(where: { $0.name == name })?.value, found != .null
    else { return nil }
    return CaseData(found)
  }

  /// The element of a list.
  subscript(index: Int) -> CaseData {
    guard case .array(let values) = value, values.indices.contains(index) else { return .null }
    return CaseData(values[index])
  }

  var text: String? { if case .string(let text) = value { text } else { nil } }

  var integer: Int? { if case .integer(let number) = value { number } else { nil } }

  var flag: Bool? { if case .bool(let flag) = value { flag } else { nil } }

  var list: [CaseData] {
    if case .array(let values) = value { values.map(CaseData.init) } else { [] }
  }

  var members: [(name: String, value: CaseData)] {
    guard case .object(let members) = value else { return [] }
    return members.map { ($0.name, CaseData($0.value)) }
  }

  var instant: Instant? { text.flatMap { Instant(iso8601: $0) } }
}
