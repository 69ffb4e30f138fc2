import Canvas

/// A framed box with a line to type in and a list below it: where drawing and the mouse look.
struct PopupList {
  let frame: Rect
  /// Within the frame.
  let inside: Rect
  /// The list's rows; none in a window too low for it.
  let list: Rect
  /// The line in the uppermost row.
  let first: Int

  /// - Parameters:
  ///   - rows: how many the box wants, with the line to type in.
  ///   - cursor: the line that must be in sight.
  ///   - total: how many lines there are.
  init(width: Int, rows: Int, cursor: Int, of total: Int, in size: Size) {
    frame = Popup.frame(width: width, rows: rows, in: size)
    inside = Popup.inside(frame)
    let height = max(0, inside.height - 1)
    list = Rect(x: inside.x, y: inside.y + 1, width: inside.width, height: height)
    first = min(max(0, cursor - height + 1), max(0, total - height))
  }

  /// The line at a place of the screen; nil beside the list.
  func line(x: Int, y: Int) -> Int? {
    list.contains(x: x, y: y) ? first + y - list.y : nil
  }
}

extension AppState {
  /// Where the palette stands.
  func box(of palette: Palette) -> PopupList {
    PopupList(
      width: min(92, size.width - 4), rows: min(21, max(8, size.height - 8)),
      cursor: palette.cursor, of: palette.matches.count, in: size)
  }

  /// Where a picker stands; measured over all items, so that it keeps its size while somebody types.
  func box(of picker: Picker) -> PopupList {
    let names = picker.items.map { CleanText($0.value, limit: 40).width }.max() ?? 0
    let notes = picker.items.map { CleanText($0.note, limit: 40).width }.max() ?? 0
    let title = CleanText(picker.title, fitting: size.width - 6, ellipsis: glyphs.ellipsis)
    return PopupList(
      width: max(title.width + 6, min(60, names + notes + 12), 34),
      rows: max(3, min(12, picker.items.count)) + 1, cursor: picker.cursor,
      of: picker.choiceCount, in: size)
  }
}
