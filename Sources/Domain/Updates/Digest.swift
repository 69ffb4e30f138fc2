/// What a team said in one period, sorted for reading: what is stuck first.
public struct Digest: Sendable, Equatable {
  /// Whose digest it is.
  public var team: EntityID
  /// The date it is about.
  public var date: CivilDate
  /// What stands in somebody's way, oldest first.
  public var blocked: [Stuck]
  /// What people said blocks them, beyond the blockers above.
  public var alsoBlocked: [Said]
  /// What people ask of the others.
  public var asks: [Said]
  /// What people got done.
  public var changed: [Said]
  /// What changed hands.
  public var ownership: [HandoffFacts.OwnershipChange]
  /// The other answers, by question in the order they are asked.
  public var rest: [Section]
  /// How many who were asked have not answered; never who.
  public var silent: Int
  /// The pager, at the end; nil for a team without one.
  public var onCall: OnCallTail?

  /// Answers of several people to one question.
  public struct Section: Sendable, Equatable {
    /// The question.
    public var question: Prompt.Question
    /// Who said what.
    public var said: [Said]

    /// A section.
    public init(question: Prompt.Question, said: [Said]) {
      self.question = question
      self.said = said
    }
  }

  /// What one person said to one question.
  public struct Said: Sendable, Equatable {
    /// Who.
    public var person: EntityID
    /// What, a point each; at least one.
    public var points: [String]
    /// Whether it was changed after an earlier digest.
    public var isAmended: Bool

    /// Something said.
    public init(person: EntityID, points: [String], isAmended: Bool = false) {
      self.person = person
      self.points = points
      self.isAmended = isAmended
    }
  }

  /// A blocker with its age.
  public struct Stuck: Sendable, Equatable {
    /// The blocker.
    public var blocker: Blocker
    /// Working days since it began.
    public var age: Int
    /// Whether the team was told because it is so old.
    public var isOverdue: Bool

    /// A blocker of an age.
    public init(blocker: Blocker, age: Int, isOverdue: Bool) {
      self.blocker = blocker
      self.age = age
      self.isOverdue = isOverdue
    }
  }
}

/// Who holds a team's pager, in the few lines a digest ends with.
public struct OnCallTail: Sendable, Equatable {
  /// A line for each schedule.
  public var schedules: [Schedule]
  /// Pages since the last digest, by service, most first.
  public var pages: [HandoffFacts.ServiceCount]

  /// A tail.
  public init(schedules: [Schedule], pages: [HandoffFacts.ServiceCount]) {
    self.schedules = schedules
    self.pages = pages
  }

  /// One schedule, now and soon.
  public struct Schedule: Sendable, Equatable {
    /// The schedule.
    public var id: EntityID
    /// Who is on call now; nobody in a gap.
    public var now: [EntityID]
    /// When that changes; nil for never.
    public var until: Instant?
    /// Who comes then.
    public var next: [EntityID]
    /// Times without anybody within the next 14 days.
    public var gaps: [HandoffFacts.Span]
    /// Whether somebody has to be on call now.
    public var isNeeded: Bool

    /// A schedule, now and soon.
    public init(
      id: EntityID, now: [EntityID], until: Instant?, next: [EntityID],
      gaps: [HandoffFacts.Span] = [], isNeeded: Bool = true
    ) {
      self.id = id
      self.now = now
      self.until = until
      self.next = next
      self.gaps = gaps
      self.isNeeded = isNeeded
    }
  }
}
