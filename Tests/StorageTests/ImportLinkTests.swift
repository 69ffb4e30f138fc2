import Domain
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct ImportLinkTests {
  private func issue(_ number: Int, blocks: [Int] = [], project: String = "API") -> IncomingIssue {
    var issue = IncomingIssue.example(number)
    issue.prefix = project
    issue.foreign?.id = "\(project)\(number)"
    issue.blocks = blocks.map { IssueKey(prefix: "API", number: $0) }
    return issue
  }

  @Test func `links forwards, backwards and in circles come in, those to itself do not`() throws {
    let workspace = try Workspace()
    let report = try workspace.bring(
      [issue(1, blocks: [2]), issue(2, blocks: [3]), issue(3, blocks: [1, 3])], batch: 1)
    #expect(report.danglingLinks == 0)
    #expect(try workspace.issue("API-1")?.blocks.map(\.description) == ["API-2"])
    #expect(try workspace.issue("API-1")?.blockedBy.map(\.description) == ["API-3"])
    #expect(try workspace.issue("API-3")?.blocks.map(\.description) == ["API-1"])
    #expect(try workspace.keys("is:blocked").count == 3)
    try workspace.checkInvariants()
  }

  @Test func `a link to what is not here waits for it, through an export too`() throws {
    let workspace = try Workspace()
    #expect(try workspace.bring([issue(1, blocks: [9])]).danglingLinks == 1)
    #expect(try workspace.issue("API-1")?.blocks.map(\.description) == ["API-9"])
    #expect(try workspace.keys("is:blocking").isEmpty)
    let copy = try Workspace(isEmpty: true)
    #expect(try copy.bring(ndjson: workspace.export()).danglingLinks == 1)
    for workspace in [workspace, copy] {
      let report = try workspace.bring([issue(9)])
      #expect(report.danglingLinks == 0)
      #expect(try workspace.issue("API-9")?.blockedBy.map(\.description) == ["API-1"])
      #expect(try workspace.keys("is:blocking") == ["API-1"])
      try workspace.checkInvariants()
    }
  }

  @Test func `links go from project to project`() throws {
    let workspace = try Workspace()
    try workspace.bring([issue(1), issue(1, blocks: [1], project: "WEB")])
    #expect(try workspace.issue("WEB-1")?.blocks.map(\.description) == ["API-1"])
  }

  @Test func `a link that was taken away here is not brought again by a newer file`() throws {
    let workspace = try Workspace()
    try workspace.bring([issue(1, blocks: [2]), issue(2)])
    let first = try #require(try workspace.issue("API-1")).id
    try workspace.perform(.unlink(.blocks, IssueKey(prefix: "API", number: 2)), on: first)
    var newer = issue(1, blocks: [2])
    newer.title = "Newer"
    newer.fingerprint = 2
    try workspace.bring([newer])
    #expect(try workspace.issue("API-1")?.blocks.isEmpty == true)
  }

  @Test func `a link of a newer file is undone with its import`() throws {
    let workspace = try Workspace()
    try workspace.bring([issue(1), issue(2)])
    var newer = issue(1, blocks: [2])
    newer.fingerprint = 2
    let report = try workspace.bring([newer])
    #expect(report.updated == 1)
    #expect(try workspace.issue("API-1")?.blocks.map(\.description) == ["API-2"])
    try workspace.undo()
    #expect(try workspace.issue("API-1")?.blocks.isEmpty == true)
    try workspace.checkInvariants()
  }

  @Test func `what is made here never takes a number that a link waits for`() throws {
    let workspace = try Workspace()
    try workspace.bring([issue(1, blocks: [2, 3])])
    try workspace.open("Made here")
    #expect(try workspace.keys("is:all sort:key") == ["API-1", "API-4"])
    var nameless = IncomingIssue.example(1, title: "Without a number")
    nameless.number = nil
    nameless.foreign?.id = "other"
    nameless.blocks = [IssueKey(prefix: "API", number: 6)]
    try workspace.bring([nameless])
    #expect(try workspace.bring([issue(3)]).renumbered.isEmpty)
    #expect(
      try workspace.issue("API-1")?.blocks.map(\.description) == ["API-2", "API-3"])
    #expect(try workspace.issue("API-3")?.blockedBy.map(\.description) == ["API-1"])
    #expect(try workspace.issue("API-4")?.blockedBy.isEmpty == true)
    #expect(try workspace.issue("API-5")?.title == "Without a number")
  }

  @Test func `a link that waits can be taken away, and that is said to be for good`() throws {
    let workspace = try Workspace()
    try workspace.bring([issue(1, blocks: [9])])
    let first = try #require(try workspace.issue("API-1")).id
    #expect(try workspace.keys("has:links") == ["API-1"])
    let report = try workspace.perform(
      .unlink(.blocks, IssueKey(prefix: "API", number: 9)), on: first)
    #expect(report.operationCount == 1)
    #expect(report.warnings == ["API-9 is not here, so that no undo brings this link back"])
    #expect(try workspace.issue("API-1")?.blocks.isEmpty == true)
    #expect(try workspace.keys("has:links").isEmpty)
    #expect(throws: StoreError(.notFound, "there is no issue API-9")) {
      try workspace.perform(.unlink(.blocks, IssueKey(prefix: "API", number: 9)), on: first)
    }
  }
}
