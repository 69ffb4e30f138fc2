/// The yearly rule of a POSIX TZ string, with the wider hours of RFC 9636 section 3.3.1.
///
/// `EST5EDT,M3.2.0,M11.1.0` is five hours west of UTC, an hour more from the
/// second Sunday of March 02:00 to the first Sunday of November 02:00. Offsets
/// in the string count west; here they are seconds east.
struct PosixRule {
  /// A day of the year.
  enum Day: Equatable {
    /// `J60`: 1...365, 29 February is never counted.
    case julian(Int)
    /// `59`: 0...365, 29 February is counted.
    case zeroBased(Int)
    /// `M3.5.0`: month 1...12, week 1...5 (5 is the last), weekday 0...6 from Sunday.
    case weekday(month: Int, week: Int, day: Int)
  }

  /// A moment of each year: seconds after a day's 00:00, -167 h to 167 h.
  struct Moment: Equatable {
    var day: Day
    var time = 7200
  }

  struct Summer: Equatable {
    var offset: Int32
    /// Read on the standard clock.
    var begins: Moment
    /// Read on the summer clock.
    var ends: Moment
  }

  var standardOffset: Int32
  /// Nil where clocks stay as they are.
  var summer: Summer?

  /// The changes of these years in order, each with the offset it leads to.
  ///
  /// Where summer ends at the instant it begins again it never ends, which is
  /// how permanent summer time is written: the beginning wins.
  func changes(inYears years: ClosedRange<Int>) -> [(at: Int64, offset: Int32)] {
    guard let summer else { return [] }
    var moments: [(at: Int64, isSummer: Bool)] = []
    for year in years {
      moments.append((seconds(of: summer.begins, in: year, offset: standardOffset), true))
      moments.append((seconds(of: summer.ends, in: year, offset: summer.offset), false))
    }
    moments.sort { ($0.at, $0.isSummer ? 1 : 0) < ($1.at, $1.isSummer ? 1 : 0) }
    var changes: [(at: Int64, offset: Int32)] = []
    for moment in moments {
      if changes.last?.at == moment.at { changes.removeLast() }
      changes.append((moment.at, moment.isSummer ? summer.offset : standardOffset))
    }
    return changes
  }

  private func seconds(of moment: Moment, in year: Int, offset: Int32) -> Int64 {
    Int64(day(moment.day, in: year)) * 86_400 + Int64(moment.time) - Int64(offset)
  }

  private func day(_ day: Day, in year: Int) -> Int {
    let newYear = PosixRule.days(beforeYear: year)
    let isLeap = CivilDate.days(inMonth: 2, of: year) == 29
    switch day {
    case .julian(let number): return newYear + number - 1 + (isLeap && number >= 60 ? 1 : 0)
    case .zeroBased(let number): return newYear + number
    case .weekday(let month, let week, let weekday):
      let before = (1..<month).reduce(0) { $0 + CivilDate.days(inMonth: $1, of: year) }
      let first = newYear + before
      // 1970-01-01 was a Thursday, day 4 from Sunday.
      let weekdayOfFirst = (first + 4).flooredRemainder(dividingBy: 7)
      var found = first + (weekday - weekdayOfFirst + 7) % 7 + (week - 1) * 7
      if found >= first + CivilDate.days(inMonth: month, of: year) { found -= 7 }
      return found
    }
  }

  /// Days from 1970-01-01 to 1 January of a year.
  static func days(beforeYear year: Int) -> Int {
    let past = year - 1
    let leapDays = past.floored(by: 4) - past.floored(by: 100) + past.floored(by: 400)
    return past * 365 + leapDays - 719_162
  }
}

extension PosixRule {
  /// A rule from the bytes of a TZ string, or nil when it is none or lacks its dates.
  init?(_ bytes: ArraySlice<UInt8>) {
    var scanner = PosixScanner(bytes)
    guard scanner.name(), let standard = scanner.offset() else { return nil }
    standardOffset = Int32(-standard)
    guard !scanner.isAtEnd else { return }
    guard scanner.name() else { return nil }
    var summerOffset = standardOffset + 3600
    if !scanner.isNext(",") {
      guard let offset = scanner.offset() else { return nil }
      summerOffset = Int32(-offset)
    }
    guard let begins = scanner.moment(), let ends = scanner.moment(), scanner.isAtEnd else {
      return nil
    }
    summer = Summer(offset: summerOffset, begins: begins, ends: ends)
  }
}

/// Reads the parts of a POSIX TZ string, front to back.
private struct PosixScanner {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  var isAtEnd: Bool { rest.isEmpty }

  func isNext(_ character: Unicode.Scalar) -> Bool {
    rest.first.map { UInt32($0) == character.value } ?? false
  }

  /// Passes `EST` or `<+0330>`; the name itself is not kept.
  mutating func name() -> Bool {
    let isQuoted = skip("<")
    var count = 0
    while let byte = rest.first, isLetter(byte) || (isQuoted && isSignOrDigit(byte)) {
      rest.removeFirst()
      count += 1
    }
    return count >= 3 && (!isQuoted || skip(">"))
  }

  /// `5`, `-3:30`, `+02:00:00`: seconds west of UTC.
  mutating func offset() -> Int? { time(most: 24) }

  /// `,M3.2.0/2`.
  mutating func moment() -> PosixRule.Moment? {
    guard skip(","), let day = day() else { return nil }
    guard skip("/") else { return PosixRule.Moment(day: day) }
    guard let time = time(most: 167) else { return nil }
    return PosixRule.Moment(day: day, time: time)
  }

  private mutating func day() -> PosixRule.Day? {
    if skip("J") { return number(1...365).map { .julian($0) } }
    guard skip("M") else { return number(0...365).map { .zeroBased($0) } }
    guard let month = number(1...12), skip("."), let week = number(1...5), skip("."),
      let day = number(0...6)
    else { return nil }
    return .weekday(month: month, week: week, day: day)
  }

  private mutating func time(most hours: Int) -> Int? {
    let sign = skip("-") ? -1 : 1
    if sign == 1 { _ = skip("+") }
    guard let hour = number(0...hours) else { return nil }
    var seconds = hour * 3600
    if skip(":") {
      guard let minute = number(0...59) else { return nil }
      seconds += minute * 60
      if skip(":") {
        guard let second = number(0...59) else { return nil }
        seconds += second
      }
    }
    return sign * seconds
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int? {
    var value: Int?
    while let byte = rest.first, (0x30...0x39).contains(byte), (value ?? 0) < 1000 {
      value = (value ?? 0) * 10 + Int(byte) - 0x30
      rest.removeFirst()
    }
    guard let value, range.contains(value) else { return nil }
    return value
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard isNext(character) else { return false }
    rest.removeFirst()
    return true
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  private func isSignOrDigit(_ byte: UInt8) -> Bool {
    byte == 0x2B || byte == 0x2D || (0x30...0x39).contains(byte)
  }
}
