extension Instant {
  /// An instant from ISO 8601 with a date, a time and an offset.
  ///
  /// `2026-01-31T09:30:00Z`, `2026-01-31T10:30+01:00` and fractions of a second
  /// are read; digits past the milliseconds are dropped. A missing offset means
  /// UTC. A leap second (`:60`) counts as the last second of its minute.
  public init?(iso8601 text: some StringProtocol) {
    self.init(iso8601: text.utf8)
  }

  /// An instant from the bytes of an ISO 8601 date and time, as above.
  public init?(iso8601 bytes: some Sequence<UInt8>) {
    var scanner = DigitScanner(bytes)
    guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2),
      scanner.skip("-"), let day = scanner.digits(2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
      let hour = scanner.digits(2), scanner.skip(":"), let minute = scanner.digits(2),
      hour <= 23, minute <= 59
    else { return nil }
    var second = 0
    var millisecond = 0
    if scanner.skip(":") {
      guard let read = scanner.digits(2), read <= 60 else { return nil }
      second = min(read, 59)
      if scanner.skip(".") || scanner.skip(",") {
        guard let fraction = scanner.fractionInMilliseconds() else { return nil }
        millisecond = fraction
      }
    }
    var offset = 0
    if scanner.skip("Z") || scanner.skip("z") {
    } else if let sign = scanner.sign() {
      guard let hours = scanner.digits(2), hours <= 23 else { return nil }
      var minutes = 0
      if scanner.skip(":") || !scanner.isAtEnd {
        guard let read = scanner.digits(2), read <= 59 else { return nil }
        minutes = read
      }
      offset = sign * (hours * 60 + minutes)
    }
    guard scanner.isAtEnd else { return nil }
    let minutes = (date.daysSinceEpoch * 24 + hour) * 60 + minute - offset
    milliseconds = Int64((minutes * 60 + second) * 1000 + millisecond)
  }

  /// The instant in UTC as `2026-01-31T09:30:00Z`, with milliseconds only when there are any.
  public var iso8601: String {
    let (date, millisecondOfDay) = utcDateAndTime
    var text = date.description
    text += "T"
    text.appendPadded(millisecondOfDay / 3_600_000, to: 2)
    text += ":"
    text.appendPadded(millisecondOfDay / 60_000 % 60, to: 2)
    text += ":"
    text.appendPadded(millisecondOfDay / 1000 % 60, to: 2)
    if millisecondOfDay % 1000 != 0 {
      text += "."
      text.appendPadded(millisecondOfDay % 1000, to: 3)
    }
    return text + "Z"
  }

  /// The UTC calendar date of this instant.
  public var utcDate: CivilDate { utcDateAndTime.date }

  /// The UTC date and the milliseconds since that date began (0..<86,400,000).
  public var utcDateAndTime: (date: CivilDate, millisecondOfDay: Int) {
    let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: Instant.day)
    let isBefore = remainder < 0
    return (
      CivilDate(daysSinceEpoch: Int(isBefore ? quotient - 1 : quotient)),
      Int(isBefore ? remainder + Instant.day : remainder)
    )
  }
}

/// Reads fixed-width digits and punctuation from bytes, front to back.
struct DigitScanner<Bytes: Sequence> where Bytes.Element == UInt8 {
  private var bytes: Bytes.Iterator
  private var next: UInt8?

  init(_ bytes: Bytes) {
    self.bytes = bytes.makeIterator()
    next = self.bytes.next()
  }

  var isAtEnd: Bool { next == nil }

  mutating func digits(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  mutating func fractionInMilliseconds() -> Int? {
    guard let first = digit() else { return nil }
    var value = first * 100
    var weight = 10
    while let digit = digit() {
      value += digit * weight
      weight /= 10
    }
    return value
  }

  mutating func sign() -> Int? {
    if skip("+") { return 1 }
    return skip("-") ? -1 : nil
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = next, UInt32(byte) == character.value else { return false }
    next = bytes.next()
    return true
  }

  private mutating func digit() -> Int? {
    guard let byte = next, (0x30...0x39).contains(byte) else { return nil }
    next = bytes.next()
    return Int(byte) - 0x30
  }
}

extension String {
  /// Appends a non-negative number, padded with zeros on the left to a width.
  mutating func appendPadded(_ number: Int, to width: Int) {
    let digits = String(number)
    for _ in 0..<max(0, width - digits.utf8.count) { append("0") }
    append(digits)
  }
}
