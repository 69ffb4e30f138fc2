/// One thing somebody said on an issue.
public struct Comment: Sendable, Equatable {
  /// The permanent id, by which the journal names it.
  public var id: EntityID
  /// Plain words, or a verdict that came with a pull.
  public var kind: CommentKind
  /// The author's handle; nil when the source did not say.
  public var author: String?
  /// GitHub-flavoured Markdown, as it came; empty once redacted.
  public var body: String
  /// When it was said; imports keep the time of the source.
  public var createdAt: Instant
  /// When its text last changed; `createdAt` when it never did.
  public var updatedAt: Instant
  /// When it was taken back; the text is gone from view, author and time stay.
  public var redactedAt: Instant?
  /// Where it came from; nil when it was written here.
  public var foreign: Foreign?

  /// A comment.
  public init(
    id: EntityID, kind: CommentKind = .comment, author: String?, body: String,
    createdAt: Instant, updatedAt: Instant, redactedAt: Instant? = nil, foreign: Foreign? = nil
  ) {
    self.id = id
    self.kind = kind
    self.author = author
    self.body = body
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.redactedAt = redactedAt
    self.foreign = foreign
  }
}

/// What a comment was: plain words, or a verdict on a pull.
public enum CommentKind: Int, Sendable, CaseIterable {
  case comment, reviewed, approved, changesRequested, dismissed, reviewComment

  /// The stable word in exports.
  public var name: String {
    switch self {
    case .comment: "comment"
    case .reviewed: "reviewed"
    case .approved: "approved"
    case .changesRequested: "changes-requested"
    case .dismissed: "dismissed"
    case .reviewComment: "review-comment"
    }
  }

  /// A kind from its stable word.
  public init?(name: some StringProtocol) {
    guard let match = CommentKind.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}
