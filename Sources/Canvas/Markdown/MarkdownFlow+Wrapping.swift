extension MarkdownFlow {
  /// One line of a flow.
  struct Line {
    var spans: [Span] = []
    var width = 0
  }

  /// The text in lines of at most so many columns; none if it is empty.
  ///
  /// A line ends before the word that no longer fits; the blanks there belong to
  /// no line. Wide characters may be parted without a blank. A word longer than
  /// a line is cut, and a wide character where only one column exists becomes `?`.
  func wrapped(to columns: Int) -> [Line] {
    var breaker = LineBreaker(flow: self, columns: max(1, columns))
    return breaker.lines()
  }
}

/// Greedy line breaking in one pass over the notes of a flow.
private struct LineBreaker {
  /// A place where the line may end: it ends before `end`, the next one begins at `next`.
  struct Chance {
    let end: Int
    let next: Int
    /// The columns of the line up to `next`.
    let used: Int
  }

  let flow: MarkdownFlow
  let columns: Int
  var result: [MarkdownFlow.Line] = []
  var run = 0
  var start = 0
  var used = 0
  var chance: Chance?
  var followsWide = false

  init(flow: MarkdownFlow, columns: Int) {
    self.flow = flow
    self.columns = columns
  }

  mutating func lines() -> [MarkdownFlow.Line] {
    flow.bytes.withUnsafeBufferPointer { bytes in
      flow.notes.withUnsafeBufferPointer { notes in
        var index = 0
        while index < bytes.count {
          switch bytes[index] {
          case MarkdownFlow.newline:
            endLine(before: textEnd(index), next: index + 1)
            index += 1
          case MarkdownFlow.blank:
            takeBlank(at: index)
            index += 1
          default:
            index = takeCell(at: index, notes)
          }
        }
      }
    }
    if start < flow.count { endLine(before: textEnd(flow.count), next: flow.count) }
    return result
  }

  private mutating func takeBlank(at index: Int) {
    followsWide = false
    if index == start {
      start += 1
    } else if used + 1 > columns {
      endLine(before: textEnd(index), next: index + 1)
    } else {
      used += 1
      chance = Chance(end: textEnd(index), next: index + 1, used: used)
    }
  }

  /// Where the text before a place ends: blanks just before it do not count.
  private func textEnd(_ index: Int) -> Int {
    if let chance, chance.next == index { chance.end } else { index }
  }

  /// Takes the cell at a place and returns the place after it.
  private mutating func takeCell(
    at index: Int, _ notes: UnsafeBufferPointer<MarkdownFlow.Note>
  ) -> Int {
    let cell = Int(notes[index].columns)
    var next = index + 1
    while next < notes.count, !notes[next].isStart { next += 1 }

    if cell > columns {
      if start < index { endLine(before: index, next: index) }
      result.append(MarkdownFlow.Line(spans: [Span("?", style(at: index))], width: 1))
      start = next
      return next
    }
    let mayPart = (cell == 2 || followsWide) && !notes[index].clings
    if mayPart, index > start, chance?.next != index {
      chance = Chance(end: index, next: index, used: used)
    }
    if used + cell > columns {
      if let chance {
        used -= chance.used
        let carried = used
        endLine(before: chance.end, next: chance.next)
        used = carried
      } else {
        endLine(before: index, next: index)
      }
    }
    used += cell
    followsWide = cell == 2
    return next
  }

  private mutating func endLine(before end: Int, next: Int) {
    result.append(line(from: start, to: end))
    start = next
    used = 0
    chance = nil
  }

  private mutating func line(from start: Int, to end: Int) -> MarkdownFlow.Line {
    var line = MarkdownFlow.Line()
    var from = start
    while from < end {
      while flow.runs[run].end <= from { run += 1 }
      let to = min(end, flow.runs[run].end)
      let width = flow.notes[from..<to].reduce(0) { $0 + Int($1.columns) }
      let text = CleanText(
        trusted: String(decoding: flow.bytes[from..<to], as: UTF8.self), width: width)
      line.spans.append(Span(text, flow.runs[run].style, link: flow.runs[run].link))
      line.width += width
      from = to
    }
    return line
  }

  private mutating func style(at index: Int) -> Style {
    while flow.runs[run].end <= index { run += 1 }
    return flow.runs[run].style
  }
}
