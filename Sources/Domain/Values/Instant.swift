/// A moment in time, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Instants are what the journal stores and what is compared; a calendar date
/// or a wall-clock time is always derived from one, never the other way round
/// without a zone.
public struct Instant: Sendable, Hashable, Comparable {
  /// Milliseconds since the Unix epoch, UTC, without leap seconds.
  public var milliseconds: Int64

  /// An instant from milliseconds since the Unix epoch.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// An instant from whole seconds since the Unix epoch.
  public init(seconds: Int64) {
    milliseconds = seconds &* 1000
  }

  /// Orders the earlier moment first.
  public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  /// The instant this many milliseconds later (earlier when negative).
  public func advanced(by milliseconds: Int64) -> Instant {
    Instant(milliseconds: self.milliseconds &+ milliseconds)
  }

  /// One minute in milliseconds.
  public static let minute: Int64 = 60_000
  /// One hour in milliseconds.
  public static let hour: Int64 = 3_600_000
  /// Twenty-four hours in milliseconds.
  public static let day: Int64 = 86_400_000
  /// Seven times twenty-four hours in milliseconds.
  public static let week: Int64 = 604_800_000
}
