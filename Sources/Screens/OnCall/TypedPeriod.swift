import Domain

/// Why a line cannot be taken as it is typed: one sentence that says what to do.
struct LineProblem: Error, Equatable {
  var words: String

  init(_ words: String) {
    self.words = words
  }
}

/// A time as people type it in a line, on the clocks of a zone.
///
/// `2026-03-12 09:00 to 2026-03-13 17:00 dentist` is from when until when, and a note. An end of
/// only `17:00` is on the day of the start, or the next one when that is not later; a date alone
/// is its first moment; `2026-03-12T08:00Z` is an instant.
struct TypedPeriod {
  let zone: Zone

  /// The period and the note behind it.
  func read(_ text: String) throws(LineProblem) -> (period: Period, note: String) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    let start = try instant(&words, after: nil)
    if words.first == "to" || words.first == "-" { words.removeFirst() }
    let end = try instant(&words, after: start)
    guard end > start else {
      throw LineProblem(
        "\(line(start)) is not before \(line(end)); swap the two or move the end")
    }
    return (Period(start, end), words.joined(separator: " "))
  }

  /// A period as it is typed: `2026-03-12 09:00 to 2026-03-13 17:00`.
  func line(_ period: Period) -> String { "\(line(period.start)) to \(line(period.end))" }

  private func line(_ instant: Instant) -> String {
    let local = zone.local(instant)
    return "\(local.date) \(local.time.hoursAndMinutes)"
  }

  private func instant(
    _ words: inout ArraySlice<String>, after start: Instant?
  ) throws(LineProblem) -> Instant {
    guard let word = words.popFirst() else {
      throw LineProblem(
        start == nil
          ? "type from when until when: 2026-03-12 09:00 to 2026-03-13 17:00"
          : "type until when too: to 2026-03-13 17:00")
    }
    if let date = CivilDate(word) {
      guard let time = words.first.flatMap(Self.time) else {
        return zone.first(of: LocalTime(date))
      }
      words.removeFirst()
      return try instant(LocalTime(date, time))
    }
    if let start, let time = Self.time(word) {
      let sameDay = LocalTime(zone.local(start).date, time)
      let isLater = sameDay > zone.local(start)
      return try instant(isLater ? sameDay : sameDay.advanced(by: 86_400))
    }
    if let local = LocalTime(word) { return try instant(local) }
    if word.contains("T"), let instant = Instant(iso8601: word) { return instant }
    throw LineProblem(
      "“\(word)” is no time; write 2026-03-12 09:00 (in \(zone.name)) or 2026-03-12T08:00Z")
  }

  private func instant(_ local: LocalTime) throws(LineProblem) -> Instant {
    do throws(UnclearTime) {
      return try zone.instant(typed: local)
    } catch {
      throw LineProblem("\(error)")
    }
  }

  /// A time of day from `09:00` or `9:00`.
  private static func time(_ word: String) -> TimeOfDay? {
    TimeOfDay(word) ?? TimeOfDay("0" + word)
  }
}
