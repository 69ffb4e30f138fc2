/// The permanent id of one entity: a UUID of version 7 (RFC 9562), final from birth.
///
/// The first 48 bits are the milliseconds at which it was minted, so that ids
/// sort roughly by age; a skewed clock harms nothing but that order.
public struct EntityID: Sendable, Hashable, Comparable {
  /// The first eight bytes, big-endian.
  public let high: UInt64
  /// The last eight bytes, big-endian.
  public let low: UInt64

  /// An id from its two halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A version 7 id from a time and 74 bits of the given randomness.
  public init(at instant: Instant, random: (UInt64, UInt64)) {
    let time = UInt64(clamping: instant.milliseconds) & 0xFFFF_FFFF_FFFF
    high = time << 16 | 0x7000 | random.0 & 0x0FFF
    low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
  }

  /// Orders by the bytes of the id, so roughly by age.
  public static func < (a: EntityID, b: EntityID) -> Bool {
    (a.high, a.low) < (b.high, b.low)
  }
}

extension EntityID: CustomStringConvertible, LosslessStringConvertible {
  /// An id from 32 hexadecimal digits with or without the dashes of a UUID; nil for anything else.
  public init?(_ text: String) {
    self.init(utf8: text.utf8)
  }

  /// An id from the bytes of such a text.
  public init?(utf8: some Sequence<UInt8>) {
    var halves: (UInt64, UInt64) = (0, 0)
    var count = 0
    for byte in utf8 where byte != 0x2D {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      if count < 16 {
        halves.0 = halves.0 << 4 | UInt64(digit)
      } else {
        halves.1 = halves.1 << 4 | UInt64(digit)
      }
      count += 1
      if count > 32 { return nil }
    }
    guard count == 32 else { return nil }
    self.init(high: halves.0, low: halves.1)
  }

  /// The id as a lower-case UUID with dashes.
  public var description: String {
    String(unsafeUninitializedCapacity: 36) { buffer in
      var at = 0
      for index in 0..<32 {
        if index == 8 || index == 12 || index == 16 || index == 20 {
          buffer[at] = 0x2D
          at += 1
        }
        let half = index < 16 ? high : low
        let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - index % 16 * 4)) & 0xF
        buffer[at] = digit < 10 ? digit + 0x30 : digit + 0x57
        at += 1
      }
      return at
    }
  }
}
