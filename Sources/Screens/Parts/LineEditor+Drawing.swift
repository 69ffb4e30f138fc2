import Canvas

extension LineEditor {
  /// Draws the part of the line around the cursor, and puts the terminal's cursor there.
  ///
  /// What does not fit lies to the left: the cursor is always in sight. Each
  /// character is cleaned by itself, so that places on the screen stay places
  /// in the text.
  func draw(into grid: inout Grid, _ area: Rect, glyphs: Glyphs, placeholder: CleanText = "") {
    guard area.width > 0, area.height > 0 else { return }
    grid.fill(Rect(x: area.x, y: area.y, width: area.width, height: 1), .input)
    if isEmpty {
      grid.write(placeholder, x: area.x, y: area.y, .placeholder, maxWidth: area.width)
    }
    let start = firstShown(in: area.width)
    var x = area.x + (start > 0 ? 1 : 0)
    var cursorX = x
    for index in start...characters.count {
      if index == cursor { cursorX = x }
      guard index < characters.count, x < area.maxX else { break }
      let cleaned = CleanText(String(characters[index]))
      guard x + cleaned.width <= area.maxX else { break }
      grid.write(cleaned, x: x, y: area.y, .input)
      x += cleaned.width
    }
    if start > 0 { grid.write(glyphs.ellipsis, x: area.x, y: area.y, .dim) }
    grid.cursor = Point(x: min(cursorX, area.maxX - 1), y: area.y)
  }

  /// On which column of an area of this width a character of the text begins.
  func column(of index: Int, in width: Int) -> Int {
    let start = firstShown(in: width)
    let margin = start > 0 ? 1 : 0
    guard index > start else { return margin }
    let shown = characters[start..<min(index, characters.count)]
    return min(max(0, width - 1), shown.reduce(margin) { $0 + CleanText(String($1)).width })
  }

  /// Walks back from the cursor as far as there is room, keeping one column for the cursor
  /// and, where text is left out, one for the ellipsis.
  private func firstShown(in width: Int) -> Int {
    var used = 1
    var start = cursor
    while start > 0 {
      let next = CleanText(String(characters[start - 1])).width
      guard used + next <= width else { return used < width ? start : min(start + 1, cursor) }
      used += next
      start -= 1
    }
    return 0
  }
}
