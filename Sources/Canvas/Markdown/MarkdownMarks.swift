/// The few signs that stand between the words, as the terminal can show them.
struct MarkdownMarks {
  let bullet, bar, ellipsis: CleanText
  let taskDone, taskOpen: CleanText
  /// What parts two columns of a table: three columns wide.
  let tableColumn: CleanText
  private let tableCrossing: CleanText
  private let horizontal: String

  init(_ glyphs: Glyphs) {
    bullet = glyphs.bullet + .blank(1)
    bar = glyphs.marker + .blank(1)
    ellipsis = glyphs.ellipsis
    taskDone = glyphs.checked + .blank(1)
    taskOpen = glyphs.unchecked + .blank(1)
    horizontal = String(glyphs.horizontal)
    tableColumn = CleanText(" \(glyphs.vertical) ")
    tableCrossing = CleanText("\(horizontal)\(glyphs.cross)\(horizontal)")
  }

  /// A horizontal line.
  func rule(_ columns: Int) -> CleanText {
    CleanText(trusted: String(repeating: horizontal, count: columns), width: columns)
  }

  /// The line between a table's head and its body.
  func tableRule(_ widths: [Int]) -> CleanText {
    widths.dropFirst().reduce(rule(widths.first ?? 0)) { $0 + tableCrossing + rule($1) }
  }
}
