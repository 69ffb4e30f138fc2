import Domain
import GRDB
import Support
import Testing

@testable import Storage

/// What a file does not speak of, it does not delete.
@Suite struct ImportSilenceTests {
  private let workspace: Workspace
  private var file: IncomingIssue

  init() throws {
    workspace = try Workspace()
    file = .example(1, title: "Old")
    file.body = "The body"
    file.priority = .high
    file.owner = "ana"
    file.assignees = ["bo"]
    file.watchers = ["dee"]
    file.labels = [IncomingLabel(name: "bug")]
    file.service = "router"
    file.milestone = "March"
    file.due = CivilDate(year: 2026, month: 3, day: 1)
    file.demo = "https://demo.example"
    file.blocks = [IssueKey(prefix: "API", number: 2)]
    file.comments = [.example(1, "said")]
    file.foreign?.extra = #"{"draft":false}"#
    try workspace.bring([file, .example(2)])
  }

  private var issue: Domain.Issue { get throws { try #require(try workspace.issue("API-1")) } }

  /// A newer record of the issue that holds its title alone.
  private var bare: IncomingIssue {
    var bare = IncomingIssue.example(1, title: "New")
    bare.foreign?.url = ""
    bare.fingerprint = 2
    return bare
  }

  @Test func `a file that tells the title alone changes the title alone`() throws {
    var expected = try issue
    var newer = bare
    newer.told = []
    #expect(try workspace.bring([newer]).updated == 1)
    expected.title = "New"
    #expect(try issue == expected)
    let comments = try workspace.store.detail(of: issue.id)?.comments.map(\.body)
    #expect(comments == ["said"])
  }

  @Test func `a file that tells everything empties what it leaves out`() throws {
    try workspace.bring([bare])
    let found = try issue
    #expect(found.body.isEmpty && found.priority == .none && found.owner == nil)
    #expect(found.assignees.isEmpty && found.watchers.isEmpty && found.labels.isEmpty)
    #expect(found.service == nil && found.milestone == nil && found.due == nil)
    #expect(found.demo == nil && found.blocks.isEmpty)
  }

  @Test(arguments: [
    ("number,title\n1,New", "API-1"), ("number;title;labels\n1;New;bug", "API-1"),
  ])
  func `a table without a column keeps what is there`(text: String, key: String) throws {
    let workspace = try Workspace()
    let header = "number,title,body,labels,milestone,status\n"
    try workspace.bring(csv: header + "1,Old,Text,bug,March,doing")
    #expect(try workspace.bring(csv: text).updated == 1)
    let found = try #require(try workspace.issue(key))
    #expect(found.title == "New" && found.body == "Text" && found.labels.map(\.name) == ["bug"])
    #expect(found.milestone == "March" && found.status == .doing)
    // A column whose cell is empty does speak.
    try workspace.bring(csv: "number,title,labels,milestone,status\n1,New,,,")
    let emptied = try #require(try workspace.issue(key))
    #expect(emptied.labels.isEmpty && emptied.milestone == nil && emptied.status == .doing)
    #expect(emptied.body == "Text")
  }

  @Test func `a newer file does not take the time of a later edit back`() throws {
    try workspace.perform(.priority(.urgent), on: issue.id)
    let edited = try issue.updatedAt
    var newer = file
    newer.title = "New"
    newer.updated = Cast.ago(10, Instant.day)
    newer.fingerprint = 2
    #expect(try workspace.bring([newer]).updated == 1)
    #expect(try issue.title == "New" && issue.updatedAt == edited)
  }
}

extension Workspace {
  /// Imports a table.
  @discardableResult
  fileprivate func bring(csv text: String) throws -> ImportReport {
    var reader = RecordReader(format: .csv)
    reader.feed(Array(text.utf8))
    reader.finish()
    var records: [IncomingRecord] = []
    while let record = try reader.next() { records.append(record) }
    return try bring(records)
  }
}
