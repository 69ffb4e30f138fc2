import Domain
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct ImportTests {
  @Test func `an issue arrives with everything the file says`() throws {
    let workspace = try Workspace(isEmpty: true)
    var issue = IncomingIssue.example(7, title: "\u{1B}[31mRouter\u{202E} 👨‍👩‍👧‍👦")
    issue.kind = .pull
    issue.body = "a\r\nb @bo"
    issue.status = .done
    issue.priority = .high
    issue.owner = "ana"
    issue.assignees = ["作者", "bo"]
    issue.watchers = ["dee"]
    issue.labels = [IncomingLabel(name: "bug", color: "d73a4a"), IncomingLabel(name: "docs")]
    issue.service = "router"
    issue.milestone = "March"
    issue.due = CivilDate(year: 2026, month: 3, day: 1)
    issue.demo = "https://x.example"
    issue.closed = Cast.ago(51, Instant.day)
    issue.closedBy = "bo"
    issue.foreign?.extra = #"{"draft":false, "n" : 1.50}"#
    issue.comments = [.example(1, "first"), .example(2, "second")]
    let report = try workspace.bring([issue])
    #expect(report.created == 1 && report.createdPulls == 1 && report.comments == 2)
    #expect(report.people == 5 && report.labels == 2)
    let found = try #require(try workspace.issue("API-7"))
    #expect(found.title == issue.title && found.body == issue.body && found.kind == .pull)
    #expect(found.status == .done && found.priority == .high && found.owner == "ana")
    #expect(found.assignees == ["bo", "作者"] && found.watchers == ["dee"])
    #expect(found.labels == [Label(name: "bug", color: "d73a4a"), Label(name: "docs")])
    #expect(found.service == "router" && found.milestone == "March" && found.due == issue.due)
    #expect(found.createdAt == issue.created && found.updatedAt == issue.updated)
    #expect(found.closedAt == issue.closed && found.closedBy == "bo")
    #expect(found.foreign == issue.foreign && found.commentCount == 2)
    let detail = try #require(try workspace.store.detail(of: found.id))
    #expect(detail.comments.map(\.body) == ["first", "second"])
    #expect(detail.timeline.map(\.words) == ["imported this"])
    // The project's next number follows what the file used.
    #expect(
      try workspace.store.create(IssueDraft(project: "api", title: "x"), as: nil).key.number == 8)
    try workspace.index()
    try workspace.checkInvariants()
  }

  @Test func `the same file twice changes nothing`() throws {
    let workspace = try Workspace()
    let issues = (1...30).map { number in
      var issue = IncomingIssue.example(number)
      issue.labels = [IncomingLabel(name: "bug")]
      issue.comments = [.example(number, "said")]
      return issue
    }
    #expect(try workspace.bring(issues).created == 30)
    let (before, operations) = (try workspace.export(), try workspace.count("operation"))
    for batch in [1000, 7, 1] {
      let report = try workspace.bring(issues, batch: batch)
      #expect(report.changedNothing && report.unchanged == 30 && report.kept.isEmpty)
    }
    #expect(try workspace.export() == before)
    #expect(try workspace.count("operation") == operations)
    #expect(try workspace.undo()?.title == "undid: imported test.json")
    #expect(try workspace.keys("is:all").isEmpty)
  }

  @Test func `a newer file updates, with operations of its own`() throws {
    let workspace = try Workspace()
    var issue = IncomingIssue.example(1, title: "Old")
    issue.labels = [IncomingLabel(name: "bug"), IncomingLabel(name: "old")]
    issue.comments = [.example(1, "first")]
    try workspace.bring([issue])
    issue.title = "New"
    issue.status = .done
    issue.closed = Cast.ago(1, Instant.day)
    issue.closedBy = "bo"
    issue.updated = Cast.ago(1, Instant.day)
    issue.labels = [IncomingLabel(name: "bug"), IncomingLabel(name: "new")]
    issue.comments = [.example(1, "first, edited"), .example(2, "second")]
    issue.fingerprint = 2
    let report = try workspace.bring([issue])
    #expect(report.updated == 1 && report.created == 0 && report.comments == 1)
    let found = try #require(try workspace.issue("API-1"))
    #expect(found.title == "New" && found.status == .done && found.closedBy == "bo")
    #expect(found.closedAt == issue.closed && found.updatedAt == issue.updated)
    #expect(found.labels.map(\.name) == ["bug", "new"] && found.commentCount == 2)
    let detail = try #require(try workspace.store.detail(of: found.id))
    #expect(detail.comments.map(\.body) == ["first, edited", "second"])
    #expect(
      Set(detail.timeline.map(\.words)) == [
        "imported this", "retitled this, from “Old”", "closed this", "added label new",
        "removed label old",
      ])
    #expect(try workspace.bring([issue]).changedNothing)
    try workspace.index()
    try workspace.checkInvariants()
    try workspace.undo()
    let old = try #require(try workspace.issue("API-1"))
    #expect(old.title == "Old" && old.status == .todo && old.closedAt == nil)
    #expect(old.labels.map(\.name) == ["bug", "old"] && old.commentCount == 1)
    try workspace.checkInvariants()
  }

  @Test func `a whole import is undone and redone as one step, whatever its batches`() throws {
    let workspace = try Workspace()
    try workspace.open("Ours")
    let start = try workspace.state()
    let issues = (2...25).map { number in
      var issue = IncomingIssue.example(number)
      issue.assignees = ["new-person-\(number % 3)"]
      issue.labels = [IncomingLabel(name: "imported")]
      issue.comments = [.example(number, "said")]
      return issue
    }
    try workspace.bring(issues, batch: 5)
    try workspace.index()
    let end = try workspace.state()
    try workspace.undo()
    #expect(try workspace.state() == start)
    try workspace.checkInvariants()
    try workspace.redo()
    #expect(try workspace.state() == end)
    try workspace.checkInvariants()
  }

  @Test func `an issue that somebody deleted does not keep an import from being undone`() throws {
    let workspace = try Workspace()
    try workspace.bring([.example(1), .example(2)])
    var newer = (1...2).map { IncomingIssue.example($0, title: "Newer") }
    for index in newer.indices { newer[index].fingerprint = 2 }
    try workspace.bring(newer)
    let first = try #require(try workspace.issue("API-1")).id
    try workspace.perform(.trash, on: first, as: workspace.bo)
    #expect(try workspace.undo() != nil)
    #expect(try workspace.issue("API-2")?.title == "Imported")
    #expect(try workspace.undo() != nil)
    #expect(try workspace.keys("is:all").isEmpty)
    try workspace.redo()
    #expect(try workspace.keys("is:all") == ["API-2"])
    try workspace.checkInvariants()
  }

  @Test func `what an undo took back, the next import brings again`() throws {
    let workspace = try Workspace(isEmpty: true)
    var issue = IncomingIssue.example(1)
    issue.labels = [IncomingLabel(name: "bug")]
    try workspace.bring([issue])
    let end = try workspace.state()
    try workspace.undo()
    #expect(try workspace.state().isEmpty)
    let report = try workspace.bring([issue])
    #expect(!report.changedNothing)
    let again = try workspace.state()
    #expect(again == end, "\(again)\n\(end)")
    #expect(try workspace.store.projects().map(\.prefix) == ["API"])
    #expect(try workspace.bring([issue]).changedNothing)
    // The same for a newer file whose changes were undone.
    issue.title = "Newer"
    issue.comments = [.example(1, "said")]
    issue.fingerprint = 2
    try workspace.bring([issue])
    try workspace.undo()
    #expect(try workspace.issue("API-1")?.title == "Imported")
    try workspace.bring([issue])
    #expect(try workspace.issue("API-1")?.title == "Newer")
    #expect(try workspace.issue("API-1")?.commentCount == 1)
    try workspace.index()
    try workspace.checkInvariants()
  }
}
