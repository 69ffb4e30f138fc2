/// A reading of a wall clock, `08:30`, without a date or a zone.
public struct TimeOfDay: Sendable, Hashable, Comparable {
  /// Seconds since 00:00 on the clock face, 0..<86,400; at a clock change not time elapsed.
  public let seconds: Int

  /// A time of day, or nil when no clock shows it; 24:00 is written 00:00.
  public init?(hour: Int, minute: Int = 0, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
      return nil
    }
    seconds = (hour * 60 + minute) * 60 + second
  }

  /// The time of day so many seconds after 00:00; whole days are left out, before it counts back.
  public init(seconds: Int) {
    self.seconds = seconds.flooredRemainder(dividingBy: 86_400)
  }

  /// 00:00.
  public static let midnight = TimeOfDay(seconds: 0)

  /// Orders the earlier reading first.
  public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.seconds < b.seconds }
}

extension TimeOfDay: CustomStringConvertible, LosslessStringConvertible {
  /// A time of day from `08:30` or `08:30:15`, or nil when it is written otherwise.
  public init?(_ text: String) {
    var scanner = DigitScanner(text.utf8)
    guard let time = scanner.timeOfDay(), scanner.isAtEnd else { return nil }
    self = time
  }

  /// The time as `08:30`, with seconds only when there are any.
  public var description: String {
    var text = ""
    text.appendPadded(seconds / 3600, to: 2)
    text += ":"
    text.appendPadded(seconds / 60 % 60, to: 2)
    if seconds % 60 != 0 {
      text += ":"
      text.appendPadded(seconds % 60, to: 2)
    }
    return text
  }
}

extension DigitScanner {
  /// `08:30` or `08:30:15`.
  mutating func timeOfDay() -> TimeOfDay? {
    guard let hour = digits(2), skip(":"), let minute = digits(2) else { return nil }
    guard skip(":") else { return TimeOfDay(hour: hour, minute: minute) }
    guard let second = digits(2) else { return nil }
    return TimeOfDay(hour: hour, minute: minute, second: second)
  }
}
