/// Brings a new entity into being with its first fields.
public struct CreateEntity: ChangeRule, Equatable {
  /// `create` in the journal.
  public static let kind = OperationKind.create
  /// The new entity, with an id that nothing has yet.
  public let entity: EntityRef
  /// The first fields; what is absent is null, or the kind's default.
  public let fields: [Field: Value]

  /// A creation.
  public init(_ entity: EntityRef, fields: [Field: Value]) {
    self.entity = entity
    self.fields = fields
  }

  /// Nil: the entity comes whole.
  public var field: Field? { nil }
  /// The first fields, as given.
  public var value: JournalValue { .fields(fields) }
  /// None: there is nothing to read before the entity is there.
  public var reads: [Field] { [] }

  /// Refuses an id that is taken, fields that break a rule, and a missing text that is needed.
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

  /// Fills the record; what the fields do not say of times and authors comes from the stamp.
  ///
  /// An issue that begins closed was closed at the stamp, by its author.
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

  /// Deletes the entity.
  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .trash(TrashEntity(entity))
  }
}
