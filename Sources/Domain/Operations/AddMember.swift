/// Puts one entity into a set field: a label on an issue, a person into a team.
public struct AddMember: ChangeRule, Equatable {
  /// `set.add` in the journal.
  public static let kind = OperationKind.add
  /// The entity whose set grows.
  public let entity: EntityRef
  let name: Field
  let member: EntityID
  /// What the time of the last change is to be again, on undo; nil makes it the present.
  let restoring: [Field: Value]?

  /// An addition to a set.
  public init(
    _ entity: EntityRef, _ field: Field, _ member: EntityID, restoring: [Field: Value]? = nil
  ) {
    self.entity = entity
    name = field
    self.member = member
    self.restoring = restoring
  }

  /// The set that grows.
  public var field: Field? { name }
  /// The one new member; the others are not repeated.
  public var value: JournalValue { .one(.reference(member)) }
  /// The set, whether the entity is deleted and, of an issue, when it last changed.
  public var reads: [Field] { MemberRules.reads(entity, name) }

  /// Refuses an entity that is gone or deleted, a field that is no set, and a link to itself.
  public func check(_ record: EntityRecord?) throws(Refusal) {
    try MemberRules.check(record, entity, name)
    let isLink = name == .blocks || name == .relates || name == .duplicates
    if isLink, member == entity.id { throw .linkToItself(entity) }
  }

  /// Adds the member and keeps the set sorted; one who is in it already changes nothing.
  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    var members = record[name].references
    guard !members.contains(member) else { return }
    members.append(member)
    record[name] = .references(members.sorted())
    MemberRules.touch(&record, restoring, stamp)
  }

  /// Takes the member out again, and puts back when the entity last changed.
  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .remove(RemoveMember(entity, name, member, restoring: was))
  }
}

/// What adding to and removing from a set have in common.
enum MemberRules {
  static func reads(_ entity: EntityRef, _ field: Field) -> [Field] {
    entity.kind == .issue ? [field, .trashedAt, .updatedAt] : [field, .trashedAt]
  }

  static func check(_ record: EntityRecord?, _ entity: EntityRef, _ field: Field) throws(Refusal) {
    guard let record else { throw .missing(entity) }
    guard !record.isTrashed else { throw .trashed(entity) }
    guard let rule = entity.kind.rule(of: field) else { throw .noSuchField(entity.kind, field) }
    guard case .references = rule.shape else {
      throw .wrongValue(entity.kind, field, expected: "set as a whole")
    }
  }

  /// Notes when an issue changed: now, or on undo when it had changed before.
  static func touch(_ record: inout EntityRecord, _ restoring: [Field: Value]?, _ stamp: Stamp) {
    if let restoring {
      for (field, value) in restoring { record[field] = value }
    } else if record.ref.kind == .issue {
      record[.updatedAt] = .optional(stamp.at)
    }
  }
}
