/// One shift as calendars show it.
public struct FeedEvent: Sendable, Equatable {
  /// The same for as long as it is the same shift, wherever its end moves.
  public var uid: String
  /// From when until when.
  public var period: Period
  /// What the calendar shows.
  public var summary: String
  /// Grows with every change, so that a calendar takes the newer one.
  public var sequence: Int
  /// When it last changed.
  public var changedAt: Instant
  /// Whether the shift is no more; such an event stays in the feed for a while.
  public var isCancelled: Bool

  /// An event.
  public init(
    uid: String, period: Period, summary: String, sequence: Int = 0, changedAt: Instant,
    isCancelled: Bool = false
  ) {
    self.uid = uid
    self.period = period
    self.summary = summary
    self.sequence = sequence
    self.changedAt = changedAt
    self.isCancelled = isCancelled
  }
}

extension [FeedEvent] {
  /// For how long a removed shift is still said to be cancelled, and past shifts are shown.
  static let keptDays: Int64 = 30
  /// How far ahead shifts are shown.
  static let shownDays: Int64 = 180

  /// These events as the successor of what was published last.
  ///
  /// What changed gets the next sequence number and the time of the change.
  /// What is gone stays as cancelled for 30 days, unless it had aged out.
  public func published(after previous: [FeedEvent], now: Instant) -> [FeedEvent] {
    let before = Dictionary(previous.map { ($0.uid, $0) }) { $1 }
    var events = map { event in
      guard let old = before[event.uid] else { return event }
      var event = event
      let isSame = old.period == event.period && old.summary == event.summary && !old.isCancelled
      event.sequence = isSame ? old.sequence : old.sequence + 1
      event.changedAt = isSame ? old.changedAt : now
      return event
    }
    let current = Set(map(\.uid))
    let oldest = now.advanced(by: -Self.keptDays * Instant.day)
    for old in previous where !current.contains(old.uid) {
      guard old.isCancelled ? old.changedAt > oldest : old.period.end > oldest else { continue }
      var gone = old
      if !old.isCancelled {
        gone.isCancelled = true
        gone.sequence += 1
        gone.changedAt = now
      }
      events.append(gone)
    }
    return events.sorted { ($0.period.start, $0.uid) < ($1.period.start, $1.uid) }
  }
}

extension Resolver {
  /// The shifts from 30 days back to 180 ahead as events, by start.
  ///
  /// `people` limits them to some; `name` gives what people are called, and nil
  /// leaves the name out, as in a person's own calendar. A shift without an end
  /// is shown to the end of the month in which the range ends.
  public func feedEvents(
    now: Instant, of people: Set<EntityID>? = nil, name: ((EntityID) -> String)? = nil
  ) -> [FeedEvent] {
    let range = Period(
      now.advanced(by: -[FeedEvent].keptDays * Instant.day),
      now.advanced(by: [FeedEvent].shownDays * Instant.day))
    return feedEvents(in: range, now: now, of: people, name: name)
  }

  /// The shifts that have an instant of a period in them as events, by start; the rest as above.
  public func feedEvents(
    in range: Period, now: Instant, of people: Set<EntityID>? = nil,
    name: ((EntityID) -> String)? = nil
  ) -> [FeedEvent] {
    let role = schedule.role.isEmpty ? "" : " (\(schedule.role))"
    var seen: Set<String> = []
    var events: [FeedEvent] = []
    for shift in wholeShifts(in: range) where people?.contains(shift.person) ?? true {
      var period = shift.period
      if shift.isCutAtStart { period.start = range.start.startOfMonth(plus: 0) }
      if shift.isCutAtEnd { period.end = range.end.startOfMonth(plus: 1) }
      var uid = uid(of: shift)
      // After a rotation was counted anew a turn number may come again.
      if !seen.insert(uid).inserted { uid += "-\(shift.period.start.compact)" }
      let who = name.map { "\($0(shift.person)) on call" } ?? "On call"
      events.append(
        FeedEvent(
          uid: "\(uid)@watchbill", period: period, summary: "\(who): \(schedule.name)\(role)",
          changedAt: now))
    }
    return events
  }

  /// Schedule, source, turn, override and person; and the start where those do not tell pieces apart.
  private func uid(of shift: Shift) -> String {
    let reason = shift.reason
    var parts = ["\(schedule.id)"]
    switch reason.source {
    case .layer(let id): parts.append("\(id)")
    case .fixedPlan(let id), .fallback(let id): parts.append("\(id)")
    case .override, .ledger: break
    }
    var start = reason.turn?.period.start
    if let turn = reason.turn { parts.append("t\(turn.index)") }
    if let id = reason.override {
      parts.append("\(id)")
      let begins = overrides.first { $0.id == id }?.period.start ?? shift.period.start
      start = max(start ?? begins, begins)
    }
    parts.append("\(shift.person)")
    if start != shift.period.start, !shift.isCutAtStart { parts.append(shift.period.start.compact) }
    return parts.joined(separator: "-")
  }
}

extension Instant {
  /// The first of a month in UTC, counted from the instant's own.
  fileprivate func startOfMonth(plus months: Int) -> Instant {
    CivilDate(monthNumber: utcDate.monthNumber + months, clampedDay: 1).startUTC
  }

  /// The instant as iCalendar writes it: `20260309T080000Z`.
  var compact: String {
    let (date, millisecond) = utcDateAndTime
    let time = TimeOfDay(seconds: millisecond / 1000)
    var text = ""
    text.appendPadded(date.year, to: 4)
    text.appendPadded(date.month, to: 2)
    text.appendPadded(date.day, to: 2)
    text += "T"
    text.appendPadded(time.seconds / 3600, to: 2)
    text.appendPadded(time.seconds / 60 % 60, to: 2)
    text.appendPadded(time.seconds % 60, to: 2)
    return text + "Z"
  }
}
