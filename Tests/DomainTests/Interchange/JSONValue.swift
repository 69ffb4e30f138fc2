import Domain
import Support

/// Any JSON value, for tests that compare whole ones.
indirect enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Equatable {
    let name: String
    let value: JSONValue
  }

  func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let flag): writer.bool(flag)
    case .integer(let number): writer.integer(number)
    case .string(let text): writer.string(text)
    case .array(let values):
      writer.beginArray()
      for value in values { value.write(to: &writer) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for member in members {
        writer.key(member.name)
        member.value.write(to: &writer)
      }
      writer.endObject()
    }
  }

  /// The value under a cursor.
  init(_ cursor: inout JSONCursor) throws(InterchangeError) {
    var ahead = cursor
    switch try ahead.raw().first {
    case UInt8(ascii: "{"):
      var members: [Member] = []
      try cursor.openObject()
      while let name = try cursor.nextName() {
        members.append(Member(name: name, value: try JSONValue(&cursor)))
      }
      self = .object(members)
    case UInt8(ascii: "["):
      var values: [JSONValue] = []
      try cursor.openArray()
      while try cursor.nextElement() { values.append(try JSONValue(&cursor)) }
      self = .array(values)
    case UInt8(ascii: "\""): self = .string(try cursor.string())
    case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .bool(try cursor.bool())
    case UInt8(ascii: "n"):
      _ = try cursor.readNull()
      self = .null
    default: self = .integer(try cursor.integer())
    }
  }

  /// The value that a text is.
  init(_ text: String) throws(InterchangeError) {
    var cursor = JSONCursor(Array(text.utf8))
    try self.init(&cursor)
    try cursor.end()
  }

  /// A value of any shape.
  static func random(using random: inout SeededRandom, depth: Int = 4) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: return .null
    case 1: return .bool(random.chance(50))
    case 2: return .integer(Int.random(in: .min ... .max, using: &random))
    case 3: return .integer(Int.random(in: -20...20, using: &random))
    case 4: return .string(RandomText.any(using: &random))
    case 5:
      return .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          .random(using: &random, depth: depth - 1)
        })
    default:
      return .object(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          Member(
            name: RandomText.any(using: &random), value: .random(using: &random, depth: depth - 1))
        })
    }
  }
}

/// Texts as strangers write them.
enum RandomText {
  private static let pieces = [
    "a", "Zoë", "\"", "\\", "\n", "\r\n", "\t", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{202E}", "👨‍👩‍👧",
    "作者", "\u{2028}", "\u{FFFD}", "/", "`code`", "x\u{0301}", "plain words that run on", " ", ",",
    ";",
    "\u{FEFF}", "{\"a\":[1]}",
  ]

  static func any(using random: inout SeededRandom) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
    }
    return text
  }
}
