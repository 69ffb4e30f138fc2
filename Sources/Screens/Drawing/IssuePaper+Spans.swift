import Canvas
import Domain

extension IssuePaper {
  func status(_ status: Status) -> [Span] {
    [Span(glyphs.mark(status.role) + " " + CleanText(status.name), status.role)]
  }

  func priority(_ priority: Priority) -> [Span] {
    [Span(glyphs.mark(priority.role) + " " + CleanText(priority.name), priority.role)]
  }

  func person(_ handle: String) -> Span {
    Span("@" + CleanText(handle, fitting: 40, ellipsis: glyphs.ellipsis), .person)
  }

  func labels(_ labels: [Label]) -> [Span] {
    list(
      labels.map { label in
        Span(
          CleanText(label.name, fitting: 50, ellipsis: glyphs.ellipsis),
          Style(.label, tint: label.tint))
      })
  }

  /// A due date, in the look of an error once it has passed while the issue is open.
  func due(_ date: CivilDate, _ issue: Issue) -> Span {
    let hasPassed = issue.status.isOpen && date.startUTC.advanced(by: Instant.day) <= now
    return Span(CleanText(date.description), hasPassed ? .error : .time)
  }

  func opened(_ issue: Issue) -> [Span] {
    let words = isWhole ? "" : "opened "
    var spans = [Span(CleanText(words + Age.long(issue.createdAt, now: now)), .time)]
    if let author = issue.author { spans += [Span(" by ", .dim), person(author)] }
    if !isWhole, issue.commentCount > 0 {
      let noun = issue.commentCount == 1 ? "comment" : "comments"
      spans.append(
        Span(CleanText(" \(glyphs.separator) \(issue.commentCount.grouped) \(noun)"), .count))
    }
    return spans
  }

  func clean(_ text: String) -> CleanText {
    CleanText(text, fitting: 200, ellipsis: glyphs.ellipsis)
  }

  /// Things one after the other, with commas.
  func list(_ spans: [Span]) -> [Span] {
    spans.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [Span(", ", .dim), $0.element] }
  }

  /// Groups on as few lines as they fit, parted by two blanks.
  func joined(_ groups: [[Span]]) -> [StyledLine] {
    var lines = [StyledLine()]
    for group in groups {
      let needed = group.reduce(0) { $0 + $1.text.width }
      let used = lines[lines.count - 1].width
      if used > 0, used + 2 + needed <= width {
        lines[lines.count - 1].spans += [Span("  ", .text)] + group
      } else if used == 0, needed <= width {
        lines[lines.count - 1].spans += group
      } else {
        if used == 0 { lines.removeLast() }
        lines += flowed(group, width: width)
      }
    }
    return lines
  }

  /// Runs broken at blanks into lines of a width, each run keeping its look.
  func flowed(_ spans: [Span], width: Int) -> [StyledLine] {
    let width = max(1, width)
    var lines = [StyledLine()]
    var used = 0
    for span in spans {
      for piece in span.text.pieces {
        if used > 0, used + piece.width > width {
          lines.append(StyledLine())
          used = 0
        }
        if used == 0, piece == " " { continue }
        for part in piece.wrapped(to: width) {
          if used > 0, used + part.width > width {
            lines.append(StyledLine())
            used = 0
          }
          lines[lines.count - 1].spans.append(Span(part, span.style, link: span.link))
          used += part.width
        }
      }
    }
    return lines
  }
}

extension CleanText {
  /// Words and the blanks between them, each by itself; a long word is one piece.
  fileprivate var pieces: [CleanText] {
    var pieces: [CleanText] = []
    var word = ""
    for character in characters {
      guard character == " " else {
        word.append(character)
        continue
      }
      if !word.isEmpty { pieces.append(CleanText(word)) }
      word = ""
      pieces.append(" ")
    }
    if !word.isEmpty { pieces.append(CleanText(word)) }
    return pieces
  }
}
