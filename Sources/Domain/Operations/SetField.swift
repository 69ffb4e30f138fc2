/// Gives one field of an entity another value.
///
/// Setting an issue's status also keeps when and by whom it was closed; those
/// two follow from the status and come back with it on undo, and so does the
/// time of the issue's last change.
public struct SetField: ChangeRule, Equatable {
  /// `set` in the journal.
  public static let kind = OperationKind.set
  /// The entity whose field is set.
  public let entity: EntityRef
  let name: Field
  let newValue: Value
  /// What fields that follow from this one are to be again, on undo; nil lets them follow.
  let restoring: [Field: Value]?

  /// A change of one field.
  public init(
    _ entity: EntityRef, _ field: Field, to value: Value, restoring: [Field: Value]? = nil
  ) {
    self.entity = entity
    name = field
    newValue = value
    self.restoring = restoring
  }

  /// The field that is set; never a set, whose members are added and removed one by one.
  public var field: Field? { name }
  /// The new value; null empties the field.
  public var value: JournalValue { .one(newValue) }
  /// The field and what follows from it, the deletion and, of an issue, when it last changed.
  public var reads: [Field] {
    let follows: [Field] = entity.kind == .issue && name == .status ? [.closedAt, .closedBy] : []
    let touched: [Field] = entity.kind == .issue ? [.updatedAt] : []
    return [name, .trashedAt] + follows + touched
  }

  /// Refuses an entity that is gone or deleted, and a field or a value its kind does not allow.
  public func check(_ record: EntityRecord?) throws(Refusal) {
    guard let record else { throw .missing(entity) }
    guard !record.isTrashed else { throw .trashed(entity) }
    guard let rule = entity.kind.rule(of: name) else { throw .noSuchField(entity.kind, name) }
    guard rule.isSettable else { throw .notSettable(entity.kind, name) }
    if case .references = rule.shape { throw .notSettable(entity.kind, name) }
    try rule.check(newValue, of: entity.kind)
  }

  /// Sets the field, then what follows: times of change and, of a status, closing time and person.
  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    let old = record[name]
    record[name] = newValue
    if let restoring {
      for (field, value) in restoring { record[field] = value }
      return
    }
    guard entity.kind == .issue else { return }
    if old != newValue { record[.updatedAt] = .optional(stamp.at) }
    guard name == .status else { return }
    let wasOpen = old.integer.map { $0 < Status.done.rawValue } ?? true
    let isOpen = newValue.integer.map { $0 < Status.done.rawValue } ?? true
    if isOpen {
      record[.closedAt] = .null
      record[.closedBy] = .null
    } else if wasOpen {
      record[.closedAt] = .optional(stamp.at)
      record[.closedBy] = .optional(stamp.author)
    }
  }

  /// Puts the old value back and, as they were, the time of the last change and what follows.
  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .set(SetField(entity, name, to: base, restoring: was))
  }
}
