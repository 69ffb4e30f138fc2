import Canvas

/// A framed box over the screen.
enum Popup {
  /// The box in the upper middle of a window, never larger than it; the keys that work in it stay
  /// in sight below.
  static func frame(width: Int, rows: Int, in size: Size) -> Rect {
    let width = min(width + 2, size.width)
    let foot = size.height > 12 ? 2 : size.height > 4 ? 1 : 0
    let height = min(rows + 2, max(0, size.height - foot))
    let y = min(3, max(0, size.height - height - 2))
    return Rect(x: (size.width - width) / 2, y: y, width: width, height: height)
  }

  /// Draws the frame with its title and returns what is inside.
  static func draw(_ frame: Rect, title: CleanText, glyphs: Glyphs, into grid: inout Grid) -> Rect {
    grid.fill(frame, .text)
    grid.box(frame, glyphs: glyphs)
    let shown = title.truncated(to: max(0, frame.width - 6), ellipsis: glyphs.ellipsis)
    if !shown.isEmpty {
      grid.write(" " + shown + " ", x: frame.x + 2, y: frame.y, .title)
    }
    return inside(frame)
  }

  /// What a frame goes around.
  static func inside(_ frame: Rect) -> Rect {
    Rect(x: frame.x + 1, y: frame.y + 1, width: frame.width - 2, height: frame.height - 2)
  }

  /// Says in the frame that a list goes on: arrows where it does, and the place in the whole.
  ///
  /// - Parameters:
  ///   - list: the rows that lines stand in, inside of the frame.
  ///   - first: the line in the uppermost row.
  ///   - place: the line under the cursor.
  static func drawScroll(
    _ frame: Rect, list: Rect, first: Int, place: Int, of total: Int, glyphs: Glyphs,
    into grid: inout Grid
  ) {
    guard total > list.height, list.height > 0 else { return }
    drawArrows(
      x: frame.maxX - 1, list: list, first: first, of: total, glyphs: glyphs, into: &grid)
    let words = CleanText(" \(place + 1) of \(total) ")
    guard words.width + 4 <= frame.width else { return }
    grid.write(words, x: frame.maxX - words.width - 2, y: frame.maxY - 1, .dim)
  }

  /// Arrows in a column beside a list, up where lines stand above it and down where they go on.
  static func drawArrows(
    x: Int, list: Rect, first: Int, of total: Int, glyphs: Glyphs, into grid: inout Grid
  ) {
    if first > 0 { grid.write(glyphs.up, x: x, y: list.y, .accent) }
    if first + list.height < total { grid.write(glyphs.down, x: x, y: list.maxY - 1, .accent) }
  }
}
