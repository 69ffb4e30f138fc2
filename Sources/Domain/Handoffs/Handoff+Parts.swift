extension Handoff {
  /// What is handed over.
  public enum Subject: Sendable, Equatable, Codable {
    case issue(EntityID)
    case service(EntityID)
    case shift(ShiftChange)
  }

  /// The moment at which a schedule's pager goes from one person to another.
  public struct ShiftChange: Sendable, Equatable, Codable {
    /// Whose pager it is.
    public var schedule: EntityID
    /// When the shift that ends began.
    public var began: Instant
    /// When the pager moves.
    public var at: Instant
    /// When the next shift begins, where nobody is on call in between; nil for at once.
    public var nextBegins: Instant?
    /// When the next shift ends.
    public var nextEnds: Instant

    /// A change of shifts.
    public init(
      schedule: EntityID, began: Instant, at: Instant, nextBegins: Instant? = nil,
      nextEnds: Instant
    ) {
      self.schedule = schedule
      self.began = began
      self.at = at
      self.nextBegins = nextBegins
      self.nextEnds = nextEnds
    }
  }

  /// Who may accept.
  public enum Receiver: Sendable, Hashable, Codable {
    case person(EntityID)
    /// Anybody of a team; ownership then goes to the team.
    case team(EntityID)
  }

  /// Somebody who does something to a handoff, with the teams that let them.
  public struct Actor: Sendable, Equatable {
    /// Who acts.
    public var person: EntityID
    /// The teams the person is in.
    public var teams: Set<EntityID>

    /// Somebody.
    public init(_ person: EntityID, teams: Set<EntityID> = []) {
      self.person = person
      self.teams = teams
    }
  }

  /// Where an offer stands.
  public enum State: Sendable, Equatable, Codable {
    case draft
    case offered
    case accepted(by: EntityID, at: Instant)
    case declined(by: EntityID, at: Instant, reason: String)
    case withdrawn(at: Instant)
    /// Seven days went by without an answer.
    case expired(at: Instant)
    /// The time of the shift came and nobody had accepted; it still can be.
    case passed(at: Instant)

    /// The word people read.
    public var name: String {
      switch self {
      case .draft: "draft"
      case .offered: "offered"
      case .accepted: "accepted"
      case .declined: "declined"
      case .withdrawn: "withdrawn"
      case .expired: "expired"
      case .passed: "passed"
      }
    }

    /// Whether somebody has accepted it.
    public var isAccepted: Bool { if case .accepted = self { true } else { false } }

    /// Whether nothing can be done to it any more.
    public var isOver: Bool {
      switch self {
      case .draft, .offered, .passed: false
      case .accepted, .declined, .withdrawn, .expired: true
      }
    }
  }

  /// One open page or ask of a shift.
  public struct Item: Sendable, Equatable, Codable {
    /// Whether accepting takes over a page or an ask.
    public enum Kind: Int, Sendable, CaseIterable, Codable {
      case page, ask
    }

    /// The page's or the ask's own id.
    public var id: EntityID
    /// What it is.
    public var kind: Kind
    /// One line on it.
    public var text: String
    /// Who accepted it; nil while nobody did.
    public var acceptedBy: EntityID?

    /// An item.
    public init(id: EntityID, kind: Kind, text: String, acceptedBy: EntityID? = nil) {
      self.id = id
      self.kind = kind
      self.text = text
      self.acceptedBy = acceptedBy
    }
  }

  /// What happens some time after a shift has changed.
  public enum Aftermath: Int, Sendable, CaseIterable, Codable {
    /// Pages the giver still holds go to the receiver.
    case movedPages
    /// The team sees that nobody accepted.
    case toldTeam

    /// How long after the instant, in milliseconds.
    public var delay: Int64 {
      switch self {
      case .movedPages: 15 * Instant.minute
      case .toldTeam: 60 * Instant.minute
      }
    }
  }
}
