internal import CCurses
public import Canvas

/// A look in ncurses's terms.
struct CursesLook {
  let attributes: Int32
  let pair: Int32
}

extension Terminal {
  /// Makes the screen show a grid, writing only what differs from what it shows.
  ///
  /// A grid of another size than the terminal's is cut off or leaves a margin; the
  /// resize that explains it is already on its way.
  public func flush(_ grid: Grid, _ theme: Theme) {
    guard isOpen, !isGone else { return }
    if theme != self.theme {
      self.theme = theme
      looks.removeAll(keepingCapacity: true)
      shown = nil
    }
    let changes = grid.changes(from: shown)
    for change in changes { put(change, of: grid, theme) }
    let cursor = grid.cursor.map { $0.y < size.height && $0.x < size.width } ?? false
    if isUTF8 { putDisputed(in: changes, of: grid, theme) }
    let place = grid.cursor ?? Point(x: 0, y: 0)
    cc_cursor(Int32(clamping: place.y), Int32(clamping: place.x), cursor ? 1 : 0)
    cc_flush()
    shown = grid
  }

  /// Repaints the whole screen, whatever has happened to it: ctrl-l.
  public func redraw() {
    guard isOpen, !isGone else { return }
    cc_repaint()
    if let shown, let theme {
      self.shown = nil
      flush(shown, theme)
    }
  }

  /// Puts a run of cells, a call for each stretch of one style.
  private func put(_ change: GridChange, of grid: Grid, _ theme: Theme) {
    guard change.y < size.height else { return }
    let cells = grid.cells(of: change)
    var start = cells.startIndex
    while start < cells.endIndex {
      let style = cells[start].packedStyle
      let end = cells[start...].firstIndex { $0.packedStyle != style } ?? cells.endIndex
      let look = look(of: cells[start], theme)
      let x = change.columns.lowerBound + start - cells.startIndex
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: end - start) { packed in
        for index in start..<end {
          packed[index - start] = isUTF8 ? cells[index].scalars : asciiScalars(cells[index])
        }
        cc_put(
          Int32(change.y), Int32(x), packed.baseAddress, Int32(end - start), look.attributes,
          look.pair)
      }
      start = end
    }
  }

  private func asciiScalars(_ cell: Cell) -> UInt64 {
    cell.isContinuation ? 0x3F : UInt64(Glyphs.ascii(for: cell.base).value)
  }

  func look(of cell: Cell, _ theme: Theme) -> CursesLook {
    if let known = looks[cell.packedStyle] { return known }
    let resolved = theme.resolve(cell.style, depth: depth)
    let look = CursesLook(
      attributes: Int32(resolved.attributes.rawValue),
      pair: cc_pair(Int32(resolved.foreground), Int32(resolved.background)))
    looks[cell.packedStyle] = look
    return look
  }
}
