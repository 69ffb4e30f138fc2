extension Query {
  /// What a query needs to know of the world: the time, who asks, and the teams.
  public struct Context: Sendable {
    /// What ages are counted from.
    public var now: Instant
    /// The date at the place of whoever asks.
    public var today: CivilDate
    /// The handle `@me` stands for; nil matches nobody.
    public var me: String?
    /// The teams by handle, in lower-case.
    ///
    /// Only the evaluator looks here; the store knows its own.
    public var teams: [String: TeamFacts]
    /// The issues that are open, as far as links name them: no other blocks or waits.
    ///
    /// Only the evaluator looks here.
    public var openKeys: Set<IssueKey>
    /// When a date begins at the place of whoever asks.
    public var dayStart: @Sendable (CivilDate) -> Instant

    /// A context; days begin at midnight UTC unless said otherwise.
    public init(
      now: Instant, today: CivilDate, me: String? = nil, teams: [String: TeamFacts] = [:],
      openKeys: Set<IssueKey> = [],
      dayStart: @escaping @Sendable (CivilDate) -> Instant = \.startUTC
    ) {
      self.now = now
      self.today = today
      self.me = me
      self.teams = teams
      self.openKeys = openKeys
      self.dayStart = dayStart
    }

    /// The handles that people of a query stand for.
    public func handles(of people: [Person]) -> [String] {
      people.compactMap { person in
        switch person {
        case .me: me
        case .handle(let handle): handle
        }
      }
    }

    func instants(from first: CivilDate, through last: CivilDate) -> Range<Int64> {
      instants(from: first, days: last.daysSinceEpoch - first.daysSinceEpoch + 1)
    }

    func instants(from first: CivilDate, days: Int) -> Range<Int64> {
      let start = dayStart(first).milliseconds
      let end = dayStart(CivilDate(daysSinceEpoch: first.daysSinceEpoch + days)).milliseconds
      return start..<max(start, end)
    }
  }

  /// Who is in a team, and what it owns.
  public struct TeamFacts: Sendable, Equatable {
    /// Handles of its members.
    public var members: [String]
    /// Handles of the services it owns.
    public var services: [String]

    /// A team's facts.
    public init(members: [String] = [], services: [String] = []) {
      self.members = members
      self.services = services
    }
  }
}

/// What a query needs to know of the world.
public typealias QueryContext = Query.Context
