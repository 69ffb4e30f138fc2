/// JSON kept as it was written.
enum RawJSON {
  /// Appends a value without the space between its tokens; the tokens stay byte for byte.
  static func appendCompact(_ json: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    var isInText = false
    var isEscaped = false
    for byte in json {
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isInText = false
        }
      } else if JSONElement.isSpace(byte) {
        continue
      } else if byte == 0x22 {
        isInText = true
      }
      bytes.append(byte)
    }
  }
}

/// Gathers the members of a record that we do not model, in their order, as one object.
struct ExtraMembers {
  private var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  /// Keeps the member that the cursor has just read over.
  mutating func keep(from start: Int, _ cursor: JSONCursor) {
    bytes.append(bytes.isEmpty ? 0x7B : 0x2C)
    RawJSON.appendCompact(cursor.bytes[start..<cursor.at], to: &bytes)
  }

  /// Keeps a member whose value is a text.
  mutating func keep(_ name: String, _ text: String) {
    bytes.append(bytes.isEmpty ? 0x7B : 0x2C)
    var writer = JSONWriter()
    writer.key(name)
    writer.string(text)
    bytes.append(contentsOf: writer.bytes)
  }

  /// The object, its members behind those of another object; empty when there are none.
  func object(after other: String = "") -> String {
    if bytes.isEmpty { return other }
    let members = String(decoding: bytes, as: UTF8.self) + "}"
    if other.isEmpty || other == "{}" { return members }
    return other.dropLast() + "," + members.dropFirst()
  }
}
