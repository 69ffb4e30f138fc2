/// How an event of a calendar repeats: the part of RFC 5545 that on-call plans use.
///
/// Daily, weekly and monthly with an interval, weekdays, and an end by count or
/// by time. Everything else is refused, because a shift that is silently wrong
/// is worse than none.
public struct RecurrenceRule: Sendable, Hashable, Codable {
  /// The step.
  public var frequency: Frequency
  /// Every how many steps; 1 or more.
  public var interval: Int
  /// On which weekdays; empty is the start's own.
  public var days: [Day]
  /// How many there are; nil is no such end.
  public var count: Int?
  /// None starts after this time, or after this day; nil is no such end.
  public var until: CalendarTime?
  /// The day on which weeks begin, which matters to every second week.
  public var weekStart: Weekday

  /// The most that may be counted; nobody plans further.
  public static let mostCount = 100_000

  /// A step.
  public enum Frequency: String, Sendable, CaseIterable, Codable {
    case daily = "DAILY", weekly = "WEEKLY", monthly = "MONTHLY"
  }

  /// A weekday; of a month, also its place in it: 1 is the first, -1 the last, nil is each.
  public struct Day: Sendable, Hashable, Codable {
    /// The weekday.
    public var weekday: Weekday
    /// The place in the month.
    public var place: Int?
  }
}

extension RecurrenceRule {
  /// A rule from the value of an RRULE; a local UNTIL is in the zone of the event's start.
  init(_ text: String, zone: String, line: Int) throws(CalendarError) {
    func refuse(_ message: String) -> CalendarError {
      CalendarError(
        line, message,
        advice:
          "only DAILY, WEEKLY and MONTHLY with INTERVAL, BYDAY, COUNT, UNTIL and WKST are read")
    }
    var frequency: Frequency?
    interval = 1
    days = []
    weekStart = .monday
    for part in text.uppercased().split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { throw refuse("\"\(part)\" in the rule has no value") }
      let value = pair[1]
      switch pair[0] {
      case "FREQ":
        frequency = Frequency(rawValue: String(value))
        if frequency == nil { throw refuse("events cannot repeat \"\(value)\"") }
      case "INTERVAL":
        guard let number = Int(value), (1...10_000).contains(number) else {
          throw refuse("\"\(value)\" is no interval from 1 to 10000")
        }
        interval = number
      case "COUNT":
        guard let number = Int(value), (1...RecurrenceRule.mostCount).contains(number) else {
          throw refuse("\"\(value)\" is no count from 1 to \(RecurrenceRule.mostCount)")
        }
        count = number
      case "UNTIL":
        guard let time = CalendarTime(compact: value, zone: zone) else {
          throw refuse("\"\(value)\" is no time")
        }
        until = time
      case "BYDAY":
        for name in value.split(separator: ",") {
          guard let day = Day(name) else { throw refuse("\"\(name)\" is no weekday") }
          days.append(day)
        }
      case "WKST":
        guard let day = Weekday(name: value) else { throw refuse("\"\(value)\" is no weekday") }
        weekStart = day
      default: throw refuse("\(pair[0]) in a rule cannot be read")
      }
    }
    guard let frequency else { throw refuse("the rule does not say how often") }
    self.frequency = frequency
    if frequency != .monthly, days.contains(where: { $0.place != nil }) {
      throw refuse("a place such as 1MO only means something in a month")
    }
  }
}

extension RecurrenceRule.Day {
  /// A day from `MO`, `1MO` or `-1FR`.
  fileprivate init?(_ text: Substring) {
    guard text.utf8.count >= 2, let weekday = Weekday(name: text.suffix(2)) else { return nil }
    self.weekday = weekday
    let number = text.dropLast(2)
    guard !number.isEmpty else { return }
    guard let place = Int(number), place != 0, (-5...5).contains(place) else { return nil }
    self.place = place
  }
}
