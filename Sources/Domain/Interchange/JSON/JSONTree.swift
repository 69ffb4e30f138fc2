/// A JSON value read whole, each part with the place where it stands.
///
/// It is for small values of ours that are decoded as a `Decodable`; files of
/// issues are read front to back by a cursor instead.
struct JSONTree {
  indirect enum Value {
    case null
    case bool(Bool)
    /// As it is written.
    case number(String)
    case text(String)
    case list([JSONTree])
    case object([String: JSONTree])
  }

  let value: Value
  /// The index of its first byte, for errors.
  let index: Int

  /// The furthest a number may be from 0: no instant and no count of ours is that large, and
  /// sums of such numbers cannot overflow.
  static let largestNumber = 0x1p48

  /// The value under a cursor, which is read over.
  ///
  /// Stricter than JSON, so that every reader sees the same: no name twice in
  /// an object, no text that is not Unicode, no number beyond `largestNumber`.
  init(_ cursor: inout JSONCursor) throws(InterchangeError) {
    cursor.skipSpace()
    index = cursor.at
    let repairs = cursor.repairs
    switch cursor.byte {
    case 0x7B: value = try JSONTree.object(&cursor)
    case 0x5B:
      var values: [JSONTree] = []
      try cursor.openArray()
      while try cursor.nextElement() { values.append(try JSONTree(&cursor)) }
      value = .list(values)
    case 0x22: value = .text(try cursor.string())
    case 0x74, 0x66: value = .bool(try cursor.bool())
    case 0x6E:
      _ = try cursor.readNull()
      value = .null
    default:
      let numeral = try cursor.numeral()
      guard let number = Double(numeral), number.magnitude <= JSONTree.largestNumber else {
        throw cursor.failure(
          "\(numeral.prefix(40)) is larger than any time or count",
          advice: "write a number up to \(Int(JSONTree.largestNumber))", at: index)
      }
      value = .number(numeral)
    }
    guard cursor.repairs == repairs else {
      throw cursor.failure(
        "the text holds bytes or escapes that are no Unicode", advice: "save it as UTF-8",
        at: index)
    }
  }

  private static func object(_ cursor: inout JSONCursor) throws(InterchangeError) -> Value {
    var members: [String: JSONTree] = [:]
    try cursor.openObject()
    while let name = try cursor.nextName() {
      let start = cursor.memberStart
      let member = try JSONTree(&cursor)
      guard members.updateValue(member, forKey: name) == nil else {
        throw cursor.failure(
          "the field \"\(name.prefix(40))\" stands twice", advice: "leave one of the two out",
          at: start)
      }
    }
    return .object(members)
  }

  /// What stands there, for errors: `a list`.
  var kind: String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }

  /// The part that a path leads to, as far as it is there.
  func part(at path: some Sequence<any CodingKey>) -> JSONTree {
    var part = self
    for key in path {
      switch part.value {
      case .object(let members):
        guard let member = members[key.stringValue] else { return part }
        part = member
      case .list(let values):
        guard let index = key.intValue, values.indices.contains(index) else { return part }
        part = values[index]
      default: return part
      }
    }
    return part
  }
}
