/// What the clocks of one zone show: from an instant to date and time of day, and back.
///
/// Both directions are functions the caller supplies, for zone data are no part of this value. The
/// way back follows the rules for clock changes: a skipped time is the first instant after the gap,
/// a repeated one its first occurrence.
public struct WallClock: Sendable {
  /// The date and the minute of the day (0..<1440) that the clocks show.
  public var reading: @Sendable (Instant) -> (date: CivilDate, minuteOfDay: Int)
  /// The instant at which the clocks show this date and minute of the day.
  public var instant: @Sendable (_ date: CivilDate, _ minuteOfDay: Int) -> Instant

  /// The name of the zone, to be told beside its times; nil when it has none.
  public var name: String?

  /// A clock.
  public init(
    name: String? = nil,
    reading: @escaping @Sendable (Instant) -> (date: CivilDate, minuteOfDay: Int),
    instant: @escaping @Sendable (_ date: CivilDate, _ minuteOfDay: Int) -> Instant
  ) {
    self.name = name
    self.reading = reading
    self.instant = instant
  }

  /// A clock that is always this many minutes ahead of UTC.
  public init(minutesAheadOfUTC minutes: Int) {
    let offset = Int64(minutes) * Instant.minute
    reading = { instant in
      let (date, millisecond) = instant.advanced(by: offset).utcDateAndTime
      return (date, millisecond / 60_000)
    }
    instant = { date, minute in
      date.startUTC.advanced(by: Int64(minute) * Instant.minute - offset)
    }
  }

  /// The clock of UTC.
  public static let utc = {
    var clock = WallClock(minutesAheadOfUTC: 0)
    clock.name = "UTC"
    return clock
  }()
}
