/// How a text for people is set.
public enum TextForm: Sendable, CaseIterable {
  /// For chats and documents that read Markdown.
  case markdown
  /// For terminals, mails and everything else.
  case plain
}

/// A text in blocks (headings, paragraphs, lists), set as Markdown or plain.
///
/// Whatever is put in is one line: a title or a name cannot begin a block of its own.
struct TextSheet {
  private enum Block { case none, heading, paragraph, list }

  let form: TextForm
  private var lines: [String] = []
  private var last = Block.none

  init(_ form: TextForm) {
    self.form = form
  }

  /// The whole text, with a line break at its end.
  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func title(_ text: String) {
    begin(.heading)
    lines.append((form == .markdown ? "## " : "") + text.onOneLine)
  }

  mutating func heading(_ text: String) {
    begin(.heading)
    lines.append(form == .markdown ? "### \(text.onOneLine)" : "\(text.onOneLine):")
  }

  mutating func paragraph(_ text: String) {
    begin(.paragraph)
    lines.append(text.onOneLine)
  }

  /// A paragraph that follows the line before without an empty one.
  mutating func line(_ text: String) {
    last = .paragraph
    lines.append(text.onOneLine)
  }

  mutating func item(_ text: String) {
    begin(.list)
    lines.append("- \(text.onOneLine)")
  }

  /// An item with what belongs to it: on its line when it is one thing, else below it.
  mutating func item(_ head: String, _ parts: [String]) {
    guard parts.count != 1 else {
      item("\(head): \(parts[0])")
      return
    }
    item("\(head):")
    for part in parts { lines.append("  - \(part.onOneLine)") }
  }

  /// An item that somebody ticks off.
  mutating func task(_ text: String, isDone: Bool) {
    begin(.list)
    lines.append((isDone ? "- [x] " : "- [ ] ") + text.onOneLine)
  }

  /// A list under a heading; nothing at all when it is empty.
  mutating func section(_ heading: String, _ items: [String]) {
    guard !items.isEmpty else { return }
    self.heading(heading)
    for item in items { self.item(item) }
  }

  private mutating func begin(_ block: Block) {
    let isTight =
      last == .none || (block == .list && last == .list)
      || (block == .list && last == .heading && form == .plain)
    if !isTight { lines.append("") }
    last = block
  }
}
