extension Int {
  /// A count with its noun: `1 page`, `3 pages`, `no pages`.
  func of(_ noun: String, _ plural: String? = nil) -> String {
    let word = self == 1 ? noun : plural ?? noun + "s"
    return self == 0 ? "no \(word)" : "\(grouped) \(word)"
  }

  /// A minute of the day as `09:05`.
  var timeOfDay: String {
    var text = ""
    text.appendPadded(self / 60, to: 2)
    text += ":"
    text.appendPadded(self % 60, to: 2)
    return text
  }

  /// A month's number, from 1, in three letters.
  var monthName: String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names[(self + 11) % 12]
  }

  /// A weekday's number, from 1 for Monday, in three letters.
  var weekdayName: String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][(self + 6) % 7]
  }
}

extension CivilDate {
  /// 1 for Monday to 7 for Sunday, as ISO 8601 counts them; 1970-01-01 was a Thursday.
  var weekdayNumber: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 + 1 }

  /// The date some days later, or earlier.
  func adding(days: Int) -> CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + days) }
}

extension Int64 {
  /// A length in milliseconds in its two largest units: `45 s`, `12 min`, `3 h 5 min`, `2 d 4 h`.
  var duration: String {
    let seconds = Swift.max(0, self) / 1000
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
    if days > 0 { return hours > 0 ? "\(days) d \(hours) h" : "\(days) d" }
    if hours > 0 { return minutes > 0 ? "\(hours) h \(minutes) min" : "\(hours) h" }
    return minutes > 0 ? "\(minutes) min" : "\(seconds) s"
  }
}

extension [String] {
  /// The words with commas and a last `and`: `a, b and c`.
  func joinedInWords() -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  /// The text without line breaks, so that a title cannot begin a paragraph of its own.
  var onOneLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The text's lines without white space at their ends and without empty ones.
  var trimmedLines: [String] {
    split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The text without white space at both ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
