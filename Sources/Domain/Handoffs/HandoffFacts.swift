/// What was found about a shift, counted and sorted, ready to be told.
public struct HandoffFacts: Sendable, Equatable, Codable {
  /// Pages that rang during the shift.
  public var pageCount = 0
  /// Those of them that rang outside the giver's working hours.
  public var outOfHours = 0
  /// Nights (22:00-07:00 on the giver's clock) in which something rang.
  public var nightsBroken = 0
  /// Pages that maintenance held back and that rang for nobody.
  public var heldBack = 0
  /// Pages by service, most first.
  public var byService: [ServiceCount] = []
  /// The acknowledgement that took longest; nil when there was none.
  public var slowestAck: SlowAck?
  /// Keys with several signals, most signals first, three at most.
  public var noisiest: [NoisyKey] = []
  /// Pages that are not resolved, urgent ones first, then the oldest.
  public var openPages: [OpenPage] = []
  /// Maintenance that is running or begins during the next shift.
  public var maintenance: [MaintenanceWindow] = []
  /// Issues the giver touched, or labelled for on-call.
  public var issues: [TouchedIssue] = []
  /// Changes of ownership during the shift, oldest first.
  public var ownership: [OwnershipChange] = []
  /// Times of the next shift in which nobody is on call.
  public var gaps: [Span] = []
  /// Times of the next shift in which somebody stands in.
  public var covers: [Span] = []
  /// Times of the next shift in which somebody is away.
  public var absences: [Span] = []

  /// No facts at all.
  public init() {}
}

extension HandoffFacts {
  /// Whether nothing rang, nothing is open and nothing comes up.
  public var isQuiet: Bool { self == HandoffFacts() }

  /// How many pages one service had.
  public struct ServiceCount: Sendable, Equatable, Codable {
    /// The service.
    public var service: EntityID
    /// Its pages.
    public var count: Int

    /// A count.
    public init(service: EntityID, count: Int) {
      self.service = service
      self.count = count
    }
  }

  /// An acknowledgement that took its time.
  public struct SlowAck: Sendable, Equatable, Codable {
    /// The page's line.
    public var summary: String
    /// Milliseconds from the first signal to the first acknowledgement.
    public var wait: Int64

    /// A slow acknowledgement.
    public init(summary: String, wait: Int64) {
      self.summary = summary
      self.wait = wait
    }
  }

  /// A key that sent many signals.
  public struct NoisyKey: Sendable, Equatable, Codable {
    /// The service it belongs to.
    public var service: EntityID
    /// The key as its sender wrote it.
    public var key: PageKey
    /// Signals, all its pages of the shift together.
    public var signals: Int

    /// A noisy key.
    public init(service: EntityID, key: PageKey, signals: Int) {
      self.service = service
      self.key = key
      self.signals = signals
    }
  }

  /// A page the next person inherits.
  public struct OpenPage: Sendable, Equatable, Codable {
    /// The page.
    public var id: EntityID
    /// Its service.
    public var service: EntityID
    /// Its line.
    public var summary: String
    /// Whether it may wake somebody.
    public var urgency: Urgency
    /// Triggered or acked.
    public var phase: Page.Phase
    /// Who holds it.
    public var owner: EntityID?
    /// When its first signal came.
    public var since: Instant
    /// Its signals.
    public var count: Int
    /// When it wakes up again; nil when it is not snoozed.
    public var snoozedUntil: Instant?
    /// The last line of its history that says more than the above; nil for none.
    public var lastNote: String?

    /// An open page.
    public init(_ page: Page, lastNote: String? = nil) {
      id = page.id
      service = page.service
      summary = page.summary
      urgency = page.urgency
      phase = page.state.phase
      owner = page.owner
      since = page.firstSeen
      count = page.count
      snoozedUntil = page.ack?.isSnoozed == true ? page.deadline : nil
      self.lastNote = lastNote
    }
  }

  /// An issue that has to do with the shift.
  public struct TouchedIssue: Sendable, Equatable, Codable {
    /// Its key.
    public var key: IssueKey
    /// Its title, as it came.
    public var title: String
    /// What was done, in one or two words: `closed`, `commented`, `on-call`.
    public var how: String

    /// An issue.
    public init(key: IssueKey, title: String, how: String) {
      self.key = key
      self.title = title
      self.how = how
    }
  }

  /// A service or an issue that changed hands.
  public struct OwnershipChange: Sendable, Equatable, Codable {
    /// What it was, as people call it: `router`, `API-42`.
    public var subject: String
    /// Who had it; nil for nobody.
    public var from: Handoff.Receiver?
    /// Who has it now.
    public var to: Handoff.Receiver
    /// When it was accepted.
    public var at: Instant

    /// A change of ownership.
    public init(
      subject: String, from: Handoff.Receiver?, to: Handoff.Receiver, at: Instant
    ) {
      self.subject = subject
      self.from = from
      self.to = to
      self.at = at
    }
  }

  /// A time of the next shift, and whom it concerns.
  public struct Span: Sendable, Equatable, Codable {
    /// Its first moment.
    public var start: Instant
    /// The first moment after it.
    public var end: Instant
    /// Who covers or is away; nil for a gap.
    public var person: EntityID?

    /// A time.
    public init(_ start: Instant, _ end: Instant, person: EntityID? = nil) {
      self.start = start
      self.end = end
      self.person = person
    }
  }
}
