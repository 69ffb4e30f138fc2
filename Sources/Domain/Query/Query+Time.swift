extension Query {
  /// A point in time as people type it.
  public enum TimePoint: Sendable, Equatable {
    /// From the first day to the last: `2026-01-31`, the month `2026-01` or the year `2026`.
    case days(CivilDate, CivilDate)
    /// `yesterday`, `today`, `tomorrow`: so many days after today.
    case today(plus: Int)
    /// `2026-01-31T09:30Z`.
    case moment(Instant)
    /// `2w`: how long ago, or how far ahead for `due:`.
    case age(Int, AgeUnit)
  }

  /// What ages are counted in; a month is 30 days and a year 365.
  public enum AgeUnit: String, Sendable, CaseIterable {
    case minutes = "min", hours = "h", days = "d", weeks = "w", months = "mo", years = "y"

    /// How long one is, in milliseconds.
    public var milliseconds: Int64 {
      switch self {
      case .minutes: Instant.minute
      case .hours: Instant.hour
      case .days: Instant.day
      case .weeks: Instant.week
      case .months: 30 * Instant.day
      case .years: 365 * Instant.day
      }
    }
  }
}

extension Query.Comparison where Value == Query.TimePoint {
  /// The instants, in milliseconds, that compare well.
  ///
  /// Dates compare as times: `>2026-01-31` is after that day. Ages compare as ages: `>2w` is
  /// more than two weeks ago, `<2d` within the last two days, and `2w` alone means `<=2w`.
  public func instants(in context: Query.Context) -> Query.Window {
    guard !isAge else {
      let ages = ages { $0 * $1.milliseconds }
      let now = context.now.milliseconds
      return Query.Window(
        from: ages.before.map { now &- $0 &+ 1 }, before: ages.from.map { now &- $0 &+ 1 })
    }
    return window { point in
      switch point {
      case .days(let first, let last): context.instants(from: first, through: last)
      case .today(let days):
        context.instants(
          from: CivilDate(daysSinceEpoch: context.today.daysSinceEpoch + days), days: 1)
      case .moment(let instant): instant.milliseconds..<instant.milliseconds + 1
      case .age: 0..<0
      }
    }
  }

  /// The dates that compare well, in days since 1970-01-01.
  ///
  /// An age looks ahead and never back: `<1w` is from today to six days from now.
  public func dates(in context: Query.Context) -> Query.Window {
    let today = Int64(context.today.daysSinceEpoch)
    guard !isAge else {
      let ages = ages { $0 * ($1.milliseconds / Instant.day) }
      return Query.Window(
        from: today + max(0, ages.from ?? 0), before: ages.before.map { today + $0 })
    }
    return window { point in
      switch point {
      case .days(let first, let last):
        Int64(first.daysSinceEpoch)..<Int64(last.daysSinceEpoch) + 1
      case .today(let days): today + Int64(days)..<today + Int64(days) + 1
      case .moment(let instant):
        Int64(instant.utcDate.daysSinceEpoch)..<Int64(instant.utcDate.daysSinceEpoch) + 1
      case .age: 0..<0
      }
    }
  }

  private var isAge: Bool {
    values.contains { if case .age = $0 { true } else { false } }
  }

  /// The ages that compare well; one by itself counts as `<=`.
  private func ages(_ length: (Int64, Query.AgeUnit) -> Int64) -> Query.Window {
    let comparison: Self = if case .equal(let age) = self { .atMost(age) } else { self }
    return comparison.window { point in
      guard case .age(let count, let unit) = point else { return 0..<0 }
      let age = length(Int64(count), unit)
      return age..<age + 1
    }
  }
}

extension Query.TimePoint {
  /// The point as people type it.
  var text: String {
    switch self {
    case .days(let first, let last) where first == last: first.description
    case .days(let first, let last):
      first.month == last.month ? String(first.description.dropLast(3)) : yearText(first)
    case .today(-1): "yesterday"
    case .today(0): "today"
    case .today: "tomorrow"
    case .moment(let instant): instant.iso8601
    case .age(let count, let unit): "\(count)\(unit.rawValue)"
    }
  }

  private func yearText(_ date: CivilDate) -> String { String(date.description.dropLast(6)) }
}
