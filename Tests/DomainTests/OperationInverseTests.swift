import Domain
import Support
import Testing

@Suite struct OperationInverseTests {
  @Test(arguments: EntityKind.allCases)
  func `a change and its inverse leave the record as it was, with the time of its last change`(
    kind: EntityKind
  ) throws {
    var source = RandomChange(random: SeededRandom(seed: UInt64(kind.rawValue + 1)))
    var kinds: Set<OperationKind> = []
    for _ in 0..<3000 {
      let before = source.record(kind)
      let change = source.change(of: before.ref)
      guard (try? change.rule.check(before)) != nil else { continue }
      var after = before
      change.rule.apply(to: &after, stamp: source.stamp())
      // A change that changes nothing is not written, and so never undone.
      guard after != before else { continue }
      let (base, was) = Self.overwritten(by: change, before, after)
      let inverse = change.rule.inverse(base: base, was: was)
      try inverse.rule.check(after)
      var again = after
      inverse.rule.apply(to: &again, stamp: source.stamp())
      #expect(Self.untouched(again) == Self.untouched(before), "\(change)")
      // And the inverse of the inverse is the change itself.
      let (newBase, newWas) = Self.overwritten(by: inverse, after, again)
      let redo = inverse.rule.inverse(base: newBase, was: newWas)
      try redo.rule.check(again)
      redo.rule.apply(to: &again, stamp: source.stamp())
      #expect(Self.untouched(again) == Self.untouched(after), "\(change) made again")
      kinds.insert(type(of: change.rule).kind)
    }
    #expect(kinds.isSuperset(of: [.set, .trash, .restore]) || kind == .comment)
  }

  @Test(arguments: EntityKind.allCases)
  func `a change looks at no field and changes no field that it does not read`(kind: EntityKind)
    throws
  {
    var source = RandomChange(random: SeededRandom(seed: UInt64(kind.rawValue + 100)))
    for _ in 0..<2000 {
      let whole = source.record(kind)
      let change = source.change(of: whole.ref)
      var part = EntityRecord(whole.ref)
      for field in change.rule.reads where kind.rule(of: field) != nil {
        part[field] = whole[field]
      }
      let stamp = source.stamp()
      #expect((try? change.rule.check(whole)) == nil ? (try? change.rule.check(part)) == nil : true)
      guard (try? change.rule.check(part)) != nil else { continue }
      var (fromWhole, fromPart) = (whole, part)
      change.rule.apply(to: &fromWhole, stamp: stamp)
      change.rule.apply(to: &fromPart, stamp: stamp)
      for field in fromPart.fields.keys {
        #expect(fromPart[field] == fromWhole[field], "\(change)")
      }
      for (field, value) in fromWhole.fields where value != whole[field] {
        #expect(part.fields[field] != nil, "\(change) changes \(field) unread")
      }
    }
  }

  @Test func `a change is read back from its entry in the journal`() throws {
    var source = RandomChange(random: SeededRandom(seed: 9))
    for _ in 0..<2000 {
      let kind = EntityKind.allCases.randomElement(using: &source.random) ?? .issue
      let change = source.change(of: EntityRef(kind, source.id()))
      let operation = Operation(
        dseq: 1, tx: 1, kind: type(of: change.rule).kind, entity: change.entity,
        field: change.rule.field, value: change.rule.value, base: .null, was: [:],
        hlc: HybridTime(rawValue: 1), author: nil)
      #expect(operation.change == change)
    }
  }

  @Test func `an entry whose parts do not fit is no change`() {
    for kind in [OperationKind.create, .set, .add, .remove, .addComment, .editComment] {
      let operation = Operation(
        dseq: 1, tx: 1, kind: kind, entity: EntityRef(.issue, Cast.id(1)), field: nil,
        value: .one(.null), base: .null, was: [:], hlc: HybridTime(rawValue: 1), author: nil)
      #expect(operation.change == nil)
    }
  }

  /// What the journal keeps of the state before a change.
  private static func overwritten(
    by change: Change, _ before: EntityRecord, _ after: EntityRecord
  ) -> (Value, [Field: Value]) {
    let field = change.rule.field
    var was: [Field: Value] = [:]
    for (name, value) in before.fields
    where name != field && after[name] != value { was[name] = value }
    return (field.map { before[$0] } ?? .null, was)
  }

  /// The record whenever it was deleted: a deletion made again has its own time.
  private static func untouched(_ record: EntityRecord) -> EntityRecord {
    var record = record
    if record.isTrashed { record[.trashedAt] = .integer(0) }
    return record
  }
}
