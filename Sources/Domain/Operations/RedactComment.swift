/// Takes a comment back: its text goes from view, author and time stay.
public struct RedactComment: ChangeRule, Equatable {
  /// `comment.redact` in the journal.
  public static let kind = OperationKind.redactComment
  /// The comment that is taken back.
  public let entity: EntityRef

  /// A redaction.
  public init(_ comment: EntityRef) {
    entity = comment
  }

  /// The text of the comment.
  public var field: Field? { .body }
  /// The empty text that is left.
  public var value: JournalValue { .one(.text("")) }
  /// The text, when it last changed, and whether it was taken back or deleted.
  public var reads: [Field] { [.body, .updatedAt, .redactedAt, .trashedAt] }

  /// Refuses a comment that is gone or deleted.
  public func check(_ record: EntityRecord?) throws(Refusal) {
    guard let record else { throw .missing(entity) }
    guard !record.isTrashed else { throw .trashed(entity) }
  }

  /// Empties the text and notes when.
  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    record[.body] = .text("")
    record[.redactedAt] = .optional(stamp.at)
    record[.updatedAt] = .optional(stamp.at)
  }

  /// Puts the text back and forgets that it was taken back.
  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .editComment(EditComment(entity, body: base.text ?? "", restoring: was))
  }
}
