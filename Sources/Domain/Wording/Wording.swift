/// How a text for people names people and things and tells the time.
///
/// Domain keeps ids and instants; whoever shows them supplies the names and a zone.
public struct Wording: Sendable {
  /// The handle of a person, without `@`; nil when unknown.
  public var person: @Sendable (EntityID) -> String?
  /// The handle of a team or a service, or the name of a schedule; nil when unknown.
  public var thing: @Sendable (EntityID) -> String?
  /// The clock of who reads the text.
  public var clock: WallClock
  /// The present year, which dates need not say; nil where no date says its year.
  public var year: Int?

  /// Names and a clock.
  public init(
    clock: WallClock = .utc, year: Int? = nil, person: @escaping @Sendable (EntityID) -> String?,
    thing: @escaping @Sendable (EntityID) -> String?
  ) {
    self.person = person
    self.thing = thing
    self.clock = clock
    self.year = year
  }
}

extension Wording {
  /// A person as `@ana`; `somebody` when unknown.
  public func mention(_ id: EntityID) -> String {
    person(id).map { "@" + $0.onOneLine } ?? "somebody"
  }

  /// People as `@ana, @bo and @dee`; `nobody` for none.
  public func mentions(_ ids: [EntityID]) -> String {
    ids.isEmpty ? "nobody" : ids.map(mention).joinedInWords()
  }

  /// Who did it: a person, or `the monitor` for nil.
  public func sender(_ id: EntityID?) -> String {
    id.map(mention) ?? "the monitor"
  }

  /// A thing's name on one line; `something` when unknown.
  public func name(_ id: EntityID) -> String {
    thing(id)?.onOneLine ?? "something"
  }

  /// A moment on the reader's clock: `Wed 11 Mar 09:05`.
  public func moment(_ instant: Instant) -> String {
    let (date, minute) = clock.reading(instant)
    return "\(day(date)) \(minute.timeOfDay)"
  }

  /// A date: `Wed 11 Mar`, of another year than the present one `Wed 11 Mar 2025`.
  public func day(_ date: CivilDate) -> String {
    let day = "\(date.weekdayNumber.weekdayName) \(date.day) \(date.month.monthName)"
    guard let year, date.year != year else { return day }
    return "\(day) \(date.year)"
  }

  /// A span, whose day is not said twice: `Wed 11 Mar 09:00-17:00`.
  ///
  /// Over midnight both are said: `Wed 11 Mar 22:00 to Thu 12 Mar 07:00`.
  public func span(_ start: Instant, _ end: Instant) -> String {
    let (last, minute) = clock.reading(end)
    guard clock.reading(start).date == last else { return "\(moment(start)) to \(moment(end))" }
    return "\(moment(start))-\(minute.timeOfDay)"
  }
}
