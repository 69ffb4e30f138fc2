/// One cell of the screen: a character with its marks, or the second half of a wide one.
///
/// Sixteen bytes and no reference: three scalars of 21 bits in one word, the
/// style in another. A wide character owns the next, empty cell.
public struct Cell: Sendable, Hashable {
  /// The base in the low 21 bits, then up to two marks; 0 in a second half.
  public internal(set) var scalars: UInt64
  /// The style as one number: equal numbers are equal styles.
  public internal(set) var packedStyle: UInt64

  /// How many combining marks a cell can hold.
  public static let maxMarks = 2

  static let blankScalar: UInt64 = 0x20

  init(scalars: UInt64 = blankScalar, style: UInt64) {
    self.scalars = scalars
    packedStyle = style
  }

  /// How the cell is to look.
  public var style: Style { Style(packed: packedStyle) }

  /// Whether it is the second half of the wide character to the left.
  public var isContinuation: Bool { scalars == 0 }

  /// Whether nothing but its background shows.
  public var isBlank: Bool { scalars == Cell.blankScalar }

  /// The character with its marks; empty in a second half.
  public var text: String {
    var view = String.UnicodeScalarView()
    var rest = scalars
    while rest != 0 {
      if let scalar = Unicode.Scalar(UInt32(rest & 0x1F_FFFF)) { view.append(scalar) }
      rest >>= 21
    }
    return String(view)
  }

  /// The character without its marks; a blank in a second half.
  public var base: Unicode.Scalar {
    isContinuation ? " " : Unicode.Scalar(UInt32(scalars & 0x1F_FFFF)) ?? " "
  }

  /// Adds a mark, unless it has two.
  mutating func add(mark: Unicode.Scalar) {
    if scalars >> 21 == 0 {
      scalars |= UInt64(mark.value) << 21
    } else if scalars >> 42 == 0 {
      scalars |= UInt64(mark.value) << 42
    }
  }
}
