extension Grid {
  /// Blanks a rectangle in a style.
  public mutating func fill(_ rect: Rect, _ style: Style) {
    fill(rect, with: Cell(style: style.packed))
  }

  /// Blanks a rectangle in a role's plain style.
  public mutating func fill(_ rect: Rect, _ role: Role) {
    fill(rect, Style(role))
  }

  /// Draws the rows of a rectangle as selected, keeping what they show.
  public mutating func select(_ rect: Rect) {
    let rect = rect.clipped(to: bounds)
    for y in rect.y..<rect.y + rect.height {
      for x in rect.x..<rect.x + rect.width {
        cells[y * size.width + x].packedStyle |= Style.selectedBit
      }
    }
  }

  /// Draws a line of cells to the right.
  public mutating func hline(
    x: Int, y: Int, width: Int, _ style: Style = Style(.border), glyphs: Glyphs
  ) {
    let cell = Cell(scalars: UInt64(glyphs.horizontal.value), style: style.packed)
    fill(Rect(x: x, y: y, width: width, height: 1), with: cell)
  }

  /// Draws a line of cells downwards.
  public mutating func vline(
    x: Int, y: Int, height: Int, _ style: Style = Style(.border), glyphs: Glyphs
  ) {
    let cell = Cell(scalars: UInt64(glyphs.vertical.value), style: style.packed)
    fill(Rect(x: x, y: y, width: 1, height: height), with: cell)
  }

  /// Draws a border along the inner edge of a rectangle; one row or column is a line.
  public mutating func box(_ rect: Rect, _ style: Style = Style(.border), glyphs: Glyphs) {
    guard rect.width > 1, rect.height > 1 else {
      if rect.height == 1 {
        hline(x: rect.x, y: rect.y, width: rect.width, style, glyphs: glyphs)
      } else if rect.width == 1 {
        vline(x: rect.x, y: rect.y, height: rect.height, style, glyphs: glyphs)
      }
      return
    }
    let right = rect.maxX - 1
    let bottom = rect.maxY - 1
    hline(x: rect.x + 1, y: rect.y, width: rect.width - 2, style, glyphs: glyphs)
    hline(x: rect.x + 1, y: bottom, width: rect.width - 2, style, glyphs: glyphs)
    vline(x: rect.x, y: rect.y + 1, height: rect.height - 2, style, glyphs: glyphs)
    vline(x: right, y: rect.y + 1, height: rect.height - 2, style, glyphs: glyphs)
    put(glyphs.topLeft, x: rect.x, y: rect.y, style)
    put(glyphs.topRight, x: right, y: rect.y, style)
    put(glyphs.bottomLeft, x: rect.x, y: bottom, style)
    put(glyphs.bottomRight, x: right, y: bottom, style)
  }

  /// Puts one glyph of one column: a corner, a tee.
  public mutating func put(_ glyph: Unicode.Scalar, x: Int, y: Int, _ style: Style) {
    write(CleanText(String(glyph)), x: x, y: y, style: style, maxWidth: 1)
  }

  private mutating func fill(_ rect: Rect, with cell: Cell) {
    let rect = rect.clipped(to: bounds)
    for y in rect.y..<rect.y + rect.height {
      replace(rect.x..<rect.x + rect.width, y: y, with: cell)
    }
  }
}
