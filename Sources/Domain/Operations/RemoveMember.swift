/// Takes one entity out of a set field.
public struct RemoveMember: ChangeRule, Equatable {
  /// `set.remove` in the journal.
  public static let kind = OperationKind.remove
  /// The entity whose set shrinks.
  public let entity: EntityRef
  let name: Field
  let member: EntityID
  /// What the time of the last change is to be again, on undo; nil makes it the present.
  let restoring: [Field: Value]?

  /// A removal from a set.
  public init(
    _ entity: EntityRef, _ field: Field, _ member: EntityID, restoring: [Field: Value]? = nil
  ) {
    self.entity = entity
    name = field
    self.member = member
    self.restoring = restoring
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
    MemberRules.touch(&record, restoring, stamp)
  }

  /// Puts the member in again, and when the entity last changed.
  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .add(AddMember(entity, name, member, restoring: was))
  }
}
