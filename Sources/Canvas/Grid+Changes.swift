/// A run of cells in one row that differ from what is shown.
public struct GridChange: Sendable, Hashable {
  /// The row.
  public let y: Int
  /// The columns that differ.
  public let columns: Range<Int>

  /// A run of cells.
  public init(y: Int, columns: Range<Int>) {
    self.y = y
    self.columns = columns
  }
}

extension Grid {
  /// The runs of cells that must be put to turn a shown grid into this one.
  ///
  /// A run never begins or ends inside a wide character. Against a grid of
  /// another size, or none, every row is one run.
  public func changes(from shown: Grid?) -> [GridChange] {
    let columns = 0..<size.width
    guard let shown, shown.size == size else {
      return columns.isEmpty ? [] : (0..<size.height).map { GridChange(y: $0, columns: columns) }
    }
    var changes: [GridChange] = []
    for y in 0..<size.height {
      let row = y * size.width
      var x = 0
      while x < size.width {
        guard cells[row + x] != shown.cells[row + x] else {
          x += 1
          continue
        }
        let start = cells[row + x].isContinuation && x > 0 ? x - 1 : x
        x += 1
        while x < size.width,
          cells[row + x] != shown.cells[row + x] || cells[row + x].isContinuation
        {
          x += 1
        }
        changes.append(GridChange(y: y, columns: start..<x))
      }
    }
    return changes
  }

  /// The cells of a run, left to right.
  public func cells(of change: GridChange) -> ArraySlice<Cell> {
    let row = change.y * size.width
    return cells[row + change.columns.lowerBound..<row + change.columns.upperBound]
  }

  /// The characters of a row as one string, as wide as the grid.
  public func text(row y: Int) -> String {
    guard (0..<size.height).contains(y) else { return "" }
    return cells[y * size.width..<(y + 1) * size.width].map(\.text).joined()
  }

  /// Every row as text without its blanks at the end: the picture a test compares.
  public var lines: [String] {
    (0..<size.height).map { y in
      var row = text(row: y).unicodeScalars
      while row.last == " " { row.removeLast() }
      return String(row)
    }
  }

  /// The styled runs of a row, left to right: where each begins and ends, and its style.
  public func runs(row y: Int) -> [(columns: Range<Int>, style: Style)] {
    guard (0..<size.height).contains(y) else { return [] }
    var runs: [(columns: Range<Int>, style: Style)] = []
    var start = 0
    for x in 0..<size.width {
      let style = cells[y * size.width + x].packedStyle
      guard x + 1 == size.width || cells[y * size.width + x + 1].packedStyle != style else {
        continue
      }
      runs.append((start..<x + 1, Style(packed: style)))
      start = x + 1
    }
    return runs
  }
}
