/// A rectangle of styled cells: what the screen is to show.
///
/// Whatever is written outside is cut off, so drawing needs no bounds of its
/// own. A wide character is never drawn by half: one that does not fit is a
/// blank, and overwriting one half of it blanks the other.
public struct Grid: Sendable, Hashable {
  /// How many cells there are; fixed for the life of a grid.
  public let size: Size
  /// Where the cursor blinks; nil hides it.
  public var cursor: Point?
  var cells: [Cell]

  /// A blank grid in one style.
  public init(size: Size, style: Style = Style(.text)) {
    self.size = size
    cells = Array(repeating: Cell(style: style.packed), count: size.width * size.height)
  }

  /// The whole grid.
  public var bounds: Rect { Rect(size) }

  /// The cell at a place inside the grid; a blank outside of it.
  public subscript(x x: Int, y y: Int) -> Cell {
    guard bounds.contains(x: x, y: y) else { return Cell(style: Style(.text).packed) }
    return cells[y * size.width + x]
  }

  /// Writes text from a place to the right and returns how many columns it took.
  ///
  /// The text ends at `maxWidth` columns or the grid's edge; text that begins
  /// left of the grid loses what lies outside.
  @discardableResult
  public mutating func write(
    _ text: CleanText, x: Int, y: Int, style: Style, maxWidth: Int = .max
  ) -> Int {
    guard (0..<size.height).contains(y), (-65_536..<size.width).contains(x), maxWidth > 0,
      !text.isEmpty
    else { return 0 }
    let room = min(maxWidth, size.width - x)
    var pen = Pen(row: y * size.width, start: x, end: x + room, style: style.packed)
    repairBefore(&pen)
    if text.isASCII {
      writeASCII(text, with: &pen)
    } else {
      for scalar in text.characters.unicodeScalars where !put(scalar, with: &pen) { break }
    }
    repairAfter(pen)
    return pen.x - x
  }

  /// Writes text in a role's plain style.
  @discardableResult
  public mutating func write(
    _ text: CleanText, x: Int, y: Int, _ role: Role, maxWidth: Int = .max
  ) -> Int {
    write(text, x: x, y: y, style: Style(role), maxWidth: maxWidth)
  }

  /// Writes a line of runs and returns how many columns it took.
  @discardableResult
  public mutating func write(
    _ line: StyledLine, x: Int, y: Int, maxWidth: Int = .max
  ) -> Int {
    var used = 0
    for span in line.spans where used < maxWidth {
      used += write(span.text, x: x + used, y: y, style: span.style, maxWidth: maxWidth - used)
    }
    return used
  }
}

extension Grid {
  /// Where the next cell goes, and the columns that may be touched.
  private struct Pen {
    let row: Int
    var x: Int
    let end: Int
    let style: UInt64

    init(row: Int, start: Int, end: Int, style: UInt64) {
      self.row = row
      x = start
      self.end = end
      self.style = style
    }
  }

  private mutating func writeASCII(_ text: CleanText, with pen: inout Pen) {
    let skipped = max(0, -pen.x)
    let count = min(text.width, pen.end - pen.x) - skipped
    let first = pen.row + max(0, pen.x)
    let style = pen.style
    pen.x += max(0, count) + min(skipped, text.width, pen.end - pen.x)
    guard count > 0 else { return }
    var characters = text.characters
    characters.withUTF8 { bytes in
      cells.withUnsafeMutableBufferPointer { cells in
        for index in 0..<count {
          cells[first + index] = Cell(scalars: UInt64(bytes[skipped + index]), style: style)
        }
      }
    }
  }

  /// Puts one scalar; false when it no longer fits.
  private mutating func put(_ scalar: Unicode.Scalar, with pen: inout Pen) -> Bool {
    let columns = TextWidth.columns(of: scalar)
    if columns == 0 {
      addMark(scalar, with: pen)
      return true
    }
    guard pen.x + columns <= pen.end else {
      // Half a wide character: its one column shows a blank.
      if pen.x < pen.end, pen.x >= 0 { cells[pen.row + pen.x] = Cell(style: pen.style) }
      pen.x = max(pen.x, min(pen.end, pen.x + columns))
      return false
    }
    if pen.x >= 0 {
      cells[pen.row + pen.x] = Cell(scalars: UInt64(scalar.value), style: pen.style)
      if columns == 2 { cells[pen.row + pen.x + 1] = Cell(scalars: 0, style: pen.style) }
    } else if pen.x + columns > 0 {
      cells[pen.row] = Cell(style: pen.style)
    }
    pen.x += columns
    return true
  }

  private mutating func addMark(_ mark: Unicode.Scalar, with pen: Pen) {
    guard pen.x > 0 else { return }
    let last = pen.row + pen.x - 1
    cells[cells[last].isContinuation && pen.x > 1 ? last - 1 : last].add(mark: mark)
  }

  /// Blanks the first half of a wide character whose second half is about to be overwritten.
  private mutating func repairBefore(_ pen: inout Pen) {
    guard pen.x > 0, cells[pen.row + pen.x].isContinuation else { return }
    cells[pen.row + pen.x - 1].scalars = Cell.blankScalar
    cells[pen.row + pen.x].scalars = Cell.blankScalar
  }

  /// Blanks the second half of a wide character whose first half has been overwritten.
  private mutating func repairAfter(_ pen: Pen) {
    guard pen.x > 0, pen.x < size.width, cells[pen.row + pen.x].isContinuation else { return }
    cells[pen.row + pen.x].scalars = Cell.blankScalar
  }

  /// Replaces every cell of a row's columns by one cell; the columns lie inside the grid.
  mutating func replace(_ columns: Range<Int>, y: Int, with cell: Cell) {
    guard !columns.isEmpty else { return }
    let row = y * size.width
    var pen = Pen(row: row, start: columns.lowerBound, end: columns.upperBound, style: 0)
    repairBefore(&pen)
    for x in columns { cells[row + x] = cell }
    pen.x = columns.upperBound
    repairAfter(pen)
  }
}
