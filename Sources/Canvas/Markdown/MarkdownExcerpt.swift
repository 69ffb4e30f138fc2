import CMarkdown

/// The first words of a body on one line, gathered from its parts.
struct MarkdownExcerpt {
  private let limit: Int
  private var length = 0
  private var needsBlank = false
  private(set) var text = ""

  init(limit: Int) {
    self.limit = limit
  }

  /// Adds what a part says; false once there is enough.
  mutating func take(_ event: MarkdownEvent) -> Bool {
    guard event.enters else { return length < limit }
    switch event.kind {
    case .text, .code: add(event.content)
    case .codeBlock:
      needsBlank = true
      add(event.content)
    case .emphasis, .strong, .struck, .link, .image, .html, .footnoteMark: break
    case .document, .quote, .list, .item, .htmlBlock, .paragraph, .heading, .rule, .footnote,
      .table, .tableRow, .tableCell, .softBreak, .hardBreak, .other:
      needsBlank = true
    }
    return length < limit
  }

  /// Adds words with single blanks between them, as far as there is room.
  private mutating func add(_ words: String) {
    for character in words {
      guard !character.isWhitespace else {
        needsBlank = true
        continue
      }
      if needsBlank, length > 0 {
        guard length + 1 < limit else {
          length = limit
          return
        }
        text.append(" ")
        length += 1
      }
      needsBlank = false
      guard length < limit else { return }
      text.append(character)
      length += 1
    }
  }
}
