import CMarkdown

extension MarkdownRenderer {
  mutating func openQuote() {
    beginBlock()
    open(MarkdownFrame(margin: Span(marks.bar, .quote), role: .quote))
  }

  mutating func openList(_ event: MarkdownEvent) {
    beginBlock()
    var list = MarkdownFrame()
    list.isTight = event.flag
    if event.number >= 0 {
      let last = Int(event.number) + Int(event.count) - 1
      list.number = Int(event.number)
      list.leadWidth = String(last).utf8.count + 2
    }
    open(list)
  }

  mutating func openItem(_ event: MarkdownEvent) {
    beginBlock()
    let list = frames.count - 1
    let lead = lead(of: event.task, in: frames[list])
    if let number = frames[list].number { frames[list].number = number + 1 }
    var item = MarkdownFrame(lead: lead, margin: blank(lead.text.width))
    item.isTight = frames[list].isTight
    open(item)
  }

  private func lead(of task: cm_task, in list: MarkdownFrame) -> Span {
    switch task {
    case .done: return Span(marks.taskDone, .success)
    case .open: return Span(marks.taskOpen, .dim)
    case .none: break
    }
    if let number = list.number {
      let text = CleanText("\(number). ")
      return Span(text.rightAligned(to: list.leadWidth), .dim)
    }
    return Span(marks.bullet, .dim)
  }

  mutating func openFootnote() {
    beginBlock()
    footnotes += 1
    let lead = Span(CleanText("[\(footnotes)] "), .dim)
    open(MarkdownFrame(lead: lead, margin: blank(lead.text.width)))
  }

  /// A heading keeps its `#` marks: they show its level without colour.
  mutating func openHeading(level: Int) {
    beginBlock()
    let lead = Span(CleanText(String(repeating: "#", count: level) + " "), .dim)
    open(MarkdownFrame(lead: lead, margin: blank(lead.text.width)))
    inline = MarkdownInline(base: Style(.heading, isBold: true))
  }

  mutating func closeHeading() {
    endFlow()
    close()
  }

  mutating func drawRule() {
    beginBlock()
    emit([Span(marks.rule(room), .border)])
  }

  /// Code is never wrapped: a line too long is cut, with a mark.
  mutating func drawCode(_ event: MarkdownEvent) {
    beginBlock()
    open(MarkdownFrame(margin: blank(2)))
    if let language = event.language.map({ String(cString: $0) }), !language.isEmpty {
      emit([Span(cut(language), .dim)])
    }
    for line in CodeLines(event.content) { emit([Span(cut(line), .code)]) }
    close()
  }

  private func cut(_ text: String) -> CleanText {
    CleanText(text, fitting: room, ellipsis: marks.ellipsis)
  }

  /// HTML is shown as it was written, except for comments.
  mutating func drawHTML(_ source: String) {
    let lines = CodeLines(MarkdownHTML.withoutComments(source)).filter { line in
      !line.utf8.allSatisfy { $0 == 0x20 }
    }
    guard !lines.isEmpty else { return }
    beginBlock()
    for line in lines {
      if !flow.isEmpty { flow.appendLineBreak() }
      flow.append(line, Style(.dim))
    }
    endFlow()
  }

  private func blank(_ columns: Int) -> Span { Span(.blank(columns), .text) }
}

/// Literal lines with their tabs as blanks up to the next of the columns 4, 8, 12...
private struct CodeLines: Sequence, IteratorProtocol {
  private var rest: Substring.UTF8View

  init(_ source: String) {
    rest = Substring(source).utf8
  }

  mutating func next() -> String? {
    guard !rest.isEmpty else { return nil }
    let line = rest.prefix { $0 != 0x0A }
    rest = rest[line.endIndex...].dropFirst()
    let text = String(Substring(line))
    return line.contains(0x09) ? expandingTabs(text) : text
  }

  private func expandingTabs(_ line: String) -> String {
    var expanded = String.UnicodeScalarView()
    var column = 0
    for scalar in line.unicodeScalars {
      if scalar == "\t" {
        let blanks = 4 - column % 4
        expanded.append(contentsOf: repeatElement(" ", count: blanks))
        column += blanks
      } else {
        expanded.append(scalar)
        column += TextWidth.columns(of: scalar)
      }
    }
    return String(expanded)
  }
}
