/// People and issues named in running text: `@ana`, `@acme/core`, `#123`, `API-42`, `API-~K7Q2M`.
///
/// A name counts only where a word could begin and end, so `ana@example.org`,
/// `C#7b` and `xAPI-42` name nobody.
enum MarkdownMentions {
  struct Mention: Equatable {
    let range: Range<Int>
    let role: Role
  }

  /// Capitals and a number that are never an issue's key.
  private static let standards: Set<String> = [
    "AES", "CVE", "ISO", "PEP", "RFC", "RSA", "SHA", "UTF",
  ]

  /// What a text mentions, in order, as ranges of its UTF-8.
  static func find(in text: UnsafeBufferPointer<UInt8>) -> [Mention] {
    var found: [Mention] = []
    var index = 0
    while index < text.count {
      let mention = isWordStart(text, index) ? mention(in: text, at: index) : nil
      if let mention { found.append(mention) }
      index = mention?.range.upperBound ?? index + 1
    }
    return found
  }

  private static func mention(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Mention? {
    switch text[index] {
    case UInt8(ascii: "@"): person(in: text, at: index)
    case UInt8(ascii: "#"): number(in: text, at: index)
    case 65...90: key(in: text, at: index)
    default: nil
    }
  }

  private static func person(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Mention? {
    var end = nameEnd(text, index + 1)
    guard end > index + 1 else { return nil }
    if end < text.count, text[end] == UInt8(ascii: "/") {
      let team = nameEnd(text, end + 1)
      if team > end + 1 { end = team }
    }
    guard end == text.count || text[end] < 0x80 else { return nil }
    return Mention(range: index..<end, role: .person)
  }

  private static func number(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Mention? {
    let end = digitsEnd(text, index + 1)
    guard end > index + 1, end <= index + 10, isWordEnd(text, end) else { return nil }
    return Mention(range: index..<end, role: .link)
  }

  private static func key(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Mention? {
    var dash = index + 1
    while dash < text.count, isCapital(text[dash]) || isDigit(text[dash]) { dash += 1 }
    guard (2...10).contains(dash - index), dash + 1 < text.count,
      text[dash] == UInt8(ascii: "-")
    else { return nil }
    let first = dash + 1
    var end = digitsEnd(text, first)
    if text[first] == UInt8(ascii: "~") {
      end = first + 1
      while end < text.count, isCapital(text[end]) || isDigit(text[end]) { end += 1 }
      guard end > first + 1 else { return nil }
    }
    guard end > first, end <= first + 9, isWordEnd(text, end) else { return nil }
    let prefix = String(decoding: text[index..<dash], as: UTF8.self)
    return standards.contains(prefix) ? nil : Mention(range: index..<end, role: .link)
  }

  private static func nameEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard start < text.count, isLetterOrDigit(text[start]) else { return start }
    var end = start
    while end < text.count, end < start + 39,
      isLetterOrDigit(text[end]) || text[end] == UInt8(ascii: "-")
        || text[end] == UInt8(ascii: "_")
    {
      end += 1
    }
    while text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    return end
  }

  private static func digitsEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < text.count, isDigit(text[end]) { end += 1 }
    return end
  }

  private static func isWordStart(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = text[index - 1]
    return !isWord(before) && before != UInt8(ascii: "-") && before != UInt8(ascii: "/")
      && before != UInt8(ascii: "@") && before != UInt8(ascii: "#")
  }

  private static func isWordEnd(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index == text.count || !(isWord(text[index]) || text[index] == UInt8(ascii: "-"))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || isCapital(byte) || (97...122).contains(byte)
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
