import Domain
import Support
import Testing

@Suite struct OperationCheckTests {
  private let issue = EntityRef(.issue, Cast.id(1))
  private let comment = EntityRef(.comment, Cast.id(2))
  private let label = EntityRef(.label, Cast.id(3))
  private var live: EntityRecord { EntityRecord(issue, fields: [.trashedAt: .null]) }
  private var trashed: EntityRecord { EntityRecord(issue, fields: [.trashedAt: .integer(1)]) }

  @Test func `a missing entity cannot be changed`() {
    let changes: [Change] = [
      .set(SetField(issue, .title, to: .text("x"))), .add(AddMember(issue, .labels, Cast.id(9))),
      .remove(RemoveMember(issue, .labels, Cast.id(9))), .trash(TrashEntity(issue)),
      .restore(RestoreEntity(issue)), .arrive(ImportEntity(issue)),
    ]
    for change in changes { #expect(throws: Refusal.missing(issue)) { try change.rule.check(nil) } }
    #expect(throws: Refusal.missing(comment)) { try EditComment(comment, body: "x").check(nil) }
    #expect(throws: Refusal.missing(comment)) { try RedactComment(comment).check(nil) }
  }

  @Test func `a trashed entity can only be restored`() throws {
    let changes: [Change] = [
      .set(SetField(issue, .title, to: .text("x"))), .add(AddMember(issue, .labels, Cast.id(9))),
      .remove(RemoveMember(issue, .labels, Cast.id(9))), .trash(TrashEntity(issue)),
    ]
    for change in changes {
      #expect(throws: Refusal.trashed(issue)) { try change.rule.check(trashed) }
    }
    try RestoreEntity(issue).check(trashed)
    #expect(throws: Refusal.notTrashed(issue)) { try RestoreEntity(issue).check(live) }
  }

  @Test(
    arguments: [
      (.title, .text(""), .empty(.issue, .title)), (.title, .null, .empty(.issue, .title)),
      (.title, .integer(1), .wrongValue(.issue, .title, expected: "a text")),
      (
        .title, .text("a\u{0}b"),
        .wrongValue(.issue, .title, expected: "a text without the character U+0000")
      ),
      (
        .title, .text(String(repeating: "é", count: 1 << 19) + "x"),
        .tooLong(.issue, .title, limit: 1 << 20)
      ),
      (.status, .integer(6), .wrongValue(.issue, .status, expected: "from 0 to 5")),
      (.status, .null, .empty(.issue, .status)),
      (.priority, .integer(-1), .wrongValue(.issue, .priority, expected: "from 0 to 4")),
      (.due, .text("2026-02-30"), .wrongValue(.issue, .due, expected: "a date such as 2026-01-31")),
      (.owner, .text("ana"), .wrongValue(.issue, .owner, expected: "a person")),
      (.number, .integer(7), .notSettable(.issue, .number)),
      (.closedAt, .integer(7), .notSettable(.issue, .closedAt)),
      (.author, .null, .notSettable(.issue, .author)),
      (.labels, .references([]), .notSettable(.issue, .labels)),
      (.handle, .text("x"), .noSuchField(.issue, .handle)),
    ] as [(Field, Value, Refusal)])
  func `a field is refused what it cannot hold`(field: Field, value: Value, refusal: Refusal) {
    #expect(throws: refusal) { try SetField(issue, field, to: value).check(live) }
  }

  @Test(
    arguments: [
      (.title, .text("x")), (.body, .text("")), (.due, .null), (.due, .text("2028-02-29")),
      (.owner, .null), (.owner, .reference(Cast.id(9))), (.status, .integer(5)),
    ] as [(Field, Value)])
  func `a field takes what it can hold`(field: Field, value: Value) throws {
    try SetField(issue, field, to: value).check(live)
  }

  @Test func `creation asks for the names that must not be empty`() throws {
    #expect(throws: Refusal.empty(.issue, .title)) {
      try CreateEntity(issue, fields: [.project: .reference(Cast.id(9))]).check(nil)
    }
    #expect(throws: Refusal.empty(.person, .handle)) {
      try CreateEntity(EntityRef(.person, Cast.id(4)), fields: [.name: .text("")]).check(nil)
    }
    #expect(throws: Refusal.noSuchField(.label, .status)) {
      try CreateEntity(label, fields: [.name: .text("bug"), .status: .integer(0)]).check(nil)
    }
    #expect(throws: Refusal.exists(issue)) { try CreateEntity(issue, fields: [:]).check(live) }
    for prefix in ["9A", "", "A-B", "ABCDEFGHIJKLM", "Ä"] {
      #expect(throws: Refusal.self) {
        try CreateEntity(EntityRef(.project, Cast.id(5)), fields: [.prefix: .text(prefix)]).check(
          nil)
      }
    }
  }

  @Test func `a comment must say something`() throws {
    #expect(throws: Refusal.empty(.comment, .body)) {
      try AddComment(comment.id, on: issue.id, body: "").check(nil)
    }
    try AddComment(comment.id, on: issue.id, body: " ").check(nil)
  }

  @Test func `an issue is not linked to itself, and only sets have members`() {
    for field in [Field.blocks, .relates, .duplicates] {
      #expect(throws: Refusal.linkToItself(issue)) {
        try AddMember(issue, field, issue.id).check(live)
      }
    }
    #expect(throws: Refusal.wrongValue(.issue, .title, expected: "set as a whole")) {
      try AddMember(issue, .title, Cast.id(9)).check(live)
    }
    #expect(throws: Refusal.noSuchField(.issue, .members)) {
      try RemoveMember(issue, .members, Cast.id(9)).check(live)
    }
  }

  @Test func `closing keeps when and by whom, until it is opened again`() {
    var record = EntityRecord(
      issue, fields: [.status: .integer(0), .closedAt: .null, .closedBy: .null])
    let stamp = Stamp(at: Cast.now, author: Cast.id(9))
    SetField(issue, .status, to: .integer(4)).apply(to: &record, stamp: stamp)
    #expect(record[.closedAt].instant == Cast.now && record[.closedBy] == .reference(Cast.id(9)))
    let later = Stamp(at: Cast.now.advanced(by: 5), author: nil)
    SetField(issue, .status, to: .integer(5)).apply(to: &record, stamp: later)
    #expect(record[.closedAt].instant == Cast.now && record[.updatedAt].instant == later.at)
    SetField(issue, .status, to: .integer(2)).apply(to: &record, stamp: later)
    #expect(record[.closedAt] == .null && record[.closedBy] == .null)
  }

  @Test func `an issue that is born closed says since when`() {
    var record = EntityRecord(issue)
    let stamp = Stamp(at: Cast.now, author: Cast.id(9))
    CreateEntity(issue, fields: [.title: .text("x"), .status: .integer(5)]).apply(
      to: &record, stamp: stamp)
    #expect(record[.closedAt].instant == Cast.now && record[.author] == .reference(Cast.id(9)))
    #expect(record[.createdAt].instant == Cast.now && record[.updatedAt].instant == Cast.now)
  }

  @Test func `every refusal is a sentence`() {
    let refusals: [Refusal] = [
      .missing(issue), .exists(issue), .trashed(issue), .notTrashed(issue),
      .noSuchField(.issue, .handle), .notSettable(.issue, .number),
      .wrongValue(.issue, .due, expected: "a date"), .tooLong(.issue, .title, limit: 10),
      .empty(.issue, .title), .linkToItself(issue), .changedSince(issue, .title),
    ]
    #expect(Set(refusals.map(\.description)).count == refusals.count)
    #expect(Refusal.empty(.issue, .title).description == "the title of an issue must not be empty")
    #expect(
      Refusal.notSettable(.label, .project).description == "the project of a label cannot be set")
  }
}
