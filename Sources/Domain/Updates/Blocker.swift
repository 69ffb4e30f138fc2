/// Something that another person must clear before somebody can go on.
///
/// It is told at once to whom it waits for, stays until it is cleared, ages in working days and
/// leads the digest.
public struct Blocker: Sendable, Equatable, Codable {
  /// What or whom somebody waits for.
  public enum Cause: Sendable, Hashable, Codable {
    case person(EntityID)
    case team(EntityID)
    case issue(IssueKey)
    /// Somebody outside, in words: `the vendor`.
    case other(String)
  }

  /// The permanent id.
  public let id: EntityID
  /// Who is blocked.
  public let person: EntityID
  /// Whom or what they wait for.
  public let cause: Cause
  /// What is needed, one line.
  public internal(set) var text: String
  /// The local date on which it began.
  public let since: CivilDate
  /// When it was cleared; nil while it stands.
  public internal(set) var clearedAt: Instant?
  /// Who cleared it.
  public internal(set) var clearedBy: EntityID?

  /// From more working days than this on, the team of who waits hears of it.
  public static let patience = 2

  /// A blocker.
  public init(
    id: EntityID, person: EntityID, on cause: Cause, text: String, since: CivilDate,
    clearedAt: Instant? = nil, clearedBy: EntityID? = nil
  ) {
    self.id = id
    self.person = person
    self.cause = cause
    self.text = text
    self.since = since
    self.clearedAt = clearedAt
    self.clearedBy = clearedBy
  }
}

extension Blocker {
  /// Whether it still stands.
  public var isOpen: Bool { clearedAt == nil }

  /// Who is told at once, unless an issue is the cause; nil when the cause is nobody here.
  public var tells: Handoff.Receiver? {
    switch cause {
    case .person(let id): .person(id)
    case .team(let id): .team(id)
    case .issue, .other: nil
    }
  }

  /// Its age in working days; 0 on its first day.
  public func age(on date: CivilDate, week: WorkingWeek) -> Int {
    week.workingDays(from: since, to: date)
  }

  /// Whether it has stood for so long that the team should hear of it.
  public func isOverdue(on date: CivilDate, week: WorkingWeek) -> Bool {
    isOpen && age(on: date, week: week) > Blocker.patience
  }

  /// The first date on which it has stood for so long; nil when a whole year has none.
  public func overdueFrom(week: WorkingWeek) -> CivilDate? {
    (1...366).lazy.map { since.adding(days: $0) }
      .first { age(on: $0, week: week) > Blocker.patience }
  }

  /// Marks it as cleared; a second time changes nothing, so that the first stays on record.
  public mutating func clear(by person: EntityID, at now: Instant) {
    guard isOpen else { return }
    clearedAt = now
    clearedBy = person
  }

  /// Takes a clearing back: the blocker stands again, as old as it was.
  public mutating func restore() {
    clearedAt = nil
    clearedBy = nil
  }

  /// Whom it waits for and what for: `@bo: staging credentials`.
  public func words(_ wording: Wording) -> String {
    let whom =
      switch cause {
      case .person(let id): wording.mention(id)
      case .team(let id): "team \(wording.name(id))"
      case .issue(let key): key.description
      case .other(let words): words.onOneLine.trimmed
      }
    let what = text.onOneLine.trimmed
    return what.isEmpty ? whom : "\(whom): \(what)"
  }
}
