import Canvas

/// A framed box over the screen.
enum Popup {
  /// The box in the upper middle of a window, never larger than it.
  static func frame(width: Int, rows: Int, in size: Size) -> Rect {
    let width = min(width + 2, size.width)
    let height = min(rows + 2, max(0, size.height - (size.height > 12 ? 2 : 0)))
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
    return Rect(x: frame.x + 1, y: frame.y + 1, width: frame.width - 2, height: frame.height - 2)
  }
}
