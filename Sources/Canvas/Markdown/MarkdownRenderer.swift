import CMarkdown

/// Turns the parts of a body into lines, one part at a time.
///
/// Open blocks are a stack of frames on the heap and running text gathers in
/// one flow, so that depth costs no recursion. Frames that would leave too
/// little room for text indent no further.
struct MarkdownRenderer {
  let width: Int
  let marks: MarkdownMarks
  private(set) var lines: [StyledLine] = []

  var frames = [MarkdownFrame()]
  /// The margins of the open frames, so that a line need not look at frames without one.
  private var margins: [Span] = []
  private var hasLeads = false
  private var indent = 0
  var flow = MarkdownFlow()
  var inline = MarkdownInline(base: Style(.text))
  var table: MarkdownTable?
  var footnotes = 0

  /// The columns left for text.
  var room: Int { width - indent }

  init(width: Int, marks: MarkdownMarks) {
    self.width = width
    self.marks = marks
  }

  /// Draws what begins or ends here.
  mutating func take(_ event: MarkdownEvent) {
    switch event.kind {
    case .document, .other: break
    case .quote: event.enters ? openQuote() : close()
    case .list: event.enters ? openList(event) : close()
    case .item: event.enters ? openItem(event) : close()
    case .footnote: event.enters ? openFootnote() : close()
    case .heading: event.enters ? openHeading(level: Int(event.number)) : closeHeading()
    case .paragraph: event.enters ? beginFlow() : endFlow()
    case .codeBlock: drawCode(event)
    case .htmlBlock: drawHTML(event.content)
    case .rule: drawRule()
    case .table: event.enters ? openTable(event) : closeTable()
    case .tableRow: if event.enters { openRow(isHeader: event.flag) }
    case .tableCell: if !event.enters { closeCell() }
    case .text, .softBreak, .hardBreak, .code, .html, .emphasis, .strong, .struck, .link, .image,
      .footnoteMark:
      takeInline(event)
    }
  }

  /// Says under the text how much of it was left out.
  mutating func sayHidden(bytes: Int) {
    guard bytes > 0 else { return }
    let kibibytes = (bytes + 1023) / 1024
    beginFlow()
    flow.append(marks.ellipsis, Style(.dim))
    flow.append(" \(kibibytes) KiB more", Style(.dim))
    endFlow()
  }
}

// MARK: Frames and lines

extension MarkdownRenderer {
  /// Makes ready for a block: an empty line parts it from the one before.
  mutating func beginBlock() {
    let parent = frames.count - 1
    if frames[parent].hasBlocks, !frames[parent].isTight { emit([]) }
    frames[parent].hasBlocks = true
  }

  /// Opens a frame; it may indent only as long as enough room for text is left.
  mutating func open(_ frame: MarkdownFrame) {
    var frame = frame
    let needed = frame.columns
    if room - needed < min(width, max(8, width / 4)) {
      frame.margin = nil
      frame.lead = nil
    }
    if frame.role == .text, let outer = frames.last { frame.role = outer.role }
    indent += frame.columns
    if let margin = frame.margin { margins.append(margin) }
    hasLeads = hasLeads || frame.lead != nil
    frames.append(frame)
  }

  /// Closes the innermost frame; one that held nothing still shows its lead.
  mutating func close() {
    guard frames.count > 1 else { return }
    if frames[frames.count - 1].lead != nil { emit([]) }
    let frame = frames.removeLast()
    indent -= frame.columns
    if frame.margin != nil { margins.removeLast() }
  }

  /// Adds a line behind what the open frames put before it.
  mutating func emit(_ spans: [Span]) {
    var line = hasLeads ? takeLeads() : margins
    line += spans
    if spans.isEmpty { trimBlanks(&line) }
    lines.append(StyledLine(line))
  }

  /// Makes ready for a block of running text.
  mutating func beginFlow() {
    beginBlock()
    inline = MarkdownInline(base: Style(frames.last?.role ?? .text))
  }

  /// Wraps the gathered text into lines.
  mutating func endFlow() {
    for line in flow.wrapped(to: room) { emit(line.spans) }
    flow.removeAll()
  }

  /// What stands before the next line where some frames have not begun yet.
  private mutating func takeLeads() -> [Span] {
    hasLeads = false
    return frames.indices.compactMap { index in
      defer { frames[index].lead = nil }
      return frames[index].lead ?? frames[index].margin
    }
  }

  /// Margins of blanks are nothing to see at the end of a line.
  private func trimBlanks(_ line: inout [Span]) {
    while let last = line.last, last.text.characters.utf8.last == 0x20 {
      line[line.count - 1].text = last.text.prefix(last.text.width - 1)
      if line[line.count - 1].text.isEmpty { line.removeLast() }
    }
  }
}
