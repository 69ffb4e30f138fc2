import Domain
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct SearchIndexTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `words find what the rows say, after any changes, undone ones included`(seed: UInt64) throws
  {
    let workspace = try Workspace(seed: seed)
    var player = try VerbPlayer(workspace, seed: seed &* 97)
    for round in 0..<70 {
      let author = try player.play()
      if let author, round % 4 == 0 { try workspace.undo(as: author) }
      if let author, round % 8 == 0 { try workspace.redo(as: author) }
    }
    try workspace.checkInvariants()
    for input in [
      "router", "ete", "x", "re*", "作*", "evil", "ana", "in:comments x", "\"re request\"",
    ] {
      try expectNaiveAnswer(to: input, in: workspace)
    }
  }

  @Test func `what an import brings is found once the index has followed`() throws {
    let workspace = try Workspace()
    let early = try workspace.open("zebra early")
    try workspace.bring((1...20).map { IncomingIssue.example($0, title: "zebra \($0)") })
    #expect(try workspace.keys("zebra") == ["API-1"])
    #expect(try #require(try workspace.store.indexBacklog()) == (1, 21))
    // Whatever is changed ahead of the index is left to it.
    let ahead = try workspace.store.issueID(IssueKey(prefix: "API", number: 12))
    try workspace.perform(.retitle("giraffe"), on: ahead)
    try workspace.perform(.comment("lion"), on: early)
    try workspace.checkInvariants()
    #expect(try #require(try workspace.store.indexText(5)) == (6, 21))
    try workspace.checkInvariants()
    try workspace.index()
    #expect(try workspace.store.indexBacklog() == nil)
    #expect(try workspace.store.indexText(5) == nil)
    #expect(try workspace.keys("zebra").count == 20)
    #expect(try workspace.keys("giraffe").count == 1)
    #expect(try workspace.keys("lion") == ["API-1"])
    try workspace.checkInvariants()
  }

  @Test func `an issue opened behind an import waits for its turn`() throws {
    let workspace = try Workspace()
    try workspace.bring((1...5).map { IncomingIssue.example($0) })
    try workspace.open("zebra late")
    try workspace.checkInvariants()
    try workspace.index()
    #expect(try workspace.keys("zebra").count == 1)
    let next = try workspace.open("zebra later")
    #expect(try workspace.keys("zebra").count == 2)
    try workspace.perform(.retitle("lion"), on: next)
    #expect(try workspace.keys("zebra").count == 1)
    try workspace.checkInvariants()
  }

  @Test func `comments of a newer file are found at once where the index has been`() throws {
    let workspace = try Workspace()
    var issue = IncomingIssue.example(1)
    issue.comments = [.example(1, "first lion")]
    try workspace.bring([issue])
    try workspace.index()
    issue.comments = [.example(1, "edited tiger"), .example(2, "second zebra for @bo")]
    issue.fingerprint = 2
    try workspace.bring([issue])
    #expect(try workspace.keys("lion").isEmpty)
    #expect(try workspace.keys("tiger zebra") == ["API-1"])
    #expect(try workspace.keys("mentions:bo") == ["API-1"])
    #expect(try workspace.keys("comments:2") == ["API-1"])
    try workspace.checkInvariants()
    try workspace.undo()
    #expect(try workspace.keys("zebra").isEmpty)
    #expect(try workspace.keys("lion") == ["API-1"])
    try workspace.checkInvariants()
  }

  private func expectNaiveAnswer(to input: String, in workspace: Workspace) throws {
    let query = try Query.parse(input)
    let context = workspace.store.context(me: "ana")
    var expected: [String] = []
    try workspace.store.forEachIssue(matching: Query.parse("sort:key"), in: context) {
      issue, comments in
      if query.matches(issue, comments: comments, in: context) {
        expected.append(issue.key.description)
      }
    }
    #expect(try workspace.keys(input + " sort:key") == expected, "\(input)")
  }
}
