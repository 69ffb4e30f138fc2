/// Rewrites a comment; earlier texts stay in the journal.
public struct EditComment: ChangeRule, Equatable {
  /// `comment.edit` in the journal.
  public static let kind = OperationKind.editComment
  /// The comment that is rewritten.
  public let entity: EntityRef
  let body: String
  /// What fields that follow are to be again, on undo; nil lets them follow.
  let restoring: [Field: Value]?

  /// A new text for a comment.
  public init(_ comment: EntityRef, body: String, restoring: [Field: Value]? = nil) {
    entity = comment
    self.body = body
    self.restoring = restoring
  }

  /// The text of the comment.
  public var field: Field? { .body }
  /// The new text, whole.
  public var value: JournalValue { .one(.text(body)) }
  /// The text, when it last changed, and whether it was taken back or deleted.
  public var reads: [Field] { [.body, .updatedAt, .redactedAt, .trashedAt] }

  /// Refuses a comment that is gone or deleted, and a text that is too long.
  public func check(_ record: EntityRecord?) throws(Refusal) {
    guard let record else { throw .missing(entity) }
    guard !record.isTrashed else { throw .trashed(entity) }
    guard let rule = entity.kind.rule(of: .body) else { throw .noSuchField(entity.kind, .body) }
    try rule.check(.text(body), of: entity.kind)
  }

  /// Replaces the text; undoing a redaction also takes the mark of it away.
  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    record[.body] = .text(body)
    guard let restoring else {
      record[.updatedAt] = .optional(stamp.at)
      return
    }
    for (field, value) in restoring { record[field] = value }
  }

  /// Puts the old text back, and the time of the last change.
  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .editComment(EditComment(entity, body: base.text ?? "", restoring: was))
  }
}
