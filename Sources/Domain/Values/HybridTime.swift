/// A hybrid logical clock stamp: 48 bits of milliseconds and a 16-bit counter.
///
/// It orders what one device did and breaks ties between concurrent edits; it
/// is never what decides whether an edit is accepted (sync report 2.4).
public struct HybridTime: Sendable, Hashable, Comparable {
  /// The stamp as one integer, milliseconds in the upper 48 bits.
  public let rawValue: Int64

  /// A stamp from its stored integer.
  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// The stamp that follows `last` at the given time: never earlier and never the same.
  public init(after last: HybridTime?, at now: Instant) {
    let physical = max(0, min(now.milliseconds, 0x7FFF_FFFF_FFFF)) << 16
    guard let last else {
      rawValue = physical
      return
    }
    rawValue = physical > last.rawValue ? physical : last.rawValue &+ 1
  }

  /// The time part, to the millisecond.
  public var instant: Instant { Instant(milliseconds: rawValue >> 16) }

  /// Orders by time, then by counter.
  public static func < (a: HybridTime, b: HybridTime) -> Bool { a.rawValue < b.rawValue }
}
