import Domain
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct UndoTests {
  @Test func `undo and redo work across a restart`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.retitle("Edge router"), on: issue)
    let again = try workspace.store.another()
    #expect(try again.undo(as: workspace.ana)?.title == "undid: retitled API-1")
    #expect(try workspace.issue(issue)?.title == "Router")
    #expect(try workspace.store.another().redo(as: workspace.ana)?.title == "redid: retitled API-1")
    #expect(try workspace.issue(issue)?.title == "Edge router")
    #expect(try workspace.redo() == nil)
  }

  @Test func `a bulk change is one step`() throws {
    let workspace = try Workspace()
    let issues = try (1...5).map { try workspace.open("Issue \($0)") }
    let report = try workspace.store.perform(
      .label(add: ["bug", "docs"], remove: []), on: issues, as: workspace.ana)
    #expect(report.title == "labelled 5 issues")
    #expect(report.operationCount == 12)
    try workspace.undo()
    #expect(try workspace.keys("has:label").isEmpty)
    #expect(try workspace.store.labels().isEmpty)
    try workspace.redo()
    #expect(try workspace.keys("label:bug label:docs").count == 5)
    try workspace.checkInvariants()
  }

  @Test func `a new step forgets what could be redone`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.priority(.high), on: issue)
    try workspace.undo()
    try workspace.perform(.priority(.low), on: issue)
    #expect(try workspace.redo() == nil)
    try workspace.undo()
    #expect(try workspace.issue(issue)?.priority == Priority.none)
    try workspace.redo()
    #expect(try workspace.issue(issue)?.priority == .low)
  }

  @Test func `a step that changes nothing leaves redo alone`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.priority(.high), on: issue)
    try workspace.undo()
    try workspace.perform(.reopen, on: issue)
    #expect(try workspace.redo() != nil)
  }

  @Test func `undoing a close brings back when and by whom it was closed before`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.close(as: .done), on: issue, as: workspace.bo)
    let closed = try #require(try workspace.issue(issue))
    #expect(closed.closedBy == "bo")
    #expect(closed.closedAt == workspace.clock.now)
    try workspace.perform(.reopen, on: issue)
    #expect(try workspace.issue(issue)?.closedAt == nil)
    try workspace.undo()
    let again = try #require(try workspace.issue(issue))
    #expect(again.closedAt == closed.closedAt && again.closedBy == "bo" && again.status == .done)
    try workspace.undo(as: workspace.bo)
    let open = try #require(try workspace.issue(issue))
    #expect(open.closedAt == nil && open.closedBy == nil && open.status == .triage)
    try workspace.redo(as: workspace.bo)
    #expect(try workspace.issue(issue)?.closedAt == closed.closedAt)
  }

  @Test func `undoing the opening of an issue takes it and its new labels out`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router", labels: ["brand-new"])
    try workspace.undo()
    #expect(try workspace.issue(issue) == nil)
    #expect(try workspace.store.labels().isEmpty)
    #expect(try workspace.keys("is:all").isEmpty)
    try workspace.redo()
    #expect(try workspace.issue(issue)?.labels == [Label(name: "brand-new")])
    try workspace.checkInvariants()
  }

  @Test func `undoing a comment takes its words out of the search`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.comment("zebra for @bo"), on: issue)
    #expect(try workspace.keys("zebra") == ["API-1"])
    #expect(try workspace.keys("mentions:bo") == ["API-1"])
    try workspace.undo()
    #expect(try workspace.keys("zebra").isEmpty)
    #expect(try workspace.keys("mentions:bo").isEmpty)
    #expect(try workspace.issue(issue)?.commentCount == 0)
    try workspace.redo()
    #expect(try workspace.keys("zebra") == ["API-1"])
    try workspace.checkInvariants()
  }

  @Test func `undo is refused when somebody else changed the field since`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.retitle("Mine"), on: issue)
    try workspace.perform(.retitle("Theirs"), on: issue, as: workspace.bo)
    let before = try workspace.export()
    let refusal = StoreError(
      .refused, "the title was changed again since; undo that change first")
    #expect(throws: refusal) { try workspace.undo() }
    #expect(try workspace.export() == before)
    try workspace.undo(as: workspace.bo)
    try workspace.undo()
    #expect(try workspace.issue(issue)?.title == "Router")
    try workspace.checkInvariants()
  }

  @Test func `redo is refused when somebody else changed the field since`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.retitle("Mine"), on: issue)
    try workspace.undo()
    try workspace.perform(.retitle("Theirs"), on: issue, as: workspace.bo)
    #expect(throws: StoreError.self) { try workspace.redo() }
    #expect(try workspace.issue(issue)?.title == "Theirs")
  }

  @Test func `one person's undo leaves another's changes alone`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.priority(.high), on: issue)
    try workspace.perform(.label(add: ["bug"], remove: []), on: issue, as: workspace.bo)
    try workspace.undo()
    let after = try #require(try workspace.issue(issue))
    #expect(after.priority == Priority.none && after.labels.map(\.name) == ["bug"])
    #expect(try workspace.undo(as: Cast.people[2].id) == nil)
  }

  @Test func `a label that others use by now survives the undo of its making`() throws {
    let workspace = try Workspace()
    let first = try workspace.open("First")
    let second = try workspace.open("Second", as: workspace.bo)
    try workspace.perform(.label(add: ["shared"], remove: []), on: first)
    try workspace.perform(.label(add: ["shared"], remove: []), on: second, as: workspace.bo)
    try workspace.undo()
    #expect(try workspace.keys("label:shared") == ["API-2"])
    try workspace.redo()
    #expect(try workspace.keys("label:shared sort:key") == ["API-1", "API-2"])
    try workspace.checkInvariants()
  }

  @Test func `a label whose making was undone can be made again`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.label(add: ["again"], remove: []), on: issue)
    try workspace.perform(.milestone("March"), on: issue)
    try workspace.undo()
    try workspace.undo()
    try workspace.perform(.label(add: ["Again"], remove: []), on: issue, as: workspace.bo)
    try workspace.perform(.milestone("March"), on: issue, as: workspace.bo)
    #expect(try workspace.issue(issue)?.labels.map(\.name) == ["again"])
    #expect(try workspace.issue(issue)?.milestone == "March")
    try workspace.undo(as: workspace.bo)
    try workspace.undo(as: workspace.bo)
    #expect(try workspace.store.labels().isEmpty)
  }

  @Test func `undoing what somebody else has undone already leaves nothing to redo`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router", labels: ["bug"])
    try workspace.perform(.label(add: ["docs"], remove: []), on: issue, as: workspace.bo)
    try workspace.perform(.label(add: [], remove: ["docs"]), on: issue)
    #expect(try workspace.undo(as: workspace.bo)?.operationCount == 1)
    let gone = try workspace.open("Other", as: workspace.bo)
    try workspace.perform(.assign(add: ["bo"], remove: []), on: gone)
    try workspace.perform(.assign(add: [], remove: ["bo"]), on: gone, as: workspace.bo)
    #expect(try workspace.undo()?.operationCount == 0)
    #expect(try workspace.redo() == nil)
    #expect(try workspace.issue(gone)?.assignees == [])
    try workspace.checkInvariants()
  }

  @Test func `a redacted comment comes back whole`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.comment("secret"), on: issue)
    let comment = try #require(try workspace.store.detail(of: issue)?.comments.first)
    let ref = EntityRef(.comment, comment.id)
    _ = try workspace.store.perform(
      "took back", [.redactComment(RedactComment(ref))], as: workspace.ana)
    let redacted = try #require(try workspace.store.detail(of: issue)?.comments.first)
    #expect(redacted.body.isEmpty && redacted.redactedAt != nil)
    #expect(try workspace.keys("secret").isEmpty)
    try workspace.undo()
    let again = try #require(try workspace.store.detail(of: issue)?.comments.first)
    #expect(again.body == "secret" && again.redactedAt == nil)
    try workspace.checkInvariants()
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `everything undone is the start again, and redone the end`(seed: UInt64) throws {
    let workspace = try Workspace(seed: seed)
    var player = try VerbPlayer(workspace, seed: seed &* 31)
    let start = try workspace.state()
    var authors: [EntityID] = []
    for _ in 0..<40 {
      if let author = try player.play() { authors.append(author) }
    }
    let end = try workspace.state()
    for author in authors.reversed() {
      #expect(try workspace.undo(as: author) != nil)
    }
    #expect(try workspace.state() == start)
    try workspace.checkInvariants()
    for author in authors { #expect(try workspace.redo(as: author) != nil) }
    #expect(try workspace.state() == end)
    try workspace.checkInvariants()
    for author in authors.reversed() { try workspace.undo(as: author) }
    #expect(try workspace.state() == start)
    try workspace.checkInvariants()
  }
}
