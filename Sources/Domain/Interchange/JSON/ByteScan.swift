/// Finds bytes eight at a time, where a loop over single bytes would be what an import waits for.
enum ByteScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The first line feed in a range, or nil.
  static func lineFeed(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    var at = range.lowerBound
    while at &+ 8 <= range.upperBound {
      let found = zeros(word(bytes, at) ^ 0x0A &* ones)
      if found != 0 { return at &+ found.trailingZeroBitCount >> 3 }
      at &+= 8
    }
    while at < range.upperBound {
      if bytes[at] == 0x0A { return at }
      at &+= 1
    }
    return nil
  }

  /// The first quote, backslash or control character in a range (its end when there is none),
  /// and whether all before it was ASCII.
  @inline(__always)
  static func plainText(
    in bytes: UnsafeRawBufferPointer, _ range: Range<Int>
  ) -> (end: Int, isASCII: Bool) {
    var at = range.lowerBound
    var seen: UInt64 = 0
    while at &+ 8 <= range.upperBound {
      let word = word(bytes, at)
      // A borrow can mark a byte only above one that is marked rightly, so the lowest mark is true.
      let controls = (word &- 0x20 &* ones) & ~word & tops
      let found = zeros(word ^ 0x22 &* ones) | zeros(word ^ 0x5C &* ones) | controls
      if found != 0 {
        let count = found.trailingZeroBitCount >> 3
        seen |= word & ((1 << UInt64(count &* 8)) &- 1)
        return (at &+ count, seen & tops == 0)
      }
      seen |= word
      at &+= 8
    }
    while at < range.upperBound {
      let byte = bytes[at]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
      seen |= UInt64(byte)
      at &+= 1
    }
    return (at, seen & tops == 0)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
  }

  /// The top bit of the lowest byte that is zero (higher marks may be false).
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- ones) & ~word & tops
  }
}
