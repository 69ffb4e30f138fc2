import Canvas
import Domain

extension Sheet {
  /// A text of ours as Domain sets it plain: a title, headings that end in a colon, lists.
  ///
  /// What people wrote stands in list items only, so that no line of theirs looks like a heading.
  mutating func plain(_ text: String, bullet: CleanText) {
    var isFirst = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      let rest = line.dropFirst(indent)
      if rest.isEmpty {
        blank()
      } else if let item = rest.hasPrefix("- ") ? rest.dropFirst(2) : nil {
        self.item(String(item), indent: indent, bullet: bullet)
      } else if rest.hasSuffix(":") {
        heading(String(rest.dropLast()))
      } else if isFirst, !rest.hasSuffix(".") {
        title(String(rest))
      } else {
        self.text(String(rest), .dim)
      }
      isFirst = false
    }
  }

  /// A list item; its further lines stand below its first word.
  mutating func item(
    _ words: String, indent: Int = 0, bullet: CleanText, _ role: Role = .text
  ) {
    let margin = min(indent, max(0, width - 12))
    let used = margin + bullet.width + 1
    for (index, part) in CleanText(words, limit: 8000).wrapped(to: max(1, width - used))
      .enumerated()
    {
      let head: [Span] =
        index == 0
        ? [Span(CleanText.blank(margin), .text), Span(bullet, .dim), Span(" ", .text)]
        : [Span(CleanText.blank(used), .text)]
      line(StyledLine(head + [Span(part, role)]))
    }
  }
}
