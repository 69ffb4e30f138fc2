/// Where turns begin on the wall calendar: arithmetic on local times, no zone.
///
/// Hours, days and weeks are steps of so many clock seconds from the base.
/// Months count from the base's month, the day clamped to the last of each, so
/// that the 31st gives 29 February and then 31 March again. Active days count
/// only the enabled ones from the anchor's date on; turn k begins on the day
/// with number `k * length`.
struct TurnCount {
  private enum Way {
    case steps(Int64)
    case months
    case activeDays(Weekdays)
  }

  private let way: Way
  private let length: Int
  /// The start of turn 0; of active days the anchor itself, which may be a day off.
  private let base: LocalTime
  private let baseMonth: Int
  private let dayOfMonth: Int

  init(_ rotation: Rotation, length: Int) {
    self.length = length
    let anchor = rotation.anchor
    var base = anchor
    var dayOfMonth = anchor.date.day
    var baseMonth = anchor.date.monthNumber
    switch rotation.unit {
    case .hour: way = .steps(3600)
    case .day:
      if rotation.advance == .activeDays, let weekdays = rotation.weekdays, !weekdays.isEmpty {
        way = .activeDays(weekdays)
      } else {
        way = .steps(86_400)
      }
    case .week:
      way = .steps(604_800)
      if case .weekday(let day) = rotation.turnStart {
        let back = (anchor.weekday.rawValue - day.rawValue).flooredRemainder(dividingBy: 7)
        base = anchor.advanced(by: Int64(-back) * 86_400)
      }
    case .month:
      way = .months
      if case .dayOfMonth(let day) = rotation.turnStart {
        dayOfMonth = min(max(day, 1), 31)
        let own = CivilDate(monthNumber: baseMonth, clampedDay: dayOfMonth)
        if LocalTime(own, anchor.time) > anchor { baseMonth -= 1 }
      }
    }
    self.base = base
    self.dayOfMonth = dayOfMonth
    self.baseMonth = baseMonth
  }

  /// The local start of one of a turn's units, 0..<length; `length` is the next turn's start.
  func start(ofTurn index: Int, unit: Int) -> LocalTime {
    let units = index * length + unit
    switch way {
    case .steps(let seconds): return base.advanced(by: Int64(units) * seconds)
    case .months:
      return LocalTime(
        CivilDate(monthNumber: baseMonth + units, clampedDay: dayOfMonth), base.time)
    case .activeDays(let weekdays):
      let day = weekdays.day(number: units, from: base.day)
      return base.advanced(by: Int64(day - base.day) * 86_400)
    }
  }

  /// The last turn that has begun when clocks show a local time.
  func turn(at local: LocalTime) -> Int {
    let units: Int
    switch way {
    case .steps(let seconds): units = Int((local.seconds - base.seconds).floored(by: seconds))
    case .months:
      // A month may not have begun yet on its own first days.
      let month = local.date.monthNumber
      let start = LocalTime(CivilDate(monthNumber: month, clampedDay: dayOfMonth), base.time)
      units = month - baseMonth - (start > local ? 1 : 0)
    case .activeDays(let weekdays):
      let day = local.advanced(by: -Int64(base.time.seconds)).day
      units = weekdays.count(from: base.day, to: day + 1) - 1
    }
    return units.floored(by: length)
  }
}

extension CivilDate {
  /// Months since the start of the year 0.
  var monthNumber: Int { year * 12 + month - 1 }

  /// A day of a month so numbered, or the month's last when it has no such day.
  init(monthNumber: Int, clampedDay day: Int) {
    let year = monthNumber.floored(by: 12)
    let month = monthNumber.flooredRemainder(dividingBy: 12) + 1
    let beforeMonth = (1..<month).reduce(0) { $0 + CivilDate.days(inMonth: $1, of: year) }
    let last = CivilDate.days(inMonth: month, of: year)
    self.init(
      daysSinceEpoch: PosixRule.days(beforeYear: year) + beforeMonth + min(day, last) - 1)
  }
}

extension Weekdays {
  /// How many enabled days lie from one day up to another, as days since 1970; negative backwards.
  func count(from start: Int, to end: Int) -> Int {
    let weeks = (end - start).floored(by: 7)
    let rest = start + weeks * 7..<end
    return weeks * count + rest.count { contains(Weekday(daysSinceEpoch: $0)) }
  }

  /// The enabled day with this number, 0 being the first on or after a start; never called on none.
  func day(number: Int, from start: Int) -> Int {
    let week = start + number.floored(by: count) * 7
    var left = number.flooredRemainder(dividingBy: count)
    for day in week..<week + 7 where contains(Weekday(daysSinceEpoch: day)) {
      if left == 0 { return day }
      left -= 1
    }
    return week
  }
}
