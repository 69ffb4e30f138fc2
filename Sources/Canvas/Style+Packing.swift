extension Style {
  /// The style in one word, so that cells are compared and copied as numbers.
  ///
  /// From the low bits: tint (24), whether there is one (1), role (8), selected,
  /// bold, italic, underlined, struck (1 each).
  var packed: UInt64 {
    var word = UInt64(Role.index(of: role)) << 25
    if let tint { word |= UInt64(tint & 0xFF_FFFF) | 1 << 24 }
    if isSelected { word |= Style.selectedBit }
    if isBold { word |= 1 << 34 }
    if isItalic { word |= 1 << 35 }
    if isUnderlined { word |= 1 << 36 }
    if isStruck { word |= 1 << 37 }
    return word
  }

  static let selectedBit: UInt64 = 1 << 33

  init(packed word: UInt64) {
    self.init(
      Role.all[Int(word >> 25 & 0xFF)],
      isSelected: word & Style.selectedBit != 0,
      tint: word & 1 << 24 == 0 ? nil : UInt32(word & 0xFF_FFFF),
      isBold: word & 1 << 34 != 0, isItalic: word & 1 << 35 != 0,
      isUnderlined: word & 1 << 36 != 0, isStruck: word & 1 << 37 != 0)
  }
}

extension Role {
  static let all = Array(Role.allCases)

  /// The place of a role in `all`; an enum without payloads is numbered in that order.
  static func index(of role: Role) -> Int {
    Int(unsafeBitCast(role, to: UInt8.self))
  }
}
