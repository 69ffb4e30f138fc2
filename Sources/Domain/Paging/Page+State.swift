extension Page {
  /// Where a page stands, with what belongs to that state alone.
  public enum State: Sendable, Equatable, Codable {
    /// A maintenance window holds it back: nobody was told.
    case suppressed
    case triggered(Escalation)
    case acked(Ack)
    /// Final: a further signal opens another page.
    case resolved(Resolution)

    /// The state without its details.
    public var phase: Phase {
      switch self {
      case .suppressed: .suppressed
      case .triggered: .triggered
      case .acked: .acked
      case .resolved: .resolved
      }
    }
  }

  /// A page's state in one word.
  public enum Phase: Int, Sendable, CaseIterable, Codable {
    case suppressed, triggered, acked, resolved

    /// The word people read.
    public var name: String {
      switch self {
      case .suppressed: "suppressed"
      case .triggered: "triggered"
      case .acked: "acked"
      case .resolved: "resolved"
      }
    }
  }

  /// How far a page that rings has come.
  public struct Escalation: Sendable, Equatable, Codable {
    /// Counts the steps of every pass of the policy from 1 (see `EscalationPolicy.fire`).
    public var rung: Int
    /// Who was told since it began to ring, in the order they were told.
    public var told: [EntityID]
    /// When the next step fires; nil while none is due, or before the first was worked out.
    public var nextAt: Instant?
    /// Whether anybody could be told.
    public var reach: Reach
    /// When the present step fired; nil before it did, or when that was not kept.
    public var firedAt: Instant?

    /// A place in an escalation.
    public init(
      rung: Int, told: [EntityID] = [], nextAt: Instant? = nil, reach: Reach = .onCall,
      firedAt: Instant? = nil
    ) {
      self.rung = rung
      self.told = told
      self.nextAt = nextAt
      self.reach = reach
      self.firedAt = firedAt
    }

    /// The rung that fires next.
    public var nextRung: Int { reach.rung(after: rung) }
  }

  /// Whom an escalation reached.
  public enum Reach: Int, Sendable, CaseIterable, Codable {
    case onCall
    /// Nobody of a whole pass: the last-resort person was told, and the page is *stranded*.
    case lastResort
    /// Nobody of a whole pass, and it is not urgent: it waits for somebody to be on call.
    case held

    /// The rung that fires after one: the next, or the same again where nobody was on call.
    func rung(after rung: Int) -> Int { self == .onCall ? rung + 1 : rung }
  }

  /// Who holds a page, and until when.
  public struct Ack: Sendable, Equatable, Codable {
    /// The first who acknowledged it; nil when only the sending system did.
    public var owner: EntityID?
    /// Who acknowledged it later, in order; never the owner.
    public var helpers: [EntityID]
    /// When it was acknowledged or snoozed.
    public var since: Instant
    /// When it rings again; nil for never.
    public var deadline: Instant?
    /// Whether the deadline is the end of a snooze.
    public var isSnoozed: Bool

    /// An acknowledgement.
    public init(
      owner: EntityID?, helpers: [EntityID] = [], since: Instant, deadline: Instant?,
      isSnoozed: Bool = false
    ) {
      self.owner = owner
      self.helpers = helpers
      self.since = since
      self.deadline = deadline
      self.isSnoozed = isSnoozed
    }
  }

  /// How a page ended.
  public struct Resolution: Sendable, Equatable, Codable {
    /// What the page turned out to be.
    public var reason: Reason
    /// Nil when the sending system or the program resolved it.
    public var by: EntityID?
    /// When it ended.
    public var at: Instant

    /// An end.
    public init(_ reason: Reason, by: EntityID?, at: Instant) {
      self.reason = reason
      self.by = by
      self.at = at
    }
  }

  /// Why a page ended.
  public enum Reason: Int, Sendable, CaseIterable, Codable {
    case fixed
    /// It went away before anybody did something.
    case selfCleared
    /// It should not have paged anybody.
    case noise
    /// Not urgent and silent for days.
    case stale

    /// The word people type and read.
    public var name: String {
      switch self {
      case .fixed: "fixed"
      case .selfCleared: "self-cleared"
      case .noise: "noise"
      case .stale: "stale"
      }
    }

    /// A reason from its word, whatever its case.
    public init?(name: some StringProtocol) {
      let lowered = name.lowercased()
      guard let match = Reason.allCases.first(where: { $0.name == lowered }) else { return nil }
      self = match
    }
  }
}
