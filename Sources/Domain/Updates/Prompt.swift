/// A team's standing question: how does it stand? Asked on set days, answered in writing.
public struct Prompt: Sendable, Equatable, Codable {
  /// The permanent id.
  public let id: EntityID
  /// The team that answers.
  public let team: EntityID
  /// One to five, in the order they are asked.
  public let questions: [Question]
  /// Days of the week on which it is asked, 1 for Monday to 7 for Sunday.
  public let days: Set<Int>
  /// The minute of the day at which it is asked.
  public let minute: Int
  /// On whose clock.
  public let zone: Zone
  /// The minute of the day, on the team's clock, at which the answers become a digest.
  public let digestMinute: Int

  /// The most questions a prompt may have.
  public static let mostQuestions = 5
  /// How long after it was asked an answer counts as in time, in milliseconds.
  public static let openSpan = 4 * Instant.hour

  /// A prompt, checked.
  ///
  /// - Throws: a `Flaw` that says what to change.
  public init(
    id: EntityID, team: EntityID, questions: [Question] = Question.usual,
    days: Set<Int> = [1, 2, 3, 4, 5], minute: Int, zone: Zone = .person, digestMinute: Int
  ) throws(Flaw) {
    guard (1...Prompt.mostQuestions).contains(questions.count) else {
      throw .wrongQuestionCount(questions.count)
    }
    guard questions.allSatisfy({ !$0.text.trimmed.isEmpty }) else { throw .emptyQuestion }
    guard !days.isEmpty else { throw .noDays }
    guard days.isSubset(of: 1...7) else { throw .noSuchDay }
    for time in [minute, digestMinute] where !(0..<24 * 60).contains(time) {
      throw .noSuchTime(time)
    }
    self.id = id
    self.team = team
    self.questions = questions
    self.days = days
    self.minute = minute
    self.zone = zone
    self.digestMinute = digestMinute
  }
}

extension Prompt {
  /// Whose clock decides when a prompt is asked.
  public enum Zone: Int, Sendable, CaseIterable, Codable {
    /// At the same hour for everybody, each on their own clock.
    case person
    /// At the same moment for everybody.
    case team

    /// The word people type and read.
    public var name: String {
      switch self {
      case .person: "person"
      case .team: "team"
      }
    }
  }

  /// One of a prompt's questions.
  public struct Question: Sendable, Hashable, Codable {
    /// Where the digest puts the answers, and what a draft is filled with.
    public enum Role: Int, Sendable, CaseIterable, Codable {
      case done, next, blocked, asks, other

      /// The word people type and read.
      public var name: String {
        switch self {
        case .done: "done"
        case .next: "next"
        case .blocked: "blocked"
        case .asks: "asks"
        case .other: "other"
        }
      }
    }

    /// The question as people read it.
    public var text: String
    /// What it asks for.
    public var role: Role

    /// A question.
    public init(_ text: String, _ role: Role = .other) {
      self.text = text
      self.role = role
    }

    /// Done, next, blocked.
    public static let usual = [
      Question("What did you get done?", .done), Question("What is next?", .next),
      Question("What blocks you?", .blocked),
    ]
  }

  /// Why a prompt cannot be as it was wished.
  public enum Flaw: Error, Sendable, Equatable {
    case wrongQuestionCount(Int)
    case emptyQuestion
    case noDays
    case noSuchDay
    case noSuchTime(Int)
  }
}

extension Prompt.Flaw: CustomStringConvertible {
  /// The flaw as one sentence for people.
  public var description: String {
    switch self {
    case .wrongQuestionCount(let count): "a prompt asks 1 to 5 questions, not \(count)"
    case .emptyQuestion: "a question has no words; write some or leave it out"
    case .noDays: "a prompt is asked on at least one day of the week; name one"
    case .noSuchDay: "days of the week are 1 (Monday) to 7 (Sunday)"
    case .noSuchTime(let minute): "minute \(minute) is no time of the day; give 0 to 1439"
    }
  }
}
