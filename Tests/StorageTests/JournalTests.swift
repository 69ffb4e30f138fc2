import Domain
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct JournalTests {
  @Test func `numbers count from one without a gap, whatever is refused in between`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    for _ in 0..<5 {
      try workspace.perform(.comment("hello"), on: issue)
      #expect(throws: StoreError.self) { try workspace.perform(.retitle(""), on: issue) }
      #expect(throws: StoreError.self) { try workspace.perform(.own("nobody"), on: issue) }
    }
    try workspace.checkInvariants()
  }

  @Test func `a step whose last change is refused leaves nothing at all`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    let (before, operations) = (try workspace.export(), try workspace.count("operation"))
    let steps = try workspace.count("step")
    let changes: [Change] = [
      .set(SetField(EntityRef(.issue, issue), .title, to: .text("Other"))),
      .addComment(AddComment(Cast.id(900), on: issue, body: "said")),
      .set(SetField(EntityRef(.issue, issue), .priority, to: .integer(9))),
    ]
    #expect(throws: StoreError(.refused, "the priority of an issue must be from 0 to 4")) {
      try workspace.store.perform("tried", changes, as: workspace.ana)
    }
    #expect(try workspace.export() == before)
    #expect(try workspace.count("operation") == operations)
    #expect(try workspace.count("step") == steps)
    try workspace.checkInvariants()
  }

  @Test func `a bulk change with one bad issue changes none`() throws {
    let workspace = try Workspace()
    let good = try workspace.open("Good")
    let bad = try workspace.open("Bad")
    try workspace.perform(.trash, on: bad)
    let before = try workspace.export()
    #expect(throws: StoreError.self) { try workspace.perform(.close(as: .done), on: good, bad) }
    #expect(try workspace.export() == before)
  }

  @Test func `watching ends where all are watched, and begins where one is not`() throws {
    let workspace = try Workspace()
    let (one, two) = (try workspace.open("One"), try workspace.open("Two"))
    func watchers(_ issue: EntityID) throws -> [String] {
      try workspace.store.detail(of: issue)?.issue.watchers ?? []
    }
    #expect(try workspace.perform(.toggleWatch("bo"), on: one).title.hasPrefix("watched"))
    #expect(try watchers(one).contains("bo"))
    #expect(try workspace.perform(.toggleWatch("bo"), on: one, two).operationCount == 1)
    #expect(try watchers(two).contains("bo"))
    let report = try workspace.perform(.toggleWatch("bo"), on: one, two)
    #expect(report.title.hasPrefix("stopped watching") && report.operationCount == 2)
    #expect(try !watchers(one).contains("bo") && !watchers(two).contains("bo"))
  }

  @Test func `a change that changes nothing leaves no operation and no step`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router", labels: ["bug"])
    let before = try (workspace.count("operation"), workspace.count("step"))
    let verbs: [IssueVerb] = [
      .retitle("Router"), .status(.triage), .priority(.none), .own(nil), .reopen, .due(nil),
      .label(add: ["BUG"], remove: ["docs"]), .assign(add: [], remove: ["bo"]),
    ]
    for verb in verbs {
      #expect(try workspace.perform(verb, on: issue).operationCount == 0, "\(verb)")
    }
    let after = try (workspace.count("operation"), workspace.count("step"))
    #expect(before == after)
  }

  @Test func `an operation says who, when, what it overwrote and what followed from it`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    let opened = workspace.clock.now
    try workspace.perform(.close(as: .done), on: issue, as: workspace.bo)
    let last = try workspace.store.read { db in
      try Row.fetchOne(
        db, sql: "SELECT \(Journal.columns) FROM operation ORDER BY dseq DESC LIMIT 1"
      ).flatMap(Journal.operation)
    }
    let operation = try #require(last)
    #expect(operation.kind == .set)
    #expect(operation.entity == EntityRef(.issue, issue))
    #expect(operation.field == .status)
    #expect(operation.value == .one(.integer(4)))
    #expect(operation.base == .integer(0))
    #expect(
      operation.was == [.closedAt: .null, .closedBy: .null, .updatedAt: .optional(opened)])
    #expect(operation.author == workspace.bo)
    #expect(operation.hlc.instant == workspace.clock.now)
  }

  @Test func `a comment on a deleted issue is refused`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.trash, on: issue)
    #expect(throws: StoreError(.refused, "the issue was deleted; undo the deletion first")) {
      try workspace.perform(.comment("too late"), on: issue)
    }
  }

  @Test func `a clock that goes backwards does not take the journal's order with it`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    workspace.clock.advance(by: -Instant.day)
    try workspace.perform(.close(as: .done), on: issue)
    try workspace.checkInvariants()
  }

  @Test func `a name that is taken is refused in words`() throws {
    let workspace = try Workspace()
    let person = CreateEntity(
      EntityRef(.person, Cast.id(7)), fields: [.handle: .text("ANA"), .name: .text("")])
    #expect(throws: StoreError(.refused, "that name is taken already; nothing was changed")) {
      try workspace.store.perform("added", [.create(person)], as: nil)
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `after any changes the file is in order`(seed: UInt64) throws {
    let workspace = try Workspace(seed: seed)
    var player = try VerbPlayer(workspace, seed: seed)
    for _ in 0..<60 { _ = try player.play() }
    try workspace.checkInvariants()
  }

  @Test func `the timeline tells what was done, by whom, and what was taken back`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.label(add: ["bug"], remove: []), on: issue)
    try workspace.perform(.close(as: .done), on: issue, as: workspace.bo)
    try workspace.undo(as: workspace.bo)
    try workspace.perform(.comment("not told here"), on: issue)
    let timeline = try workspace.store.detail(of: issue)?.timeline ?? []
    #expect(timeline.map(\.words) == ["opened this", "added label bug", "closed this"])
    #expect(timeline.map(\.author) == ["ana", "ana", "bo"])
    #expect(timeline.map(\.isUndone) == [false, false, true])
    try workspace.redo(as: workspace.bo)
    let after = try workspace.store.detail(of: issue)?.timeline ?? []
    #expect(after.map(\.isUndone) == [false, false, false])
  }
}
