extension QueryParser {
  /// A comparison from `2`, `<2`, `<=2`, `>2`, `>=2`, `=2`, `1..2`, `*..2` or `1..*`.
  func comparison<Value>(
    _ value: QueryToken.Value, _ qualifier: Query.Qualifier, _ read: (String) -> Value?
  ) throws(QueryError) -> Query.Comparison<Value> {
    let text = value.text
    if let (first, last) = ends(of: text) {
      switch (first == "*" ? nil : read(first), last == "*" ? nil : read(last)) {
      case (let first?, let last?): return .between(first, last)
      case (let first?, nil) where last == "*": return .atLeast(first)
      case (nil, let last?) where first == "*": return .atMost(last)
      default: throw misread(value, qualifier)
      }
    }
    for (sign, make) in signs(Value.self) where text.hasPrefix(sign) {
      guard let operand = read(String(text.dropFirst(sign.count))) else { break }
      return make(operand)
    }
    guard let operand = read(text) else { throw misread(value, qualifier) }
    return .equal(operand)
  }

  /// A number from its digits alone.
  func digits(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  private func signs<Value>(
    _: Value.Type
  ) -> [(String, (Value) -> Query.Comparison<Value>)] {
    [
      ("<=", { .atMost($0) }), (">=", { .atLeast($0) }), ("<", { .less($0) }),
      (">", { .more($0) }), ("=", { .equal($0) }),
    ]
  }

  private func ends(of text: String) -> (String, String)? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 2,
      let dots = (0..<scalars.count - 1).first(where: {
        scalars[$0] == "." && scalars[$0 + 1] == "."
      })
    else { return nil }
    var first = String.UnicodeScalarView()
    first.append(contentsOf: scalars[..<dots])
    var last = String.UnicodeScalarView()
    last.append(contentsOf: scalars[(dots + 2)...])
    return (String(first), String(last))
  }

  private func misread(_ value: QueryToken.Value, _ qualifier: Query.Qualifier) -> QueryError {
    switch qualifier {
    case .updated, .created, .closed, .due:
      let isMinuteOrMonth = value.text.hasSuffix("m")
      return scanner.error(
        "\(qualifier.rawValue): takes a date or an age, not \"\(value.text)\"", at: value.place,
        hint: isMinuteOrMonth
          ? "write min for minutes or mo for months"
          : "for example 2026-01-31, 2026-01, today, <2d or >2w")
    case .comments:
      return scanner.error(
        "comments: takes a number, not \"\(value.text)\"", at: value.place,
        hint: "for example 0, >5 or 2..9")
    default: return unknown(value, for: qualifier)
    }
  }
}

extension Query.TimePoint {
  /// A point from `2026-01-31`, `2026-01`, `2026`, `today`, `2w` or an ISO 8601 time.
  init?(text: String) {
    switch text.lowercased() {
    case "yesterday": self = .today(plus: -1)
    case "today": self = .today(plus: 0)
    case "tomorrow": self = .today(plus: 1)
    case let text:
      guard let point = Query.TimePoint.days(text) ?? .age(text) ?? .moment(text) else {
        return nil
      }
      self = point
    }
  }

  private static func days(_ text: String) -> Query.TimePoint? {
    switch text.utf8.count {
    case 10: CivilDate(text).map { .days($0, $0) }
    case 7:
      CivilDate(text + "-01").flatMap { first in
        let last = CivilDate.days(inMonth: first.month, of: first.year)
        return CivilDate(year: first.year, month: first.month, day: last).map { .days(first, $0) }
      }
    case 4:
      CivilDate(text + "-01-01").flatMap { first in
        CivilDate(year: first.year, month: 12, day: 31).map { .days(first, $0) }
      }
    default: nil
    }
  }

  private static func age(_ text: String) -> Query.TimePoint? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard let count = Int(digits), digits.utf8.count <= 5,
      let unit = Query.AgeUnit(rawValue: String(text[digits.endIndex...]))
    else { return nil }
    return .age(count, unit)
  }

  private static func moment(_ text: String) -> Query.TimePoint? {
    Instant(iso8601: text).map { .moment($0) }
  }
}
