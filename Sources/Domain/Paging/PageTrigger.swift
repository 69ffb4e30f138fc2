/// What a signal says when it asks for somebody: one alert of a monitor, or a person's call.
public struct PageTrigger: Sendable, Equatable {
  /// One line on what is wrong, as it came.
  public var summary: String
  /// How bad the sender thinks it is.
  public var severity: Severity
  /// Whether it may wake somebody.
  public var urgency: Urgency
  /// Names and values the sender gave, for maintenance windows to match.
  public var labels: [String: String]

  /// A signal; without an urgency it follows from the severity.
  public init(
    summary: String, severity: Severity, urgency: Urgency? = nil, labels: [String: String] = [:]
  ) {
    self.summary = summary
    self.severity = severity
    self.urgency = urgency ?? severity.urgency
    self.labels = labels
  }
}

/// What a new page takes from its service when it is opened, and keeps.
public struct PageOpening: Sendable, Equatable {
  /// The id the page gets.
  public var id: EntityID
  /// The version of the escalation policy; nil when the service has none.
  public var policy: EscalationPolicy.Version?
  /// That policy as it stands, to which the page keeps; nil when it is not known.
  public var course: EscalationPolicy?
  /// How many pages went through the policy before.
  public var turn: Int?
  /// How long it may be held and when it is given up.
  public var rules: PageRules
  /// Whether a maintenance window holds the service's pages back at that moment.
  public var isInMaintenance: Bool

  /// What a new page starts with.
  public init(
    id: EntityID, policy: EscalationPolicy.Version? = nil, rules: PageRules = PageRules(),
    isInMaintenance: Bool = false
  ) {
    self.id = id
    self.policy = policy
    self.rules = rules
    self.isInMaintenance = isInMaintenance
  }

  /// What a new page starts with under a policy that it keeps to.
  public init(
    id: EntityID, course: EscalationPolicy, turn: Int, isInMaintenance: Bool = false
  ) {
    self.init(id: id, policy: course.version, isInMaintenance: isInMaintenance)
    self.course = course
    self.turn = turn
  }
}

/// How long the pages of a service may be held before they ring again, all in milliseconds.
public struct PageRules: Sendable, Equatable, Codable {
  /// How long an acknowledgement of high urgency holds; nil for ever.
  public var highAckTimeout: Int64?
  /// How long one of low urgency holds; nil for ever.
  public var lowAckTimeout: Int64?
  /// Whether a page of low urgency without an event for `staleAfter` is closed by itself.
  public var closesStale: Bool

  /// The furthest an acknowledgement can be extended from now.
  public static let longestExtension = 8 * Instant.hour
  /// The furthest a page can be snoozed from now.
  public static let longestSnooze = 24 * Instant.hour
  /// How long a page of low urgency must be silent to count as stale.
  public static let staleAfter = 72 * Instant.hour
  /// Within this span the pages of one key count as repeats.
  public static let repeatSpan = 24 * Instant.hour

  /// Rules; the defaults are 30 minutes for high urgency, no limit for low, never stale.
  public init(
    highAckTimeout: Int64? = 30 * Instant.minute, lowAckTimeout: Int64? = nil,
    closesStale: Bool = false
  ) {
    self.highAckTimeout = highAckTimeout
    self.lowAckTimeout = lowAckTimeout
    self.closesStale = closesStale
  }

  /// How long an acknowledgement holds; nil for ever.
  public func ackTimeout(of urgency: Urgency) -> Int64? {
    switch urgency {
    case .high: highAckTimeout
    case .low: lowAckTimeout
    }
  }
}
