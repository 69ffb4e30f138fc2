/// Hours of the week during which a layer counts, on the clocks of a zone.
///
/// The weekday is the day on which the window opens. An end at or before the
/// start is on the next day; start and end alike are 24 hours, and neighbouring
/// days of such a window are one. No weekday is never.
public struct Window: Sendable, Hashable, Codable {
  /// Days on which it opens.
  public var weekdays: Weekdays
  /// When it opens: at the first occurrence of this time (R6).
  public var start: TimeOfDay
  /// When it closes: at the last occurrence of this time (R6).
  public var end: TimeOfDay
  /// The IANA name of the zone; always written, because a window in the wrong zone is not seen.
  public var zone: String

  /// A window.
  public init(weekdays: Weekdays = .everyDay, start: TimeOfDay, end: TimeOfDay, zone: String) {
    self.weekdays = weekdays
    self.start = start
    self.end = end
    self.zone = zone
  }
}

extension Window: CustomStringConvertible {
  /// The window in words: `Monday to Friday 09:00-17:00 Europe/Paris`.
  public var description: String { "\(weekdays) \(start)-\(end) \(zone)" }
}

/// When a window is open, by the clocks of its zone.
public struct Openings: Sendable {
  /// The definition.
  public let window: Window
  /// The zone the window names.
  public let zone: Zone

  /// The openings of a window, its zone taken from a catalogue; throws when that lacks it.
  public init(_ window: Window, zones: ZoneCatalog) throws(ZoneError) {
    self.window = window
    zone = try zones.zone(window.zone)
  }

  /// From opening to closing on one date, whatever its weekday; empty when a gap swallows it.
  public func period(on date: CivilDate) -> Period {
    var cursor = ZoneCursor(zone)
    return period(day: date.daysSinceEpoch, &cursor)
  }

  /// The openings that have an instant of a period in them, in order, those that touch as one.
  ///
  /// Edges inside the period are exact. One outside is exact unless openings
  /// run on for more than a week, such as every day around the clock.
  public func periods(in period: Period) -> [Period] {
    guard !window.weekdays.isEmpty else { return [] }
    guard window.weekdays != .everyDay || window.start != window.end else { return [.always] }
    var cursor = ZoneCursor(zone)
    let asked = period.intersection(.always)
    guard !asked.isEmpty else { return [] }
    // Nine days to either side hold the longest run of days that are not all seven.
    let first = cursor.local(asked.start).day - 9
    let last = cursor.local(asked.end).day + 9
    var periods: [Period] = []
    for day in first...last where window.weekdays.contains(Weekday(daysSinceEpoch: day)) {
      periods.append(self.period(day: day, &cursor))
    }
    return periods.united().filter { $0.overlaps(asked) }
  }

  private func period(day: Int, _ cursor: inout ZoneCursor) -> Period {
    let midnight = LocalTime(seconds: Int64(day) * 86_400)
    let closing = window.end > window.start ? midnight : midnight.advanced(by: 86_400)
    return Period(
      cursor.first(of: midnight.advanced(by: Int64(window.start.seconds))),
      cursor.last(of: closing.advanced(by: Int64(window.end.seconds))))
  }
}
