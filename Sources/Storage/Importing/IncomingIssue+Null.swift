internal import Domain

#if canImport(Glibc)
  internal import Glibc
#endif

extension IncomingIssue {
  /// Puts U+FFFD in the place of each U+0000 of its texts, because SQLite's readers would end
  /// there; returns the fields that held one.
  mutating func replaceNull() -> [String] {
    var fields: [String] = []
    if title.replaceNull() { fields.append("title") }
    if body.replaceNull() { fields.append("body") }
    for index in comments.indices where comments[index].body.replaceNull() {
      fields.append("comments[\(index)].body")
    }
    return fields
  }
}

extension String {
  /// Whether a byte stands in the text's UTF-8; at the speed of memory, for millions of texts.
  func contains(byte: UInt8) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      guard let start = bytes.baseAddress else { return false }
      return memchr(start, Int32(byte), bytes.count) != nil
    }
    return found ?? utf8.contains(byte)
  }

  /// Whether there was one to replace.
  fileprivate mutating func replaceNull() -> Bool {
    guard contains(byte: 0) else { return false }
    let scalars = unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }
    self = String(String.UnicodeScalarView(scalars))
    return true
  }
}
