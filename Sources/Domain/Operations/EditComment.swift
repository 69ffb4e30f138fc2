/// Rewrites a comment; earlier texts stay in the journal.
public struct EditComment: ChangeRule, Equatable {
  public static let kind = OperationKind.editComment
  public let entity: EntityRef
  let body: String
  /// What fields that follow are to be again, on undo.
  let restoring: [Field: Value]

  /// A new text for a comment.
  public init(_ comment: EntityRef, body: String, restoring: [Field: Value] = [:]) {
    entity = comment
    self.body = body
    self.restoring = restoring
  }

  public var field: Field? { .body }
  public var value: JournalValue { .one(.text(body)) }
  public var reads: [Field] { [.body, .updatedAt, .redactedAt, .trashedAt] }

  public func check(_ record: EntityRecord?) throws(Refusal) {
    guard let record else { throw .missing(entity) }
    guard !record.isTrashed else { throw .trashed(entity) }
    guard let rule = entity.kind.rule(of: .body) else { throw .noSuchField(entity.kind, .body) }
    try rule.check(.text(body), of: entity.kind)
  }

  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    record[.body] = .text(body)
    record[.updatedAt] = .optional(stamp.at)
    for (field, value) in restoring { record[field] = value }
  }

  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .editComment(EditComment(entity, body: base.text ?? "", restoring: was))
  }
}
