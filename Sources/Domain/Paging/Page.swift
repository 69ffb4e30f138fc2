/// One call for help about one service: from the first signal until it is resolved.
///
/// A page is changed only by `handle(_:at:)`, a state machine without clock or network that
/// returns what must be done; the table it follows is that of the on-call report, 3.9.
public struct Page: Sendable, Equatable, Codable {
  /// The permanent id.
  public let id: EntityID
  /// The service that is in trouble.
  public let service: EntityID
  /// What further signals are merged by; nil when none are.
  public let key: PageKey?
  /// The version of the escalation policy the page was opened under; nil when there was none.
  public let policy: EscalationPolicy.Version?
  /// That policy itself, which the page keeps to; nil when it was not kept.
  public let course: EscalationPolicy?
  /// How many pages went through the policy before, for steps that take turns; nil when not kept.
  public let turn: Int?
  /// How long it may be held, as its service had it when it was opened.
  public let rules: PageRules
  /// The page that the same key had opened before this one.
  public let previous: EntityID?
  /// How many pages the same key opened in the 24 hours before this one.
  public let repeats: Int
  /// When the first signal came.
  public let firstSeen: Instant
  /// One line on what is wrong, from the signal that was the worst.
  public internal(set) var summary: String
  /// The worst any signal said.
  public internal(set) var severity: Severity
  /// The highest any signal asked for.
  public internal(set) var urgency: Urgency
  /// Names and values the first signal gave.
  public internal(set) var labels: [String: String]
  /// How many signals were merged into it, the first included.
  public internal(set) var count: Int
  /// When the last signal came.
  public internal(set) var lastSeen: Instant
  /// When a signal, a person or maintenance last did something to it; timers do not count.
  public internal(set) var lastEvent: Instant
  /// How often it began to ring, again after each lapse, release or rise; 0 while it never did.
  public internal(set) var alarms: Int
  /// Who first took it, and when; stays when it rings again.
  public internal(set) var firstAck: FirstAck?
  /// The last acknowledgements of people, oldest first; nil when they were not kept.
  public internal(set) var acks: [FirstAck]?
  /// The last times it rang for people, oldest first; nil when they were not kept.
  public internal(set) var rings: [Ring]?
  /// Where it stands, with what belongs to that state alone.
  public internal(set) var state: State

  /// The most acknowledgements, and the most times of ringing, that are kept.
  public static let keptMoments = 100

  /// A page from what was stored of it; new ones come from `opened(_:for:key:with:at:)`.
  public init(
    id: EntityID, service: EntityID, key: PageKey?, policy: EscalationPolicy.Version?,
    rules: PageRules, previous: EntityID?, repeats: Int, firstSeen: Instant, summary: String,
    severity: Severity, urgency: Urgency, labels: [String: String], count: Int, lastSeen: Instant,
    lastEvent: Instant, alarms: Int, firstAck: FirstAck?, state: State,
    course: EscalationPolicy? = nil, turn: Int? = nil, acks: [FirstAck]? = nil, rings: [Ring]? = nil
  ) {
    self.id = id
    self.service = service
    self.key = key
    self.policy = policy
    self.course = course
    self.turn = turn
    self.acks = acks
    self.rings = rings
    self.rules = rules
    self.previous = previous
    self.repeats = repeats
    self.firstSeen = firstSeen
    self.summary = summary
    self.severity = severity
    self.urgency = urgency
    self.labels = labels
    self.count = count
    self.lastSeen = lastSeen
    self.lastEvent = lastEvent
    self.alarms = alarms
    self.firstAck = firstAck
    self.state = state
  }

  /// An acknowledgement of a page, such as its first.
  public struct FirstAck: Sendable, Equatable, Codable {
    /// Nil when the sending system acknowledged it.
    public var by: EntityID?
    /// When it came.
    public var at: Instant

    /// An acknowledgement.
    public init(by: EntityID?, at: Instant) {
      self.by = by
      self.at = at
    }
  }

  /// A moment at which people were told of a page.
  public struct Ring: Sendable, Equatable, Codable {
    /// When.
    public var at: Instant
    /// Who was told; at least one.
    public var people: [EntityID]

    /// A moment.
    public init(at: Instant, people: [EntityID]) {
      self.at = at
      self.people = people
    }
  }
}

extension Page {
  /// Whether somebody may still have to do something.
  public var isOpen: Bool { state.phase != .resolved }

  /// The one person who holds it; nil unless somebody acknowledged it.
  public var owner: EntityID? { ack?.owner }

  /// Who acknowledged it after its owner, in order.
  public var helpers: [EntityID] { ack?.helpers ?? [] }

  /// When it rings again unless something is done; nil unless it is acknowledged and limited.
  public var deadline: Instant? { ack?.deadline }

  /// When the next step is told; nil unless it is triggered.
  public var nextEscalation: Instant? { escalation?.nextAt }

  /// What is known while it is acknowledged.
  public var ack: Ack? {
    if case .acked(let ack) = state { ack } else { nil }
  }

  /// What is known while it rings.
  public var escalation: Escalation? {
    if case .triggered(let escalation) = state { escalation } else { nil }
  }

  /// What is known once it is resolved.
  public var resolution: Resolution? {
    if case .resolved(let resolution) = state { resolution } else { nil }
  }
}
