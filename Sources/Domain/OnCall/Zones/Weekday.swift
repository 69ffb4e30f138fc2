/// A day of the week; Monday is the first.
public enum Weekday: Int, Sendable, CaseIterable, Comparable, Codable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The weekday of a date; 1970-01-01 was a Thursday.
  public init(daysSinceEpoch days: Int) {
    self = Weekday(rawValue: (days + 3).flooredRemainder(dividingBy: 7)) ?? .monday
  }

  /// The weekday from its English name or the first two or three letters, whatever their case.
  ///
  /// `MO`, `mon` and `Monday` are the same day.
  public init?(name: some StringProtocol) {
    let lowered = name.lowercased()
    guard
      let match = Weekday.allCases.first(where: { day in
        day.name.lowercased() == lowered || day.name.prefix(3).lowercased() == lowered
          || day.name.prefix(2).lowercased() == lowered
      })
    else { return nil }
    self = match
  }

  /// The name in full: `Monday`.
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// Orders Monday first.
  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}

/// A set of days of the week.
public struct Weekdays: OptionSet, Sendable, Hashable, Codable {
  /// Bit 0 is Monday, bit 6 Sunday.
  public let rawValue: UInt8

  /// A set from its bits; bits beyond Sunday are dropped.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue & 0x7F
  }

  /// The set of these days.
  public init(_ days: some Sequence<Weekday>) {
    self.init(rawValue: days.reduce(0) { $0 | 1 << UInt8($1.rawValue) })
  }

  /// Monday to Friday.
  public static let workdays = Weekdays(rawValue: 0b001_1111)
  /// Saturday and Sunday.
  public static let weekend = Weekdays(rawValue: 0b110_0000)
  /// All seven.
  public static let everyDay = Weekdays(rawValue: 0b111_1111)

  /// Whether a day is in the set.
  public func contains(_ day: Weekday) -> Bool { rawValue >> UInt8(day.rawValue) & 1 == 1 }

  /// How many days are in the set.
  public var count: Int { rawValue.nonzeroBitCount }

  /// The days in the set, Monday first.
  public var days: [Weekday] { Weekday.allCases.filter(contains) }
}

extension Weekdays: CustomStringConvertible {
  /// The days in words: `every day`, `Monday to Friday`, `Saturday, Sunday`, `no day`.
  public var description: String {
    if self == .everyDay { return "every day" }
    if self == .workdays { return "Monday to Friday" }
    return isEmpty ? "no day" : days.map(\.name).joined(separator: ", ")
  }
}
