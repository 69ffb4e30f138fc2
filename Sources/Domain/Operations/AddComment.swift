/// Says something on an issue.
public struct AddComment: ChangeRule, Equatable {
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

  public var field: Field? { nil }
  public var value: JournalValue { .fields(fields) }
  public var reads: [Field] { [] }

  public func check(_ record: EntityRecord?) throws(Refusal) {
    try CreateEntity(entity, fields: fields).check(record)
    guard fields[.body]?.text?.isEmpty == false else { throw .empty(.comment, .body) }
  }

  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    CreateEntity(entity, fields: fields).apply(to: &record, stamp: stamp)
  }

  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .trash(TrashEntity(entity))
  }
}
