/// Takes one entity out of a set field.
public struct RemoveMember: ChangeRule, Equatable {
  /// `set.remove` in the journal.
  public static let kind = OperationKind.remove
  /// The entity whose set shrinks.
  public let entity: EntityRef
  let name: Field
  let member: EntityID

  /// A removal from a set.
  public init(_ entity: EntityRef, _ field: Field, _ member: EntityID) {
    self.entity = entity
    name = field
    self.member = member
  }

  /// The set that shrinks.
  public var field: Field? { name }
  /// The one member who goes; the others are not repeated.
  public var value: JournalValue { .one(.reference(member)) }
  /// The set, whether the entity is deleted and, of an issue, when it last changed.
  public var reads: [Field] { MemberRules.reads(entity, name) }

  /// Refuses an entity that is gone or deleted, and a field that is no set.
  public func check(_ record: EntityRecord?) throws(Refusal) {
    try MemberRules.check(record, entity, name)
  }

  /// Takes the member out; one who is not in it changes nothing.
  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    let members = record[name].references
    guard members.contains(member) else { return }
    record[name] = .references(members.filter { $0 != member })
    if entity.kind == .issue { record[.updatedAt] = .optional(stamp.at) }
  }

  /// Puts the member in again.
  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .add(AddMember(entity, name, member))
  }
}
