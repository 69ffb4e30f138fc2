/// A time of a calendar: on the clocks of a zone, or a whole day there.
public struct CalendarTime: Sendable, Hashable, Codable {
  /// The reading of the clock; 00:00 of a whole day.
  public var local: LocalTime
  /// The IANA name of the zone.
  public var zone: String
  /// Whether it is a whole day.
  public var isDay: Bool

  /// A time.
  public init(_ local: LocalTime, zone: String, isDay: Bool = false) {
    self.local = local
    self.zone = zone
    self.isDay = isDay
  }
}

extension CalendarTime {
  /// A time from `20260309`, `20260309T090000` or `20260309T080000Z`; nil for anything else.
  init?(compact text: some StringProtocol, zone: String) {
    var scanner = DigitScanner(text.utf8)
    guard let year = scanner.digits(4), let month = scanner.digits(2), let day = scanner.digits(2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    if scanner.isAtEnd {
      self.init(LocalTime(date), zone: zone, isDay: true)
      return
    }
    guard scanner.skip("T"), let hour = scanner.digits(2), let minute = scanner.digits(2),
      let second = scanner.digits(2),
      let time = TimeOfDay(hour: hour, minute: minute, second: min(second, 59))
    else { return nil }
    let isUTC = scanner.skip("Z")
    guard scanner.isAtEnd, second <= 60 else { return nil }
    self.init(LocalTime(date, time), zone: isUTC ? "UTC" : zone)
  }
}

/// The seconds of a duration such as `P1DT12H`, `PT45M` or `P2W` on the clock; nil for anything else.
func calendarDuration(_ text: some StringProtocol) -> Int64? {
  var scanner = DurationScanner(text.utf8)
  return scanner.read()
}

private struct DurationScanner<Bytes: Collection> where Bytes.Element == UInt8 {
  private var rest: Bytes.SubSequence

  init(_ bytes: Bytes) {
    rest = bytes[...]
  }

  mutating func read() -> Int64? {
    _ = skip("+")
    guard skip("P") else { return nil }
    var seconds: Int64 = 0
    var isTime = false
    var parts = 0
    while !rest.isEmpty {
      if !isTime, skip("T") {
        isTime = true
        continue
      }
      guard let number = number(), let unit = unit(isTime: isTime) else { return nil }
      // Parts may come again and again; beyond every use they add nothing.
      seconds = min(seconds + number * unit, 1 << 50)
      parts += 1
    }
    return parts > 0 ? seconds : nil
  }

  private mutating func unit(isTime: Bool) -> Int64? {
    if isTime {
      if skip("H") { return 3600 }
      if skip("M") { return 60 }
      return skip("S") ? 1 : nil
    }
    if skip("W") { return 604_800 }
    return skip("D") ? 86_400 : nil
  }

  private mutating func number() -> Int64? {
    var value: Int64?
    while let byte = rest.first, (0x30...0x39).contains(byte), (value ?? 0) < 1_000_000 {
      value = (value ?? 0) * 10 + Int64(byte) - 0x30
      rest = rest.dropFirst()
    }
    return value
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = rest.first, UInt32(byte) == character.value else { return false }
    rest = rest.dropFirst()
    return true
  }
}
