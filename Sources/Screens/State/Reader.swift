import Canvas
import Domain

/// An issue's text laid out in lines, and how far somebody has read.
///
/// The lines are kept until the issue, the width or the minute changes: drawing
/// a frame never renders Markdown.
struct Reader: Sendable, Equatable {
  /// The issue asked for; its text may still be on the way.
  var wanted: EntityID?
  private(set) var detail: IssueDetail?
  private(set) var lines: [StyledLine] = []
  var scroll = 0
  /// Rises with every text taken in.
  private var revision = 0
  private var laidOut: Layout?

  /// What the lines were laid out for.
  private struct Layout: Sendable, Equatable {
    var revision: Int
    var width: Int
    var minute: Int64
    var isASCII: Bool
    var isWhole: Bool
  }

  /// Takes an issue in; another one is read from its top.
  mutating func take(_ detail: IssueDetail) {
    if self.detail?.issue.id != detail.issue.id { scroll = 0 }
    self.detail = detail
    revision += 1
  }

  /// Forgets the issue.
  mutating func clear() {
    self = Reader()
  }

  /// Lays the issue out for a width, unless it is already.
  mutating func layOut(width: Int, now: Instant, glyphs: Glyphs, isWhole: Bool) {
    guard let detail, width > 0 else { return }
    let layout = Layout(
      revision: revision, width: width, minute: now.milliseconds / Instant.minute,
      isASCII: glyphs == .ascii, isWhole: isWhole)
    guard layout != laidOut else { return }
    laidOut = layout
    let page = IssuePaper(width: width, now: now, glyphs: glyphs, isWhole: isWhole)
    lines = page.lines(of: detail)
  }

  /// Moves by lines, as far as there is text.
  mutating func move(by count: Int, height: Int) {
    scroll = min(max(0, scroll + count), max(0, lines.count - height))
  }
}

/// An issue over the whole screen.
struct DetailScreen: Sendable, Equatable {
  var id: EntityID
  var key: IssueKey
  var reader = Reader()
  /// Words somebody looks for in the text.
  var sought = ""
  /// The line on which they were found last.
  var foundLine: Int?

  init(id: EntityID, key: IssueKey) {
    self.id = id
    self.key = key
    reader.wanted = id
  }
}

extension DetailScreen {
  /// Moves to the next line (or the one before) with the words; false when there is none.
  mutating func find(forward: Bool, height: Int, staying: Bool = false) -> Bool {
    let lines = reader.lines
    let wanted = sought.lowercased()
    guard !wanted.isEmpty, !lines.isEmpty else { return false }
    let start = foundLine ?? (forward ? reader.scroll - 1 : reader.scroll)
    for step in (staying ? 0 : 1)...lines.count {
      let moved = (start + (forward ? step : -step)) % lines.count
      let index = moved < 0 ? moved + lines.count : moved
      guard lines[index].characters.lowercased().contains(wanted) else { continue }
      foundLine = index
      if index < reader.scroll || index >= reader.scroll + height {
        reader.scroll = min(max(0, index - height / 3), max(0, lines.count - height))
      }
      return true
    }
    foundLine = nil
    return false
  }
}
