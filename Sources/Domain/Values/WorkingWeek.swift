/// The days and hours in which somebody usually works, on their own clock.
public struct WorkingWeek: Sendable, Equatable {
  /// Days of the week, 1 for Monday to 7 for Sunday, as ISO 8601 counts them.
  public var days: Set<Int>
  /// The minute of the day at which work begins.
  public var start: Int
  /// The minute of the day at which work ends.
  public var end: Int
  /// Dates on which nobody is expected to work.
  public var holidays: Set<CivilDate>

  /// A working week; Monday to Friday, 09:00 to 18:00, unless said otherwise.
  public init(
    days: Set<Int> = [1, 2, 3, 4, 5], start: Int = 9 * 60, end: Int = 18 * 60,
    holidays: Set<CivilDate> = []
  ) {
    self.days = days
    self.start = start
    self.end = end
    self.holidays = holidays
  }
}

extension WorkingWeek {
  /// Whether work is expected on a date.
  public func isWorkingDay(_ date: CivilDate) -> Bool {
    days.contains(date.weekdayNumber) && !holidays.contains(date)
  }

  /// Whether a moment lies in working hours.
  public func isWorkingTime(_ moment: Instant, on clock: WallClock) -> Bool {
    let (date, minute) = clock.reading(moment)
    return isWorkingDay(date) && (start..<end).contains(minute)
  }

  /// The last working day before a date; nil when a whole year has none.
  public func workingDay(before date: CivilDate) -> CivilDate? {
    (1...366).lazy.map { date.adding(days: -$0) }.first(where: isWorkingDay)
  }

  /// The working days after one date up to and with another: how old a thing of that day is.
  ///
  /// From Friday to Monday is one day; a thing is 0 days old on the day it began.
  public func workingDays(from first: CivilDate, to last: CivilDate) -> Int {
    let (start, end) = (first.daysSinceEpoch, last.daysSinceEpoch)
    guard start < end else { return 0 }
    return (start + 1...end).count { isWorkingDay(CivilDate(daysSinceEpoch: $0)) }
  }
}

extension WallClock {
  /// The night a moment belongs to, by the date on which it began; nil by day.
  ///
  /// A night lasts from 22:00 to 07:00 on the clock.
  public func night(of moment: Instant) -> CivilDate? {
    let (date, minute) = reading(moment)
    if minute >= 22 * 60 { return date }
    return minute < 7 * 60 ? date.adding(days: -1) : nil
  }
}
