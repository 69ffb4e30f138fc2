import Domain
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct ImportHostileTests {
  @Test func `a number that is taken becomes the next one, and the report says so`() throws {
    let workspace = try Workspace()
    try workspace.open("Ours")
    let report = try workspace.bring([.example(1, title: "Theirs"), .example(2), .example(3)])
    #expect(
      report.renumbered == [
        "API-1 is taken: it came in as API-2", "API-2 is taken: it came in as API-3",
        "API-3 is taken: it came in as API-4",
      ])
    #expect(try workspace.issue("API-1")?.title == "Ours")
    #expect(try workspace.issue("API-2")?.title == "Theirs")
    #expect(
      try workspace.bring([.example(1, title: "Theirs"), .example(2), .example(3)]).changedNothing)
    try workspace.checkInvariants()
  }

  @Test func `a row without an id is known by its key`() throws {
    let workspace = try Workspace()
    var issue = IncomingIssue.example(5, title: "From a table")
    issue.foreign = nil
    try workspace.bring([issue])
    issue.title = "Changed"
    issue.fingerprint = 2
    let report = try workspace.bring([issue])
    #expect(report.updated == 1 && report.created == 0)
    #expect(try workspace.issue("API-5")?.title == "Changed")
  }

  @Test func `people and labels that differ in more than ASCII case stay apart`() throws {
    let workspace = try Workspace(isEmpty: true)
    var issues: [IncomingIssue] = []
    for (number, name) in ["Ärger", "ärger", "bug", "BUG"].enumerated() {
      var issue = IncomingIssue.example(number + 1)
      issue.assignees = [name]
      issue.labels = [IncomingLabel(name: name)]
      issues.append(issue)
    }
    try workspace.bring(issues)
    #expect(try workspace.issue("API-2")?.labels.map(\.name) == ["ärger"])
    #expect(try workspace.issue("API-2")?.assignees == ["ärger"])
    #expect(try workspace.issue("API-4")?.labels.map(\.name) == ["bug"])
    #expect(try workspace.store.people().count == 4)
  }

  @Test func `a large body, a long title and a date in the future come in whole`() throws {
    let workspace = try Workspace()
    var issue = IncomingIssue.example(1, title: String(repeating: "é", count: 100_000))
    issue.body = String(repeating: "0123456789\n", count: 1 << 20)
    issue.created = Cast.now.advanced(by: 400 * Instant.day)
    issue.updated = issue.created
    try workspace.bring([issue])
    let found = try #require(try workspace.issue("API-1"))
    #expect(found.title == issue.title && found.createdAt == issue.created)
    #expect(found.body.utf8.count == 1 << 20)
    let id = found.id
    #expect(try workspace.store.detail(of: id, textLimit: 1 << 30)?.issue.body == issue.body)
    #expect(try workspace.keys("sort:updated") == ["API-1"])
  }

  @Test func `a character that ends texts in SQLite does not cut them off`() throws {
    let workspace = try Workspace()
    var issue = IncomingIssue.example(1, title: "before\u{0}after")
    issue.body = "one\u{0}two"
    issue.comments = [.example(1, "three\u{0}four")]
    for fingerprint in 1...2 as ClosedRange<UInt64> {
      issue.fingerprint = fingerprint
      #expect(
        try workspace.bring([issue]).mended
          == ["title", "body", "comments[0].body"].map {
            "line 0, field \($0): U+0000 cannot be kept; U+FFFD stands for it"
          })
      let found = try #require(try workspace.issue("API-1"))
      #expect(found.title == "before\u{FFFD}after" && found.body == "one\u{FFFD}two")
      let comments = try workspace.store.detail(of: found.id)?.comments.map(\.body)
      #expect(comments == ["three\u{FFFD}four"])
    }
    #expect(throws: StoreError.self) {
      try workspace.perform(
        .retitle("a\u{0}b"), on: workspace.store.issueID(IssueKey(prefix: "API", number: 1)))
    }
  }
}
