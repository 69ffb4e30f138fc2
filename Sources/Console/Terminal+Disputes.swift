internal import CCurses
internal import Canvas

/// Characters that terminals draw at different widths: Indic vowel signs, trigrams.
///
/// ncurses believes the C library about their widths and places what follows by
/// that. So each is drawn by itself, last, on a blank place, together with the
/// characters it may join; then the terminal is told anew where the cursor is.
/// Whatever width it gave the character, nothing to the right of it shifts.
extension Terminal {
  /// Draws the disputed characters of the changed runs; the rest has been put.
  func putDisputed(in changes: [GridChange], of grid: Grid, _ theme: Theme) {
    let groups = changes.flatMap { disputes(in: $0, of: grid) }
    guard !groups.isEmpty else { return }
    for group in groups {
      for x in group.columns { put(x, group.y, of: grid, theme, isBlank: true) }
    }
    cc_flush()
    for group in groups {
      for x in group.columns { put(x, group.y, of: grid, theme, isBlank: false) }
      cc_cursor(Int32(group.y), 0, 0)
      cc_flush()
      cc_anchor(Int32(group.y), 0)
    }
  }

  /// The disputed characters in a run or right after it, each with what it may join.
  private func disputes(in change: GridChange, of grid: Grid) -> [GridChange] {
    guard change.y < size.height else { return [] }
    func isDisputed(_ x: Int) -> Bool {
      let cell = grid[x: x, y: change.y]
      return cell.scalars > 0x8FF && TextWidth.isDisputed(cell.base)
    }
    let end = min(size.width, grid.size.width)
    var groups: [GridChange] = []
    var x = change.columns.lowerBound
    while x < end, x < change.columns.upperBound || isDisputed(x) {
      guard isDisputed(x) else {
        x += 1
        continue
      }
      // Back to the character it may join, and on over all that follow it directly.
      var start = x
      while start > 0, isDisputed(start) || grid[x: start, y: change.y].isContinuation {
        start -= 1
      }
      if grid[x: start, y: change.y].isContinuation, start > 0 { start -= 1 }
      while x < end, isDisputed(x) || grid[x: x, y: change.y].isContinuation { x += 1 }
      groups.append(GridChange(y: change.y, columns: start..<x))
    }
    return groups
  }

  private func put(_ x: Int, _ y: Int, of grid: Grid, _ theme: Theme, isBlank: Bool) {
    let cell = grid[x: x, y: y]
    let look = look(of: cell, theme)
    var scalars: UInt64 = isBlank ? 0x20 : cell.scalars
    cc_put(Int32(y), Int32(x), &scalars, 1, look.attributes, look.pair)
  }
}
