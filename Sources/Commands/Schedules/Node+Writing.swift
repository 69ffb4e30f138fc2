internal import Domain
internal import Yams

/// YAML as people write it by hand: blocks for what has parts, braces for what fits a line.
extension Node {
  /// Fields below each other; those without a value are left out.
  static func block(_ fields: [(String, Node?)]) -> Node { Node(pairs(fields), .implicit, .block) }

  /// Fields beside each other in braces; those without a value are left out.
  static func flow(_ fields: [(String, Node?)]) -> Node { Node(pairs(fields), .implicit, .flow) }

  /// Items below each other; none are brackets.
  static func rows(_ items: [Node]) -> Node {
    Node(items, .implicit, items.isEmpty ? .flow : .block)
  }

  /// Items beside each other in brackets.
  static func list(_ items: [Node]) -> Node { Node(items, .implicit, .flow) }

  /// A text that needs no quotation marks.
  static func plain(_ text: String) -> Node { Node(text, .implicit, .plain) }

  /// A text in quotation marks.
  static func quoted(_ text: String) -> Node { Node(text, Tag(.str), .doubleQuoted) }

  /// A text, in quotation marks unless it is a word that YAML takes for nothing else.
  static func text(_ text: String) -> Node {
    let isWord =
      text.unicodeScalars.first?.properties.isAlphabetic == true
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || ["_", "-", ".", "/", "+"].contains(scalar)
      }
    let special = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    return isWord && !special.contains(text.lowercased()) ? plain(text) : quoted(text)
  }

  /// A whole number.
  static func number(_ number: Int) -> Node { plain("\(number)") }

  /// An instant, which needs no quotation marks.
  static func time(_ instant: Instant) -> Node { plain(instant.iso8601) }

  /// Days of the week: `[MO, TU]`.
  static func days(_ days: Weekdays) -> Node { list(days.days.map { .text($0.code) }) }

  private static func pairs(_ fields: [(String, Node?)]) -> [(Node, Node)] {
    fields.compactMap { name, value in value.map { (.plain(name), $0) } }
  }
}
