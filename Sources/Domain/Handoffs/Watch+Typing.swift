extension HandoffNote.Watch {
  /// Something to watch as it is typed in a line: what, until when, when to escalate.
  ///
  ///     queue depth of router | Fri 12:00 | above 10k messages
  ///
  /// The second and the third part may be missing or empty. The time is on the giver's clock:
  /// `12:00` is the next one, `Fri 12:00` that of the next Friday, `2026-03-13 12:00` itself.
  ///
  /// - Throws: a `WatchRefusal` that says which part is wrong and what is meant.
  public init(typed line: String, after now: Instant, on clock: WallClock) throws(WatchRefusal) {
    let parts = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    guard let what = parts.first, !what.isEmpty else {
      throw WatchRefusal("say first what to watch, then | until when | when to escalate")
    }
    var until: Instant?
    if parts.count > 1, !parts[1].isEmpty {
      until = HandoffNote.Watch.moment(parts[1], after: now, on: clock)
      guard until != nil else {
        throw WatchRefusal(
          "'\(parts[1].prefix(40))' is no time; write 12:00, Fri 12:00 or 2026-03-13 12:00")
      }
    }
    self.init(what, until: until, escalateWhen: parts.count > 2 ? parts[2] : "")
  }

  /// The line it could have been typed as.
  public func typed(on clock: WallClock) -> String {
    let when = until.map { until in
      let (date, minute) = clock.reading(until)
      return "\(date) \(minute.timeOfDay)"
    }
    var parts = [what.onOneLine.trimmed, when ?? "", escalateWhen.onOneLine.trimmed]
    while parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    return parts.joined(separator: " | ")
  }

  private static func moment(
    _ text: String, after now: Instant, on clock: WallClock
  ) -> Instant? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let last = words.last, words.count < 3, let minute = minute(last) else { return nil }
    let today = clock.reading(now).date
    guard words.count == 2 else {
      let moment = clock.instant(today, minute)
      return moment > now ? moment : clock.instant(today.adding(days: 1), minute)
    }
    if let date = CivilDate(words[0]) { return clock.instant(date, minute) }
    let wanted = words[0].prefix(3).lowercased()
    return (0...7).lazy.map { today.adding(days: $0) }
      .filter { $0.weekdayNumber.weekdayName.lowercased() == wanted }
      .map { clock.instant($0, minute) }.first { $0 > now }
  }

  /// `9:05` or `18:30` as a minute of the day.
  private static func minute(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, (1...2).contains(parts[0].count),
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }
}
