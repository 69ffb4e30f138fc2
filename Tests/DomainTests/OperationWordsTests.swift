import Domain
import Support
import Testing

@Suite struct OperationWordsTests {
  @Test(
    arguments: [
      (.create, nil, .null, .null, "opened this"), (.arrive, nil, .null, .null, "imported this"),
      (.trash, nil, .null, .null, "deleted this"), (.restore, nil, .null, .null, "restored this"),
      (.addComment, nil, .null, .null, nil), (.editComment, .body, .text("x"), .null, nil),
      (.redactComment, .body, .text(""), .null, nil),
      (.set, .status, .integer(4), .integer(1), "closed this"),
      (.set, .status, .integer(5), .integer(1), "dropped this"),
      (.set, .status, .integer(2), .integer(1), "moved this to doing"),
      (.set, .status, .integer(1), .integer(4), "reopened this"),
      (.set, .priority, .integer(0), .integer(4), "set priority urgent"),
      (.set, .title, .text("New"), .text("Old"), "retitled this, from “Old”"),
      (.set, .body, .text("New"), .text("Old"), "edited the description"),
      (.set, .owner, .reference(Cast.id(1)), .null, "set the owner to @name1"),
      (.set, .owner, .reference(Cast.id(99)), .null, "set the owner to @someone"),
      (.set, .owner, .null, .reference(Cast.id(1)), "removed the owner"),
      (.set, .service, .reference(Cast.id(2)), .null, "set the service to name2"),
      (.set, .milestone, .reference(Cast.id(3)), .null, "set the milestone to name3"),
      (.set, .due, .text("2026-03-01"), .null, "set the due date to 2026-03-01"),
      (.set, .due, .null, .text("2026-03-01"), "removed the due date"),
      (.set, .demo, .text("https://x"), .null, "set the demo link to https://x"),
      (.add, .assignees, .reference(Cast.id(1)), .null, "assigned @name1"),
      (.remove, .assignees, .reference(Cast.id(1)), .null, "unassigned @name1"),
      (.add, .labels, .reference(Cast.id(1)), .null, "added label name1"),
      (.remove, .labels, .reference(Cast.id(1)), .null, "removed label name1"),
      (.add, .watchers, .reference(Cast.id(1)), .null, "@name1 watches"),
      (.remove, .watchers, .reference(Cast.id(1)), .null, "@name1 stopped watching"),
      (.add, .blocks, .reference(Cast.id(1)), .null, "blocks name1"),
      (.remove, .blocks, .reference(Cast.id(1)), .null, "no longer blocks name1"),
      (.add, .relates, .reference(Cast.id(1)), .null, "relates to name1"),
      (.remove, .duplicates, .reference(Cast.id(1)), .null, "no longer duplicates name1"),
    ] as [(OperationKind, Field?, Value, Value, String?)])
  func `the timeline says it in the past tense`(
    kind: OperationKind, field: Field?, value: Value, base: Value, words: String?
  ) {
    let operation = Operation(
      dseq: 1, tx: 1, kind: kind, entity: EntityRef(.issue, Cast.id(50)), field: field,
      value: .one(value), base: base, was: [:], hlc: HybridTime(rawValue: 0), author: nil)
    let names = Dictionary(uniqueKeysWithValues: (1...9).map { (Cast.id($0), "name\($0)") })
    #expect(operation.words(naming: { names[$0.id] }) == words)
  }

  @Test func `a long old title is cut`() {
    let operation = Operation(
      dseq: 1, tx: 1, kind: .set, entity: EntityRef(.issue, Cast.id(50)), field: .title,
      value: .one(.text("x")), base: .text(String(repeating: "é", count: 5000)), was: [:],
      hlc: HybridTime(rawValue: 0), author: nil)
    #expect(operation.words(naming: { _ in nil })?.count == "retitled this, from “”".count + 80)
  }
}
