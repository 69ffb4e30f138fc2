/// A stable 64-bit hash of a record's bytes, by which an unchanged record is known at once.
///
/// Eight bytes at a time are mixed by a full 64 x 64 bit product (the idea of
/// wyhash). It guards against accidents, not against an adversary: whoever
/// forges a collision only keeps us from seeing their own change.
enum Fingerprint {
  /// Raised whenever a reader learns to see more, so that old files are read anew.
  private static let reading: UInt64 = 1

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = 0x9E37_79B9_7F4A_7C15 &+ reading
    var at = 0
    while at &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      hash = mixed(hash ^ word)
      at &+= 8
    }
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count {
      tail |= UInt64(bytes[at]) << shift
      shift &+= 8
      at &+= 1
    }
    return mixed(mixed(hash ^ tail) ^ UInt64(bytes.count))
  }

  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes(of)
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = (word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low &+ word
  }
}
