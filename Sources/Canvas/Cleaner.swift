/// The one gate between a stranger's text and the screen.
///
/// | what comes | what is drawn |
/// | --- | --- |
/// | tab, line break, form feed, U+0085, U+2028, U+2029 | one blank (`\r\n` is one break) |
/// | other C0 controls and DEL | their control picture: ESC is `␛` |
/// | C1, bidi overrides and isolates, noncharacters, unassigned | `�`, a run of them as one |
/// | tag characters outside a flag | `�`, a run of them as one |
/// | zero-width characters, variation selectors, soft hyphen, fillers, bidi marks | nothing |
/// | an emoji sequence (family, skin tone, England's flag) | its first emoji |
/// | a flag of regional indicators | its two letters: `🇩🇪` is `DE` |
/// | more than two marks on one character | the first two |
/// | a mark with nothing to stand on | the mark on `◌` |
///
/// Sequences are cut down to what every terminal draws equally wide: one that
/// knows emoji families draws two columns, one that does not draws six, and the
/// border to the right of them would shift.
struct Cleaner {
  private(set) var output = String.UnicodeScalarView()
  private(set) var width = 0
  private let limit: Int
  /// How many scalars may be looked at, so that a megabyte of invisible ones costs nothing.
  private var patience: Int

  private var base: Unicode.Scalar?
  private var marks = 0
  private var isJoined = false
  private var hasJustSubstituted = false
  private var hasJustReturned = false

  init(limit: Int) {
    self.limit = max(0, limit)
    patience = self.limit > 1 << 40 ? Int.max : self.limit * 16 + 256
  }

  /// Cleans until the raw text ends or the limit of columns is reached.
  mutating func take(_ raw: String.UnicodeScalarView) {
    for scalar in raw {
      patience -= 1
      guard patience >= 0, take(scalar) else { return }
    }
  }

  /// Takes one scalar; false when there is no room left for it.
  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    let followsReturn = hasJustReturned
    hasJustReturned = value == 0x0D
    if value >= 0x20, value < 0x7F { return draw(scalar, columns: 1) }

    switch Cleaner.kind(of: scalar) {
    case .blank:
      return value == 0x0A && followsReturn ? true : draw(" ", columns: 1)
    case .control:
      return draw(Cleaner.picture(of: value), columns: 1)
    case .hostile:
      if value >= 0xE0000, base?.value == 0x1F3F4 { return true }  // the tags of a flag
      if hasJustSubstituted { return true }
      guard draw("\u{FFFD}", columns: 1) else { return false }
      hasJustSubstituted = true
      return true
    case .invisible:
      isJoined = value == 0x200D && TextWidth.isEmoji(base)
      return true
    case .regionalIndicator:
      return draw(Cleaner.letter(of: value), columns: 1)
    case .text:
      return takeText(scalar)
    }
  }

  private mutating func takeText(_ scalar: Unicode.Scalar) -> Bool {
    let columns = TextWidth.columns(of: scalar)
    if columns == 0 { return takeMark(scalar) }
    let isTone = (0x1F3FB...0x1F3FF).contains(scalar.value)
    if isJoined || isTone, TextWidth.isEmoji(base), TextWidth.isEmoji(scalar) {
      isJoined = false
      return true
    }
    return draw(scalar, columns: columns)
  }

  private mutating func takeMark(_ mark: Unicode.Scalar) -> Bool {
    if base == nil {
      guard draw("\u{25CC}", columns: 1) else { return false }
    }
    guard marks < Cell.maxMarks else { return true }
    marks += 1
    output.append(mark)
    return true
  }

  private mutating func draw(_ scalar: Unicode.Scalar, columns: Int) -> Bool {
    guard width + columns <= limit else { return false }
    output.append(scalar)
    width += columns
    base = scalar
    marks = 0
    isJoined = false
    hasJustSubstituted = false
    return true
  }
}

extension Cleaner {
  enum Kind {
    case text, blank, control, hostile, invisible, regionalIndicator
  }

  static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: .blank
    case 0..<0x20, 0x7F: .control
    case 0x80..<0xA0: .hostile
    case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: .invisible
    case 0x200B...0x200F, 0x2060...0x2064, 0x206A...0x206F: .invisible
    case 0x202A...0x202E, 0x2065...0x2069: .hostile
    case 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xE0100...0xE01EF: .invisible
    case 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: .hostile
    case 0x1F1E6...0x1F1FF: .regionalIndicator
    default: TextWidth.isAssigned(scalar) ? .text : .hostile
    }
  }

  /// `␀` to `␟` and `␡`: one column everywhere.
  private static func picture(of control: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(control == 0x7F ? 0x2421 : 0x2400 + control) ?? "\u{FFFD}"
  }

  private static func letter(of indicator: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(0x41 + indicator - 0x1F1E6) ?? "\u{FFFD}"
  }
}
