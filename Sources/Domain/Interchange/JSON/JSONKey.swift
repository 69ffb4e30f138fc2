/// A member's name or another short word, held without a `String`, to be matched in a `switch`.
///
/// ```swift
/// switch key {
/// case "title": title = try cursor.string()
/// default: try cursor.skip()
/// }
/// ```
/// Words of up to 24 bytes can match (`CHANGES_REQUESTED` has 17); a longer one
/// is nobody's and goes to `default`.
public struct JSONKey: Sendable, Equatable {
  private static let longest = 24

  private let count: Int
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0

  /// A key from its bytes, unescaped.
  init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    count = range.count
    first = JSONKey.word(bytes, range)
    if count > 8 { second = JSONKey.word(bytes, range.dropFirst(8)) }
    if count > 16 { third = JSONKey.word(bytes, range.dropFirst(16)) }
  }

  /// Whether a key is a word.
  @inline(__always)
  public static func ~= (word: StaticString, key: JSONKey) -> Bool {
    assert(word.utf8CodeUnitCount <= longest, "no key is as long as \(word)")
    guard word.utf8CodeUnitCount == key.count, key.count <= longest else { return false }
    for index in 0..<key.count {
      let part = index < 8 ? key.first : index < 16 ? key.second : key.third
      let byte = UInt8(truncatingIfNeeded: part &>> UInt64((index & 7) &* 8))
      if byte != word.utf8Start[index] { return false }
    }
    return true
  }

  /// The first eight bytes of a range as one number, zeros behind a shorter one.
  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
    let at = range.lowerBound
    if at &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      return range.count >= 8 ? word : word & ((1 &<< UInt64(range.count &* 8)) &- 1)
    }
    var word: UInt64 = 0
    for (index, at) in range.prefix(8).enumerated() {
      word |= UInt64(bytes[at]) &<< UInt64(index &* 8)
    }
    return word
  }
}
