/// A width and a height in cells; never negative.
public struct Size: Sendable, Hashable {
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int

  /// A size; negative sides become zero.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// A place on the screen; column 0 and row 0 are at the top left.
public struct Point: Sendable, Hashable {
  /// The column.
  public let x: Int
  /// The row.
  public let y: Int

  /// A place.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of cells; column 0 and row 0 are at the top left.
public struct Rect: Sendable, Hashable {
  /// The leftmost column.
  public let x: Int
  /// The topmost row.
  public let y: Int
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int

  /// A rectangle; negative sides become zero.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The first column to the right of the rectangle.
  public var maxX: Int { x + width }
  /// The first row below the rectangle.
  public var maxY: Int { y + height }
  /// Whether it has no cell.
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// Whether a cell lies inside.
  public func contains(x column: Int, y row: Int) -> Bool {
    (x..<maxX).contains(column) && (y..<maxY).contains(row)
  }

  /// The rectangle that covers all of a size.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// The part that lies inside another rectangle.
  public func clipped(to other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }
}
