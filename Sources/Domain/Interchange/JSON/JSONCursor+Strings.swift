extension JSONCursor {
  /// A text between quotes, checked but not decoded.
  struct ScannedString {
    /// Without the quotes.
    let range: Range<Int>
    var hasEscapes = false
    var isASCII = true
  }

  /// A text.
  public mutating func string() throws(InterchangeError) -> String {
    guard byte == 0x22 else { throw wrongType("a text") }
    let text = try scanString()
    return text.hasEscapes ? unescaped(text) : plain(text)
  }

  /// A text, or nil for null.
  public mutating func optionalString() throws(InterchangeError) -> String? {
    try readNull() ? nil : string()
  }

  /// A short text of known words, to be matched in a `switch`.
  public mutating func word() throws(InterchangeError) -> JSONKey {
    guard byte == 0x22 else { throw wrongType("a text") }
    let text = try scanString()
    guard text.hasEscapes else { return bytes.withUnsafeBytes { JSONKey($0, text.range) } }
    return Array(unescaped(text).utf8).withUnsafeBytes { JSONKey($0, 0..<$0.count) }
  }

  /// Reads over a text, checking its escapes.
  mutating func scanString() throws(InterchangeError) -> ScannedString {
    let start = at &+ 1
    var hasEscapes = false
    var isASCII = true
    at = start
    while true {
      let run = bytes.withUnsafeBytes { ByteScan.plainText(in: $0, at..<range.upperBound) }
      isASCII = isASCII && run.isASCII
      at = run.end
      guard at < range.upperBound else { throw notJSON("") }
      switch bytes[at] {
      case 0x22:
        let text = ScannedString(range: start..<at, hasEscapes: hasEscapes, isASCII: isASCII)
        at &+= 1
        return text
      case 0x5C:
        hasEscapes = true
        try scanEscape()
      default:
        throw notJSON("a text may hold a control character only as an escape such as \\u0009")
      }
    }
  }

  private mutating func scanEscape() throws(InterchangeError) {
    at &+= 1
    switch byte {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: at &+= 1
    case 0x75:
      at &+= 1
      for _ in 0..<4 {
        guard Hex.value(of: byte) != nil else {
          throw notJSON("four hexadecimal digits must follow \\u")
        }
        at &+= 1
      }
    default: throw notJSON("a backslash stands before a character that needs none")
    }
  }

  private mutating func plain(_ text: ScannedString) -> String {
    bytes.withUnsafeBytes { bytes in
      let slice = UnsafeRawBufferPointer(rebasing: bytes[text.range])
      if text.isASCII { return String(decoding: slice, as: UTF8.self) }
      if let valid = String(validating: slice, as: UTF8.self) { return valid }
      noteRepair(at: text.range.lowerBound)
      return String(decoding: slice, as: UTF8.self)
    }
  }

  /// Decodes a text with escapes straight into the storage of its `String`.
  ///
  /// No escape is shorter than what it stands for in UTF-8, so the raw length
  /// is room enough; bytes that are no UTF-8 are repaired by `String` itself.
  mutating func unescaped(_ text: ScannedString) -> String {
    var isRepaired = !text.isASCII && !isUTF8(text.range)
    let string = bytes.withUnsafeBytes { bytes in
      String(unsafeUninitializedCapacity: text.range.count) { buffer in
        var unescaper = Unescaper(bytes: bytes, at: text.range.lowerBound, buffer: buffer)
        unescaper.run(to: text.range.upperBound)
        isRepaired = isRepaired || unescaper.metLoneSurrogate
        return unescaper.count
      }
    }
    if isRepaired { noteRepair(at: text.range.lowerBound) }
    return string
  }

  private func isUTF8(_ range: Range<Int>) -> Bool {
    (try? UTF8Span(validating: bytes.span.extracting(range))) != nil
  }

  mutating func noteRepair(at index: Int) {
    if repairs == 0 { firstRepair = index }
    repairs += 1
  }
}

/// Copies a checked text, putting characters in the place of escapes.
private struct Unescaper {
  let bytes: UnsafeRawBufferPointer
  var at: Int
  let buffer: UnsafeMutableBufferPointer<UInt8>
  var count = 0
  var metLoneSurrogate = false

  mutating func run(to end: Int) {
    while at < end {
      // The text was checked, so what ends a plain run is a backslash or the end.
      let stop = ByteScan.plainText(in: bytes, at..<end).end
      UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[at..<stop]))
      count &+= stop &- at
      at = stop
      if at < end { escape() }
    }
  }

  private mutating func escape() {
    let letter = bytes[at &+ 1]
    at &+= 2
    switch letter {
    case 0x62: put(0x08)
    case 0x66: put(0x0C)
    case 0x6E: put(0x0A)
    case 0x72: put(0x0D)
    case 0x74: put(0x09)
    case 0x75: put(scalar())
    default: put(letter)
    }
  }

  /// The character of the digits under `at`; half of a surrogate pair alone is U+FFFD.
  private mutating func scalar() -> Unicode.Scalar {
    let unit = Hex.unit(bytes, at)
    at &+= 4
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xDC00, at &+ 6 <= bytes.count, bytes[at] == 0x5C, bytes[at &+ 1] == 0x75 {
      let low = Hex.unit(bytes, at &+ 2)
      if (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      {
        at &+= 6
        return scalar
      }
    }
    metLoneSurrogate = true
    return "\u{FFFD}"
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    buffer[count] = byte
    count &+= 1
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    for byte in scalar.utf8 { put(byte) }
  }
}

/// Hexadecimal digits.
enum Hex {
  @inline(__always)
  static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x37
    case 0x61...0x66: UInt32(byte) - 0x57
    default: nil
    }
  }

  /// Four digits as one number; anything else counts as U+FFFD.
  static func unit(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt32 {
    guard at + 4 <= bytes.count else { return 0xFFFD }
    var unit: UInt32 = 0
    for byte in bytes[at..<at + 4] {
      guard let digit = value(of: byte) else { return 0xFFFD }
      unit = unit << 4 | digit
    }
    return unit
  }
}
