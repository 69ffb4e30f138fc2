/// Several texts in one cell: `bug; "a; b"; good first issue`.
///
/// A text that holds what parts texts stands in quotes of its own, in which a
/// quote is two; so what is written is read again as it was.
extension CSVText {
  /// Names of labels, parted by semicolons or commas; not by spaces: `good first issue` is one.
  static func labels(_ text: String) -> [String] { parts(of: text, where: isMark) }

  /// Handles or keys: parted by semicolons, commas or spaces.
  static func people(_ text: String) -> [String] {
    parts(of: text) { isMark($0) || $0.isWhitespace }
  }

  /// A cell of labels.
  static func list(labels: [String]) -> String { list(labels, where: isMark) }

  /// A cell of handles or keys.
  static func list(people: [String]) -> String {
    list(people) { isMark($0) || $0.isWhitespace }
  }

  private static func isMark(_ character: Character) -> Bool {
    character == ";" || character == ","
  }

  private static func list(
    _ texts: [String], where isBorder: (Character) -> Bool
  ) -> String {
    texts.map { text in
      let isPlain =
        !text.contains(where: isBorder) && text.first != quote && text == trimmed(text[...])
      return isPlain ? text : quoted(text)
    }.joined(separator: "; ")
  }

  private static func parts(
    of text: String, where isBorder: (Character) -> Bool
  ) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    while true {
      rest = rest.drop { isBorder($0) || $0.isWhitespace }
      if rest.isEmpty { return parts }
      if let part = takeQuoted(from: &rest, before: isBorder) {
        parts.append(part)
      } else {
        let part = rest.prefix { !isBorder($0) }
        parts.append(trimmed(part))
        rest = rest[part.endIndex...]
      }
    }
  }

  /// Takes a text in quotes off the beginning; nil when it does not end where a text can.
  private static func takeQuoted(
    from rest: inout Substring, before isBorder: (Character) -> Bool
  ) -> String? {
    guard rest.first == quote else { return nil }
    var text = ""
    var ahead = rest.dropFirst()
    while let character = ahead.popFirst() {
      if character == quote {
        guard ahead.first == quote else {
          guard ends(ahead, before: isBorder) else { return nil }
          rest = ahead
          return text
        }
        ahead.removeFirst()
      }
      text.append(character)
    }
    return nil
  }

  /// Whether nothing more of the same text stands here.
  private static func ends(
    _ rest: Substring, before isBorder: (Character) -> Bool
  ) -> Bool {
    guard let first = rest.first else { return true }
    if isBorder(first) { return true }
    guard let next = rest.first(where: { !$0.isWhitespace }) else { return true }
    return isBorder(next)
  }

  private static func quoted(_ text: String) -> String {
    let quotes = String(quote)
    return quotes
      + text.split(separator: quote, omittingEmptySubsequences: false)
      .joined(separator: quotes + quotes) + quotes
  }

  private static func trimmed(_ text: Substring) -> String { String(text).trimmed }

  private static let quote: Character = "\""
}
