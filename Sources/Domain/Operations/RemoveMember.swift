/// Takes one entity out of a set field.
public struct RemoveMember: ChangeRule, Equatable {
  public static let kind = OperationKind.remove
  public let entity: EntityRef
  let name: Field
  let member: EntityID

  /// A removal from a set.
  public init(_ entity: EntityRef, _ field: Field, _ member: EntityID) {
    self.entity = entity
    name = field
    self.member = member
  }

  public var field: Field? { name }
  public var value: JournalValue { .one(.reference(member)) }
  public var reads: [Field] { MemberRules.reads(entity, name) }

  public func check(_ record: EntityRecord?) throws(Refusal) {
    try MemberRules.check(record, entity, name)
  }

  public func apply(to record: inout EntityRecord, stamp: Stamp) {
    let members = record[name].references
    guard members.contains(member) else { return }
    record[name] = .references(members.filter { $0 != member })
    if entity.kind == .issue { record[.updatedAt] = .optional(stamp.at) }
  }

  public func inverse(base: Value, was: [Field: Value]) -> Change {
    .add(AddMember(entity, name, member))
  }
}
