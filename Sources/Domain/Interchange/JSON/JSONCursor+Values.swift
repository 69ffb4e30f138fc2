extension JSONCursor {
  /// Whether null stands here; if so it is read.
  public mutating func readNull() throws(InterchangeError) -> Bool {
    guard byte == 0x6E else { return false }
    try literal("null")
    return true
  }

  /// True or false.
  public mutating func bool() throws(InterchangeError) -> Bool {
    switch byte {
    case 0x74: try literal("true")
    case 0x66: try literal("false")
    default: throw wrongType("true or false")
    }
    return bytes[at - 2] == 0x75
  }

  /// A whole number.
  public mutating func integer() throws(InterchangeError) -> Int {
    guard byte == 0x2D || (0x30...0x39).contains(byte) else { throw wrongType("a whole number") }
    let start = at
    try number()
    var value = 0
    let isNegative = bytes[start] == 0x2D
    for byte in bytes[(isNegative ? start + 1 : start)..<at] {
      let digit = Int(byte) - 0x30
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.subtractingReportingOverflow(digit)
      // Negative numbers reach one further, so the sum is built below zero.
      guard (0...9).contains(digit), !overflow, !carry else {
        throw failure(
          "the number is no whole number of 64 bits", advice: "write a whole number", at: start)
      }
      value = sum
    }
    guard isNegative || value != .min else {
      throw failure(
        "the number is no whole number of 64 bits", advice: "write a whole number", at: start)
    }
    return isNegative ? value : -value
  }

  /// A number as it is written.
  public mutating func numeral() throws(InterchangeError) -> String {
    guard byte == 0x2D || (0x30...0x39).contains(byte) else { throw wrongType("a number") }
    let start = at
    try number()
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// Reads over one value of any kind, checking it.
  public mutating func skip() throws(InterchangeError) {
    switch byte {
    case 0x7B:
      try openObject()
      while try nextKey() != nil { try skip() }
    case 0x5B:
      try openArray()
      while try nextElement() { try skip() }
    case 0x22: _ = try scanString()
    case 0x74: try literal("true")
    case 0x66: try literal("false")
    case 0x6E: try literal("null")
    case 0x2D, 0x30...0x39: try number()
    default: throw notJSON("a value must stand here")
    }
  }

  /// Reads over one value and gives its bytes as they stand.
  public mutating func raw() throws(InterchangeError) -> ArraySlice<UInt8> {
    skipSpace()
    let start = at
    try skip()
    return bytes[start..<at]
  }

  private mutating func literal(_ word: StaticString) throws(InterchangeError) {
    let length = word.utf8CodeUnitCount
    guard at + length <= range.upperBound else {
      at = range.upperBound
      throw notJSON("")
    }
    for index in 0..<length where bytes[at + index] != word.utf8Start[index] {
      throw notJSON("this word is none of true, false and null")
    }
    at += length
  }

  /// Reads over a number: a sign, digits without a leading zero, a fraction, an exponent.
  private mutating func number() throws(InterchangeError) {
    if byte == 0x2D { at += 1 }
    if byte == 0x30 { at += 1 } else { try digits() }
    if byte == 0x2E {
      at += 1
      try digits()
    }
    if byte | 0x20 == 0x65 {
      at += 1
      if byte == 0x2B || byte == 0x2D { at += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(InterchangeError) {
    guard (0x30...0x39).contains(byte) else { throw notJSON("a digit must stand here") }
    while (0x30...0x39).contains(byte) { at += 1 }
  }
}
