extension FoldedText {
  /// What a scalar is to the folding.
  enum Piece: Equatable {
    case separator
    /// A combining mark: it belongs to a word that has begun and leaves no trace in it.
    case mark
    case letter(Unicode.Scalar)
  }

  /// Sorts a scalar as SQLite's `unicode61` with `remove_diacritics 2` does.
  ///
  /// SQLite knows Unicode 6.1. What came later is part of a word for it, so a
  /// newer emoji is a word of its own and an older one is a separator.
  static func piece(_ scalar: Unicode.Scalar) -> Piece {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: return .letter(scalar)
    case 0x41...0x5A: return .letter(Unicode.Scalar(UInt8(scalar.value | 0x20)))
    case 0...0x7F: return .separator
    case 0x300...0x331 where isDroppedMark(scalar.value): return .mark
    default: return isPartOfWord(scalar) ? .letter(folded(scalar)) : .separator
    }
  }

  private static func isDroppedMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x300...0x304, 0x306...0x30C, 0x30F, 0x311, 0x31B, 0x323...0x328, 0x32D, 0x32E, 0x330,
      0x331:
      true
    default: false
    }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    guard isKnown(scalar) else { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      return !becameLetter(scalar.value)
    case .unassigned: return scalar.value > 0xFFFF || scalar.value < 0xFFF0
    default: return scalar.value == 0x1885 || scalar.value == 0x1886
    }
  }

  /// Letters today that Unicode 6.1 counted among the marks.
  private static func becameLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0x19B0...0x19C0, 0x19C8, 0x19C9, 0x1CF2, 0x1CF3: true
    default: false
    }
  }

  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age else { return false }
    return age <= (6, 1)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let plain = plainLetters[scalar] { return plain }
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    guard let lower = mapping.first, mapping.count == 1, isKnown(scalar), isKnown(lower) else {
      return scalar
    }
    return plainLetters[lower] ?? lower
  }

  /// Each line is a plain letter and the letters that fold to it once they are lower-case.
  private static let plainLetters: [Unicode.Scalar: Unicode.Scalar] = {
    var plain: [Unicode.Scalar: Unicode.Scalar] = [:]
    for line in alphabet.split(separator: "\n") {
      guard let letter = line.unicodeScalars.first else { continue }
      for variant in line.unicodeScalars.dropFirst() { plain[variant] = letter }
    }
    return plain
  }()

  private static let alphabet = """
    aàáâãäåāăąǎǟǻȁȃȧḁạảấầẩẫậắằẳẵặ
    bḃḅḇ
    cçćĉċčḉ
    dďḋḍḏḑḓ
    eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ
    fḟ
    gĝğġģǧǵḡ
    hĥȟḣḥḧḩḫẖ
    iìíîïĩīĭįİǐȉȋḭḯỉị
    jĵǰ
    kķǩḱḳḵ
    lĺļľḷḹḻḽ
    mḿṁṃ
    nñńņňǹṅṇṉṋ
    oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ
    pṕṗ
    rŕŗřȑȓṙṛṝṟ
    sśŝşšſșṡṣṥṧṩẛ
    tţťțṫṭṯṱẗ
    uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự
    vṽṿ
    wŵẁẃẅẇẉẘ
    xẋẍ
    yýÿŷȳẏẙỳỵỷỹ
    zźżžẑẓẕ
    βϐ
    εϵ
    θϑ
    ιι
    κϰ
    μµ
    πϖ
    ρϱ
    σς
    φϕ
    """
}
