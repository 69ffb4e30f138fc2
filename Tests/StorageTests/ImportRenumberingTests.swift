import Domain
import GRDB
import Support
import Testing

@testable import Storage

/// Links to an issue whose number was taken here.
@Suite struct ImportRenumberingTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.open("Ours")
  }

  /// Our own issue has API-1, so that theirs comes in under another number.
  private func theirs(_ number: Int, blocks: [Int] = []) -> IncomingIssue {
    var issue = IncomingIssue.example(number, title: "Theirs \(number)")
    issue.blocks = blocks.map { IssueKey(prefix: "API", number: $0) }
    return issue
  }

  private func blocked(by title: String) throws -> [String] {
    let keys = try workspace.keys("is:all")
    let issue = try #require(
      try keys.lazy.compactMap { try workspace.issue($0) }.first { $0.title == title })
    return try issue.blocks.map { try workspace.issue($0.description)?.title ?? $0.description }
  }

  @Test(arguments: [1, 1000])
  func `a link to an issue that got another number follows it`(batch: Int) throws {
    let report = try workspace.bring(
      [theirs(7, blocks: [1]), theirs(1, blocks: [7]), theirs(8, blocks: [1])], batch: batch)
    // Theirs 1 takes the 8 that the last of them asks for.
    #expect(report.renumbered.count == 2 && report.danglingLinks == 0)
    #expect(try blocked(by: "Theirs 7") == ["Theirs 1"])
    #expect(try blocked(by: "Theirs 1") == ["Theirs 7"])
    #expect(try blocked(by: "Theirs 8") == ["Theirs 1"])
    #expect(try workspace.issue("API-1")?.blockedBy.isEmpty == true)
    try workspace.checkInvariants()
  }

  @Test(arguments: 0...3)
  func `so it does when the import died and was run again`(count: Int) throws {
    let file = [theirs(7, blocks: [1]), theirs(1, blocks: [7]), theirs(8, blocks: [1])]
    do {
      var importer = try workspace.importer()
      for issue in file.prefix(count) { try importer.take([.issue(issue)]) }
    }
    try workspace.bring(file, batch: 1)
    #expect(try blocked(by: "Theirs 7") == ["Theirs 1"])
    #expect(try blocked(by: "Theirs 8") == ["Theirs 1"])
    #expect(try workspace.issue("API-1")?.blockedBy.isEmpty == true)
  }

  @Test func `a link of a newer file follows it too`() throws {
    try workspace.bring([theirs(1), theirs(7)])
    var newer = theirs(7, blocks: [1])
    newer.fingerprint = 2
    #expect(try workspace.bring([newer]).updated == 1)
    #expect(try blocked(by: "Theirs 7") == ["Theirs 1"])
    newer.title = "Newer"
    newer.fingerprint = 3
    try workspace.bring([newer])
    #expect(try blocked(by: "Newer") == ["Theirs 1"])
  }

  @Test func `a link of a newer file follows what only that file brings, behind it`() throws {
    try workspace.bring([theirs(7)])
    var newer = theirs(7, blocks: [1])
    newer.fingerprint = 2
    try workspace.bring([newer, theirs(1)], batch: 1)
    #expect(try blocked(by: "Theirs 7") == ["Theirs 1"])
    try workspace.checkInvariants()
    try workspace.undo()
    #expect(try blocked(by: "Theirs 7") == [])
  }

  @Test func `another source means the number as it is here`() throws {
    try workspace.bring([theirs(1)])
    var other = theirs(9, blocks: [1])
    other.foreign = Foreign(system: "csv", id: "9")
    try workspace.bring([other])
    #expect(try blocked(by: "Theirs 9") == ["Ours"])
  }

  @Test func `what was exported here changes nothing here`() throws {
    try workspace.bring([theirs(7, blocks: [1]), theirs(1)])
    let ours = try #require(try workspace.issue("API-1")).id
    try workspace.perform(.link(.blocks, IssueKey(prefix: "API", number: 7)), on: ours)
    let seven = try #require(try workspace.issue("API-7")).id
    try workspace.perform(.link(.blocks, IssueKey(prefix: "API", number: 1)), on: seven)
    let text = try workspace.export()
    for _ in 1...2 {
      try workspace.bring(ndjson: text)
      #expect(try workspace.export() == text)
    }
  }
}
