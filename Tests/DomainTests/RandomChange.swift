import Domain
import Support

/// Random entities and changes of them, both sound and unsound.
struct RandomChange {
  var random: SeededRandom

  /// A stamp of one of three people, or of nobody.
  mutating func stamp() -> Stamp {
    Stamp(at: instant(), author: random.chance(80) ? id() : nil)
  }

  /// A sound record of a kind, with every field it has.
  mutating func record(_ kind: EntityKind) -> EntityRecord {
    var record = EntityRecord(EntityRef(kind, id()))
    for rule in kind.rules {
      let isNull = rule.mayBeNull && !rule.isSet && random.chance(40)
      record[rule.field] = isNull ? .null : value(rule.shape)
    }
    record[.trashedAt] = random.chance(20) ? .optional(instant()) : .null
    if kind == .project { record[.prefix] = .text("API") }
    for field in [Field.blocks, .relates, .duplicates] where kind == .issue {
      record[field] = .references(record[field].references.filter { $0 != record.ref.id })
    }
    if kind == .issue, let status = record[.status].integer, status < 4 {
      record[.closedAt] = .null
      record[.closedBy] = .null
    }
    return record
  }

  /// A change of an entity of any sort but a creation.
  mutating func change(of ref: EntityRef) -> Change {
    let rule = ref.kind.rules[Int.random(in: 0..<ref.kind.rules.count, using: &random)]
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return .trash(TrashEntity(ref))
    case 1: return .restore(RestoreEntity(ref))
    case 2 where ref.kind == .comment: return .redactComment(RedactComment(ref))
    case 3 where ref.kind == .comment: return .editComment(EditComment(ref, body: text()))
    case 5: return .arrive(ImportEntity(ref))
    case 6...8:
      let sets = ref.kind.rules.filter(\.isSet)
      let field = sets.randomElement(using: &random)?.field ?? rule.field
      let member = random.chance(2) ? ref.id : id()
      return random.chance(50)
        ? .add(AddMember(ref, field, member)) : .remove(RemoveMember(ref, field, member))
    default:
      let isOdd = random.chance(10)
      return .set(SetField(ref, rule.field, to: isOdd ? .integer(99) : value(rule.shape)))
    }
  }

  mutating func value(_ shape: FieldRule.Shape) -> Value {
    switch shape {
    case .text(_, let mayBeEmpty): return .text(mayBeEmpty && random.chance(20) ? "" : text())
    case .integer(let range):
      return .integer(
        Int64.random(in: max(range.lowerBound, -9)...min(range.upperBound, 1 << 40), using: &random)
      )
    case .date:
      return .text(
        CivilDate(daysSinceEpoch: Int.random(in: 0...30_000, using: &random)).description)
    case .reference: return .reference(id())
    case .references: return .references(Set((0..<3).map { _ in id() }).sorted())
    }
  }

  /// One of a few, so that the same are met again.
  mutating func id() -> EntityID { Cast.id(Int.random(in: 1...6, using: &random)) }

  private mutating func text() -> String {
    ["Router", "e\u{301}", "作者 🔥", "a\nb", "x"].randomElement(using: &random) ?? ""
  }

  private mutating func instant() -> Instant {
    Cast.ago(Int64.random(in: 0...1000, using: &random), Instant.hour)
  }
}

extension FieldRule {
  /// Whether the field holds a set of entities.
  var isSet: Bool { if case .references = shape { true } else { false } }
}
