import Canvas
import Domain

/// Text laid out for the paper beside a tab's list: a title, facts, paragraphs, keys.
struct Sheet {
  let width: Int
  private(set) var lines: [StyledLine] = []

  init(width: Int) {
    self.width = max(1, width)
  }

  mutating func title(_ words: String) {
    for line in CleanText(words, limit: 2000).wrapped(to: width) {
      lines.append(StyledLine([Span(line, .title)]))
    }
  }

  mutating func heading(_ words: String) {
    lines.append(StyledLine(CleanText(words, limit: 400), .heading))
  }

  /// A name and its value on a line; the value may run on below itself.
  mutating func fact(_ name: String, _ value: String, _ role: Role = .text) {
    guard !value.isEmpty else { return }
    let label = CleanText(name, limit: 40)
    let indent = max(10, label.width + 2)
    let parts = CleanText(value, limit: 4000).wrapped(to: max(8, width - indent))
    for (index, part) in parts.enumerated() {
      let head: [Span] =
        index == 0
        ? [Span(label, .dim), Span(CleanText.blank(indent - label.width), .text)]
        : [Span(CleanText.blank(indent), .text)]
      lines.append(StyledLine(head + [Span(part, role)]))
    }
  }

  /// A text of any number of lines, wrapped.
  mutating func text(_ words: String, _ role: Role = .text) {
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      guard !line.isEmpty else {
        lines.append(StyledLine())
        continue
      }
      for part in CleanText(String(line), limit: 8000).wrapped(to: width) {
        lines.append(StyledLine(part, role))
      }
    }
  }

  mutating func line(_ line: StyledLine) { lines.append(line) }

  /// Leaves out all lines from a number on.
  mutating func cut(to count: Int) { lines = Array(lines.prefix(max(0, count))) }

  mutating func blank() {
    if lines.last?.width ?? 0 > 0 { lines.append(StyledLine()) }
  }

  /// A key and what it does here.
  mutating func hint(_ key: String, _ words: String) {
    lines.append(
      StyledLine([Span(CleanText(key), .key), Span(" ", .text), Span(CleanText(words), .hint)]))
  }

  /// What is known of a page.
  mutating func page(_ page: Page, _ wording: Wording, _ now: Instant) {
    fact("service", wording.name(page.service))
    fact("state", page.state.phase.name, page.state.phase.role)
    fact("severity", page.severity.name)
    fact("first", wording.moment(page.firstSeen))
    if page.count > 1 { fact("signals", "\(page.count), last \(wording.moment(page.lastSeen))") }
    if let owner = page.owner { fact("held by", wording.mention(owner)) }
    if !page.helpers.isEmpty { fact("helping", wording.mentions(page.helpers)) }
    if let deadline = page.deadline { fact("rings at", wording.moment(deadline)) }
    if let told = page.escalation?.told, !told.isEmpty { fact("told", wording.mentions(told)) }
    if let next = page.nextEscalation { fact("next", wording.moment(next)) }
    if page.repeats > 0 { fact("repeats", "\(page.repeats) in the 24 hours before") }
    if let end = page.resolution {
      fact("resolved", "\(wording.moment(end.at)) by \(wording.sender(end.by)), \(end.reason.name)")
    }
    for (name, value) in page.labels.sorted(by: { $0.key < $1.key }) { fact(name, value) }
  }
}

extension Page.Phase {
  /// How a state looks.
  var role: Role {
    switch self {
    case .suppressed: .dim
    case .triggered: .error
    case .acked: .warning
    case .resolved: .success
    }
  }
}
