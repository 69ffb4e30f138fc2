/// Says something on an issue.
public struct AddComment: ChangeRule, Equatable {
  /// `comment.add` in the journal.
  public static let kind = OperationKind.addComment
  /// The comment itself.
  public let entity: EntityRef
  let fields: [Field: Value]

  /// A comment with its first fields: issue, body, and what else is known.
  public init(_ comment: EntityRef, fields: [Field: Value]) {
    entity = comment
    self.fields = fields
  }

  /// A comment on an issue.
  public init(_ id: EntityID, on issue: EntityID, body: String) {
    self.init(
      EntityRef(.comment, id), fields: [.issue: .reference(issue), .body: .text(body)])
  }

  /// Nil: the comment comes whole.
  public var field: Field? { nil }
  /// The first fields, the text among them.
  public var value: JournalValue { .fields(fields) }
  /// None: there is nothing to read before the comment is there.
  public var reads: [Field] { [] }

  /// Refuses an id that is taken, fields that break a rule, and a comment without a text.
  public func check(_ record: EntityRecord?) throws(Refusal) {
    try CreateEntity(entity, fields: fields).check(record)
    guard fields[.body]?.text?.isEmpty == false else { throw .empty(.comment, .body) }
  }

  /// Fills the comment; time and author come from the stamp where the fields do not say.
  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    CreateEntity(entity, fields: fields).apply(to: &record, stamp: stamp)
  }

  /// Deletes the comment; nothing of it is erased.
  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .trash(TrashEntity(entity))
  }
}
