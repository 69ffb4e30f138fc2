internal import Domain
internal import GRDB

/// How the journal writes values into its columns.
///
/// Null is NULL. Anything else is a text whose first letter says what follows:
/// `t` a text as it is, `i` an integer in decimal, `r` an id, `s` ids with a
/// blank between, `f` fields. A field is its name, `=`, the length of its value
/// in bytes, `:` and the value written likewise, so that nothing in a text
/// needs escaping: `ftitle=6:tHelloowner=0:`.
enum JournalCoding {
  static func encode(_ value: JournalValue) -> String? {
    switch value {
    case .one(let value): return encode(value)
    case .fields(let fields):
      var text = "f"
      for (field, value) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        let encoded = encode(value) ?? ""
        text += "\(field.rawValue)=\(encoded.utf8.count):\(encoded)"
      }
      return text
    }
  }

  static func decode(_ column: DatabaseValue) -> JournalValue? {
    switch column.storage {
    case .null: .one(.null)
    case .string(let text): decode(text: text)
    default: nil
    }
  }

  private static func encode(_ value: Value) -> String? {
    switch value {
    case .null: nil
    case .text(let text): "t" + text
    case .integer(let integer): "i\(integer)"
    case .reference(let id): "r\(id)"
    case .references(let ids): "s" + ids.map(\.description).joined(separator: " ")
    }
  }

  static func decode(text: String) -> JournalValue? {
    guard text.utf8.first == UInt8(ascii: "f") else { return decodeOne(text).map(JournalValue.one) }
    var fields: [Field: Value] = [:]
    var rest = text.utf8.dropFirst()
    while !rest.isEmpty {
      guard let equals = rest.firstIndex(of: UInt8(ascii: "=")),
        let colon = rest[equals...].firstIndex(of: UInt8(ascii: ":")),
        let name = String(rest[..<equals]),
        let count = String(rest[rest.index(after: equals)..<colon]).flatMap({ Int($0) }),
        count >= 0,
        let end = rest.index(
          rest.index(after: colon), offsetBy: count, limitedBy: rest.endIndex),
        let encoded = String(rest[rest.index(after: colon)..<end])
      else { return nil }
      rest = rest[end...]
      // A field that only a newer program knows is left in the row and skipped here.
      guard let field = Field(rawValue: name) else { continue }
      guard let value = encoded.isEmpty ? Value.null : decodeOne(encoded) else { return nil }
      fields[field] = value
    }
    return .fields(fields)
  }

  private static func decodeOne(_ text: String) -> Value? {
    // By scalars: an accent at the start of a text is one character with the letter before it.
    let rest = text.unicodeScalars.dropFirst()
    switch text.utf8.first {
    case UInt8(ascii: "t"): return .text(String(rest))
    case UInt8(ascii: "i"): return Int64(String(rest)).map(Value.integer)
    case UInt8(ascii: "r"): return EntityID(String(rest)).map(Value.reference)
    case UInt8(ascii: "s"):
      let ids = rest.split(separator: " ").map { EntityID(String($0)) }
      guard !ids.contains(nil) else { return nil }
      return .references(ids.compactMap(\.self))
    default: return nil
    }
  }
}
