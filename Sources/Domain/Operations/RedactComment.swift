/// Takes a comment back: its text goes from view, author and time stay.
public struct RedactComment: ChangeRule, Equatable {
  public static let kind = OperationKind.redactComment
  public let entity: EntityRef

  /// A redaction.
  public init(_ comment: EntityRef) {
    entity = comment
  }

  public var field: Field? { .body }
  public var value: JournalValue { .one(.text("")) }
  public var reads: [Field] { [.body, .updatedAt, .redactedAt, .trashedAt] }

  public func check(_ record: EntityRecord?) throws(Refusal) {
    guard let record else { throw .missing(entity) }
    guard !record.isTrashed else { throw .trashed(entity) }
  }

  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    record[.body] = .text("")
    record[.redactedAt] = .optional(stamp.at)
    record[.updatedAt] = .optional(stamp.at)
  }

  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .editComment(EditComment(entity, body: base.text ?? "", restoring: was))
  }
}
