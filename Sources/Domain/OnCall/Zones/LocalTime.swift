/// A date and a reading of the wall clock, `2026-03-29T02:30`, in a zone that stands elsewhere.
///
/// It is what people plan with. Only a zone makes an instant of it, and at a
/// clock change there may be none or two (`Zone.reading(of:)`).
public struct LocalTime: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00 on a calendar whose every day has 86,400.
  public let seconds: Int64

  /// The local time so many such seconds after 1970-01-01T00:00; held within 35 million years.
  public init(seconds: Int64) {
    self.seconds = min(max(seconds, -LocalTime.most), LocalTime.most)
  }

  /// Far beyond every plan, and small enough that no arithmetic on zones overflows.
  static let most: Int64 = 1 << 50

  /// A time on a date.
  public init(_ date: CivilDate, _ time: TimeOfDay = .midnight) {
    self.init(seconds: Int64(date.daysSinceEpoch) * 86_400 + Int64(time.seconds))
  }

  /// The date.
  public var date: CivilDate { CivilDate(daysSinceEpoch: day) }

  /// The date as days since 1970-01-01; negative before it.
  public var day: Int { Int(seconds.floored(by: 86_400)) }

  /// The reading of the clock.
  public var time: TimeOfDay { TimeOfDay(seconds: Int(seconds % 86_400)) }

  /// The day of the week.
  public var weekday: Weekday { Weekday(daysSinceEpoch: day) }

  /// So many seconds later on the clock and the calendar, whatever the zone does between.
  public func advanced(by seconds: Int64) -> LocalTime {
    let (sum, isOver) = self.seconds.addingReportingOverflow(seconds)
    return LocalTime(seconds: isOver ? (seconds < 0 ? .min : .max) : sum)
  }

  /// Orders the earlier reading first, which need not be the earlier instant.
  public static func < (a: LocalTime, b: LocalTime) -> Bool { a.seconds < b.seconds }
}

extension LocalTime: CustomStringConvertible, LosslessStringConvertible {
  /// A local time from `2026-03-29T02:30`, with a space for the `T` and seconds allowed; else nil.
  public init?(_ text: String) {
    var scanner = DigitScanner(text.utf8)
    guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2),
      scanner.skip("-"), let day = scanner.digits(2),
      let date = CivilDate(year: year, month: month, day: day),
      scanner.skip("T") || scanner.skip(" "), let time = scanner.timeOfDay(), scanner.isAtEnd
    else { return nil }
    self.init(date, time)
  }

  /// The local time as `2026-03-29T02:30`, with seconds only when there are any.
  public var description: String { "\(date)T\(time)" }
}
