/// Brings a new entity into being with its first fields.
public struct CreateEntity: ChangeRule, Equatable {
  public static let kind = OperationKind.create
  public let entity: EntityRef
  /// The first fields; what is absent is null, or the kind's default.
  public let fields: [Field: Value]

  /// A creation.
  public init(_ entity: EntityRef, fields: [Field: Value]) {
    self.entity = entity
    self.fields = fields
  }

  public var field: Field? { nil }
  public var value: JournalValue { .fields(fields) }
  public var reads: [Field] { [] }

  public func check(_ record: EntityRecord?) throws(Refusal) {
    guard record == nil else { throw .exists(entity) }
    for (field, value) in fields {
      guard let rule = entity.kind.rule(of: field) else {
        throw .noSuchField(entity.kind, field)
      }
      try rule.check(value, of: entity.kind)
    }
    for rule in entity.kind.rules where !rule.mayBeNull {
      guard case .text(_, mayBeEmpty: false) = rule.shape, fields[rule.field] == nil else {
        continue
      }
      throw .empty(entity.kind, rule.field)
    }
  }

  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    record.fields = fields
    if record.fields[.createdAt] == nil { record[.createdAt] = .optional(stamp.at) }
    if entity.kind == .issue || entity.kind == .comment {
      if record.fields[.updatedAt] == nil { record[.updatedAt] = record[.createdAt] }
      if record.fields[.author] == nil { record[.author] = .optional(stamp.author) }
    }
    guard entity.kind == .issue, let status = record[.status].integer,
      status >= Status.done.rawValue, record.fields[.closedAt] == nil
    else { return }
    record[.closedAt] = .optional(stamp.at)
    record[.closedBy] = .optional(stamp.author)
  }

  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .trash(TrashEntity(entity))
  }
}
