/// How many columns text takes on the screen.
///
/// A scalar of width 1 or 2 begins a cell; a scalar of width 0 joins the cell
/// before it. Clean text contains nothing else (no joiner, no variation
/// selector, no flag), so its width is the sum over its scalars: what ncurses
/// and every terminal compute too, whether or not they know grapheme clusters.
public enum TextWidth {
  /// The columns of one scalar: 0, 1 or 2.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    // The blocks that fill screens: punctuation, arrows, box drawing; CJK; Hangul.
    if (0x2010...0x2027).contains(value) || (0x2500...0x259F).contains(value) { return 1 }
    if (0x4E00...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value) { return 2 }
    if contains(value, WidthTable.combining) { return 0 }
    return contains(value, WidthTable.wide) ? 2 : 1
  }

  /// The columns of a character, 0 to 2: flags and emoji with U+FE0F take two.
  public static func columns(of character: Character) -> Int {
    var widest = 0
    var indicators = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F, widest == 1, isEmoji(character.unicodeScalars.first) { return 2 }
      if isRegionalIndicator(scalar) { indicators += 1 }
      widest = max(widest, columns(of: scalar))
    }
    return indicators > 1 ? 2 : widest
  }

  /// Whether terminals disagree about the width of a scalar, so that the cursor must be
  /// placed anew after it.
  public static func isDisputed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x900 && contains(scalar.value, WidthTable.disputed)
  }

  /// Whether the scalar is assigned and meant for exchange.
  static func isAssigned(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x300 || !contains(scalar.value, WidthTable.unassigned)
  }

  static func isEmoji(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.value > 0xFF else { return false }
    return scalar.properties.isEmoji
  }

  static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// Binary search in a sorted list of first and last values.
  private static func contains(_ value: UInt32, _ bounds: [UInt32]) -> Bool {
    var low = 0
    var high = bounds.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value < bounds[2 * middle] {
        high = middle
      } else if value > bounds[2 * middle + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
