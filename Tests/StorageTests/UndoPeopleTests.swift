import Domain
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct UndoPeopleTests {
  @Test func `a step that somebody else stands on is passed over at the second try`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.priority(.high), on: issue)
    try workspace.perform(.retitle("Mine"), on: issue)
    try workspace.perform(.retitle("Theirs"), on: issue, as: workspace.bo)
    #expect(throws: StoreError.self) { try workspace.undo() }
    try workspace.undo()
    #expect(try workspace.issue(issue)?.priority == Priority.none)
    #expect(try workspace.issue(issue)?.title == "Theirs")
    try workspace.redo()
    #expect(try workspace.issue(issue)?.priority == .high)
    // Once nobody stands on it any more it is the newest again.
    try workspace.undo(as: workspace.bo)
    #expect(try workspace.undo()?.title == "undid: retitled API-1")
    #expect(try workspace.issue(issue)?.title == "Router")
    try workspace.checkInvariants()
  }

  @Test func `undo is refused when somebody else changed the field since`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    try workspace.perform(.retitle("Mine"), on: issue)
    try workspace.perform(.retitle("Theirs"), on: issue, as: workspace.bo)
    let before = try workspace.export()
    let refusal = StoreError(
      .refused,
      "cannot undo 'retitled API-1': @bo changed the title since; only they can undo that; "
        + "another undo goes on with what was before it")
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
