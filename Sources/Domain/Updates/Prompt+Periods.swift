/// One asking of a prompt: the date it is about, and its moments.
public struct PromptPeriod: Sendable, Equatable {
  /// The local date on which it is asked; with prompt and person it names an update.
  public var date: CivilDate
  /// From here on it can be answered: the end of the working day before.
  public var opensAt: Instant
  /// When people are asked.
  public var asksAt: Instant
  /// From here on an answer is late; it is taken all the same.
  public var closesAt: Instant
  /// When the digest is made; later edits are marked.
  public var digestAt: Instant

  /// A period.
  public init(
    date: CivilDate, opensAt: Instant, asksAt: Instant, closesAt: Instant, digestAt: Instant
  ) {
    self.date = date
    self.opensAt = opensAt
    self.asksAt = asksAt
    self.closesAt = closesAt
    self.digestAt = digestAt
  }
}

extension Prompt {
  /// The clocks and the working week that decide when one person is asked.
  public struct Calendar: Sendable {
    /// The person's clock.
    public var person: WallClock
    /// The team's clock.
    public var team: WallClock
    /// The person's working days and hours.
    public var week: WorkingWeek

    /// A calendar.
    public init(person: WallClock, team: WallClock, week: WorkingWeek = WorkingWeek()) {
      self.person = person
      self.team = team
      self.week = week
    }
  }

  /// Why somebody is not asked.
  public enum Skip: Sendable, Equatable {
    case away
    case holiday
    /// The pager rang for them in the night before.
    case nightPage

    /// The reason in a word or three: `away`.
    public var words: String {
      switch self {
      case .away: "away"
      case .holiday: "holiday"
      case .nightPage: "paged in the night"
      }
    }
  }

  /// The period of a date; nil when the prompt is not asked on that day of the week.
  public func period(on date: CivilDate, _ calendar: Calendar) -> PromptPeriod? {
    guard days.contains(date.weekdayNumber) else { return nil }
    let clock = zone == .person ? calendar.person : calendar.team
    let asksAt = clock.instant(date, minute)
    let dayBefore = calendar.week.workingDay(before: date)
    let eve = dayBefore.map { clock.instant($0, calendar.week.end) }
    return PromptPeriod(
      date: date, opensAt: eve ?? asksAt.advanced(by: -Instant.day), asksAt: asksAt,
      closesAt: asksAt.advanced(by: Prompt.openSpan),
      digestAt: calendar.team.instant(date, digestMinute))
  }

  /// The periods of a range of dates, in order.
  public func periods(
    from first: CivilDate, through last: CivilDate, _ calendar: Calendar
  ) -> [PromptPeriod] {
    guard first <= last else { return [] }
    return (first.daysSinceEpoch...last.daysSinceEpoch).compactMap {
      period(on: CivilDate(daysSinceEpoch: $0), calendar)
    }
  }

  /// The period an answer written at a moment belongs to.
  ///
  /// Of those that have opened it is the one that is being asked, else the first that will be
  /// asked; when all are closed, the last. Nil when none opened within a month.
  public func present(at moment: Instant, _ calendar: Calendar) -> PromptPeriod? {
    let clock = zone == .person ? calendar.person : calendar.team
    let today = clock.reading(moment).date
    let opened = periods(from: today.adding(days: -31), through: today.adding(days: 31), calendar)
      .filter { $0.opensAt <= moment }
    return opened.first { $0.asksAt <= moment && moment < $0.closesAt }
      ?? opened.first { moment < $0.closesAt } ?? opened.last
  }

  /// The last period that has been asked by a moment, of which a digest tells; nil when none was
  /// within a month.
  public func lastAsked(at moment: Instant, _ calendar: Calendar) -> PromptPeriod? {
    let clock = zone == .person ? calendar.person : calendar.team
    let today = clock.reading(moment).date
    return periods(from: today.adding(days: -31), through: today.adding(days: 1), calendar)
      .last { $0.asksAt <= moment }
  }

  /// Why a person is not asked in a period; nil when they are.
  ///
  /// - Parameters:
  ///   - absences: when the person is away, end exclusive.
  ///   - rings: when the pager rang for the person.
  public func skip(
    _ period: PromptPeriod, absences: [Range<Instant>], rings: [Instant], _ calendar: Calendar
  ) -> Skip? {
    if absences.contains(where: { $0.contains(period.asksAt) }) { return .away }
    if calendar.week.holidays.contains(period.date) { return .holiday }
    let night = period.date.adding(days: -1)
    return rings.contains { calendar.person.night(of: $0) == night } ? .nightPage : nil
  }
}
