/// A UTF-8 character of which some bytes are still to come.
struct PartialScalar: Sendable {
  private var value: UInt32 = 0
  private var missing = 0
  /// The smallest value these many bytes may spell: longer spellings are invalid.
  private var least: UInt32 = 0

  enum Step {
    case unfinished, invalid
    case scalar(Unicode.Scalar)
  }

  /// Begins with a byte from 0x80 up; false when no character begins with it.
  mutating func begin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC2...0xDF: (value, missing, least) = (UInt32(byte & 0x1F), 1, 0x80)
    case 0xE0...0xEF: (value, missing, least) = (UInt32(byte & 0x0F), 2, 0x800)
    case 0xF0...0xF4: (value, missing, least) = (UInt32(byte & 0x07), 3, 0x10000)
    default: return false
    }
    return true
  }

  mutating func take(_ byte: UInt8) -> Step {
    guard byte & 0xC0 == 0x80 else { return .invalid }
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    guard missing == 0 else { return .unfinished }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return .invalid }
    return .scalar(scalar)
  }
}
