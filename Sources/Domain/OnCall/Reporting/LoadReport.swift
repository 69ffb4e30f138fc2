/// Somebody whose load is counted, with what is needed to count it.
public struct LoadPerson: Sendable, Equatable {
  /// Who.
  public var id: EntityID
  /// The zone in which nights and weekends are theirs.
  public var zone: Zone
  /// When they were away; what is expected of them is less by so much.
  public var absences: [Period]

  /// A person.
  public init(id: EntityID, zone: Zone, absences: [Period] = []) {
    self.id = id
    self.zone = zone
    self.absences = absences
  }
}

/// Who carried how much of the pager over a period, and how fairly.
///
/// Time that one person has in several shifts at once counts once. Nights and
/// weekends are those of the person's own zone.
public struct LoadReport: Sendable, Equatable {
  /// What was looked at.
  public var period: Period
  /// A line for each person, in the order given.
  public var people: [Line]

  /// The load of one person; times in milliseconds.
  public struct Line: Sendable, Equatable {
    /// Who.
    public var person: EntityID
    /// Time on call.
    public var held: Int64
    /// What a fair share would have been, by days present.
    public var expected: Int64
    /// How many shifts.
    public var shifts: Int
    /// Nights with any part between 22:00 and 07:00 on call.
    public var nights: Int
    /// Time on call from Saturday 00:00 to Monday 00:00.
    public var weekend: Int64

    /// What the person owes (or, when negative, is owed): expected less held.
    public var debt: Int64 { expected - held }
  }

  /// How long the range is unless said otherwise: 13 weeks.
  public static let usualWeeks = 13

  /// Counts the shifts of these people in a period; of others none counts.
  public init(_ shifts: [PersonShift], of people: [LoadPerson], in period: Period) {
    self.period = period
    let mine = Dictionary(grouping: shifts.filter { $0.period.overlaps(period) }, by: \.person)
    var lines = people.map { person in
      let periods = (mine[person.id] ?? []).map { $0.period.intersection(period) }
      return Line(person, periods: periods)
    }
    let present = people.map { $0.absences.remainder(of: period).coveredMilliseconds }
    let total = Double(lines.reduce(0) { $0 + $1.held })
    let allPresent = Double(present.reduce(0, +))
    for index in lines.indices where allPresent > 0 {
      lines[index].expected = Int64((total * Double(present[index]) / allPresent).rounded())
    }
    self.people = lines
  }

  /// How evenly time is spread, 0...1: the mean over all pairs of the smaller by the larger.
  public var balance: Double {
    var sum = 0.0
    var pairs = 0
    for (index, a) in people.enumerated() {
      for b in people[(index + 1)...] {
        let (less, more) = (min(a.held, b.held), max(a.held, b.held))
        sum += more == 0 ? 1 : Double(less) / Double(more)
        pairs += 1
      }
    }
    return pairs == 0 ? 1 : sum / Double(pairs)
  }

  /// Who could cover a period, who owes most first.
  ///
  /// People who are on call in it anyway, are away, or may not be on call are left out.
  public func candidates(
    for period: Period, on timeline: Timeline, absences: [Absence], barred: Barred = Barred()
  ) -> [EntityID] {
    let busy = Set(timeline.shifts.filter { $0.period.overlaps(period) }.map(\.person))
    let away = Set(absences.filter { $0.period.overlaps(period) }.map(\.person))
    return people.filter { line in
      !busy.contains(line.person) && !away.contains(line.person)
        && barred.mayServe(line.person, at: period.start)
        && barred.mayServe(line.person, at: period.end)
    }.sorted { ($1.debt, $0.person) < ($0.debt, $1.person) }.map(\.person)
  }
}

extension LoadReport.Line {
  fileprivate init(_ person: LoadPerson, periods: [Period]) {
    self.person = person.id
    let united = periods.united()
    held = united.coveredMilliseconds
    expected = 0
    shifts = periods.count
    nights = 0
    weekend = 0
    var cursor = ZoneCursor(person.zone)
    var lastNight: Int?
    for period in united {
      let first = cursor.local(period.start).day
      let last = cursor.local(period.end.advanced(by: -1)).day
      for day in first - 1...last {
        let midnight = LocalTime(seconds: Int64(day) * 86_400)
        let morning = midnight.advanced(by: 31 * 3600)
        let night = Period(
          cursor.first(of: midnight.advanced(by: 22 * 3600)), cursor.first(of: morning))
        if night.overlaps(period), lastNight != day {
          nights += 1
          lastNight = day
        }
        let whole = Period(
          cursor.first(of: midnight), cursor.first(of: midnight.advanced(by: 86_400)))
        let part = whole.intersection(period).milliseconds
        if Weekdays.weekend.contains(midnight.weekday) { weekend += part }
      }
    }
  }
}
