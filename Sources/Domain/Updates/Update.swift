/// What one person answered to one asking of a prompt.
///
/// There is one per prompt, person and period. It can be edited until the digest is made; after
/// that it is amended, and says so.
public struct Update: Sendable, Equatable, Codable {
  /// The permanent id.
  public let id: EntityID
  /// The prompt that was answered.
  public let prompt: EntityID
  /// Who answered.
  public let person: EntityID
  /// The local date of the prompt.
  public let period: CivilDate
  /// The answers, with their questions as they were asked; those left empty are left out.
  public internal(set) var answers: [Answer]
  /// When it was posted.
  public internal(set) var postedAt: Instant
  /// Whether it came after the period had closed.
  public internal(set) var isLate: Bool
  /// When it was last edited before the digest; nil for never.
  public internal(set) var editedAt: Instant?
  /// When it was last edited after the digest; nil for never.
  public internal(set) var amendedAt: Instant?
  /// What the digest showed, when it was amended since.
  public internal(set) var digested: [Answer]?
  /// Answers of the same period from other devices that could not be merged; nothing is lost.
  public internal(set) var rivals: [[Answer]]

  /// An update from what was stored of it; new ones come from `posted(_:to:in:by:id:at:)`.
  public init(
    id: EntityID, prompt: EntityID, person: EntityID, period: CivilDate, answers: [Answer],
    postedAt: Instant, isLate: Bool = false, editedAt: Instant? = nil, amendedAt: Instant? = nil,
    digested: [Answer]? = nil, rivals: [[Answer]] = []
  ) {
    self.id = id
    self.prompt = prompt
    self.person = person
    self.period = period
    self.answers = answers
    self.postedAt = postedAt
    self.isLate = isLate
    self.editedAt = editedAt
    self.amendedAt = amendedAt
    self.digested = digested
    self.rivals = rivals
  }

  /// An answer to one question.
  public struct Answer: Sendable, Hashable, Codable {
    /// The question as it was asked then.
    public var question: Prompt.Question
    /// Markdown, as it was typed; issue keys in it are links.
    public var text: String

    /// An answer.
    public init(_ question: Prompt.Question, _ text: String) {
      self.question = question
      self.text = text
    }
  }
}

extension Update {
  /// Whether it changed after the digest had shown it.
  public var isAmended: Bool { amendedAt != nil }

  /// When its text last changed.
  public var changedAt: Instant { max(postedAt, editedAt ?? postedAt, amendedAt ?? postedAt) }
}

extension Update.Answer {
  /// What it says, a point each, without marks of lists; nothing for `none`, `no` or a dash.
  public var points: [String] {
    let points = text.trimmedLines.map(\.withoutListMark).filter { !$0.isEmpty }
    guard points.count == 1, let only = points.first, only.isNothing else { return points }
    return []
  }
}

extension String {
  /// The line without the `-`, `*` or bullet of a list.
  fileprivate var withoutListMark: String {
    for mark in ["- ", "* ", "• ", "+ "] where hasPrefix(mark) {
      return String(dropFirst(mark.count)).trimmed
    }
    return self == "-" || self == "*" ? "" : self
  }

  /// Whether it is one of the ways to say that there is nothing to say.
  fileprivate var isNothing: Bool {
    let words = lowercased().filter { $0.isLetter || $0 == " " }
    return ["", "no", "none", "nothing", "na", "nope", "no blockers"].contains(words)
  }
}
