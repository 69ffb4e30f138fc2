import Domain
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct ImportMergingTests {
  private let workspace: Workspace
  private var file: IncomingIssue

  init() throws {
    workspace = try Workspace()
    file = .example(1, title: "Old")
    file.labels = [IncomingLabel(name: "bug"), IncomingLabel(name: "docs")]
    file.comments = [.example(1, "first"), .example(2, "second")]
    try workspace.bring([file])
  }

  private var issue: Domain.Issue { get throws { try #require(try workspace.issue("API-1")) } }

  @discardableResult
  private mutating func bringNewer(_ edit: (inout IncomingIssue) -> Void) throws -> ImportReport {
    edit(&file)
    file.fingerprint += 1
    return try workspace.bring([file])
  }

  @Test mutating func `what was changed here and there stays ours, and is reported`() throws {
    try workspace.perform(.retitle("Ours"), on: issue.id)
    let report = try bringNewer {
      $0.title = "Theirs"
      $0.body = "New body"
    }
    #expect(report.kept == ["API-1: title was changed here and in the file; ours was kept"])
    #expect(report.keptCount == 1 && report.updated == 1)
    #expect(try issue.title == "Ours" && issue.body == "New body")
  }

  @Test mutating func `what was changed here only stays ours, and nobody is told`() throws {
    try workspace.perform(.retitle("Ours"), on: issue.id)
    let report = try bringNewer { $0.body = "New body" }
    #expect(report.keptCount == 0)
    #expect(try issue.title == "Ours" && issue.body == "New body")
  }

  @Test mutating func `what was changed here and back again follows the file`() throws {
    try workspace.perform(.retitle("Ours"), on: issue.id)
    try workspace.undo()
    try workspace.perform(.rewrite("Ours"), on: issue.id)
    try workspace.perform(.rewrite(""), on: issue.id)
    let report = try bringNewer {
      $0.title = "Theirs"
      $0.body = "Theirs"
    }
    #expect(report.keptCount == 0)
    #expect(try issue.title == "Theirs" && issue.body == "Theirs")
  }

  @Test mutating func `labels are merged one by one, over any number of imports`() throws {
    try workspace.perform(.label(add: ["ours"], remove: ["docs"]), on: issue.id)
    for round in 0..<3 {
      try bringNewer {
        $0.title = "Round \(round)"
        $0.labels.append(IncomingLabel(name: "theirs-\(round)"))
      }
      let names = try issue.labels.map(\.name)
      #expect(names == ["bug", "ours"] + (0...round).map { "theirs-\($0)" })
    }
    try bringNewer { $0.labels = [] }
    #expect(try issue.labels.map(\.name) == ["ours"])
    try workspace.checkInvariants()
  }

  @Test mutating func `finer states than open and closed stand`() throws {
    try workspace.perform(.status(.doing), on: issue.id)
    try bringNewer { $0.title = "New" }
    #expect(try issue.status == .doing)
    try bringNewer { $0.status = .todo }
    #expect(try issue.status == .doing)
  }

  @Test mutating func `a comment edited here stays ours, others follow the file`() throws {
    let comments = try #require(try workspace.store.detail(of: issue.id)).comments
    let edit = EditComment(EntityRef(.comment, comments[0].id), body: "ours")
    _ = try workspace.store.perform("edited", [.editComment(edit)], as: workspace.ana)
    try bringNewer { $0.comments = [.example(1, "theirs"), .example(2, "theirs too")] }
    let bodies = try workspace.store.detail(of: issue.id)?.comments.map(\.body)
    #expect(bodies == ["ours", "theirs too"])
  }

  @Test mutating func `a comment deleted here stays deleted, and stops no import`() throws {
    let comments = try #require(try workspace.store.detail(of: issue.id)).comments
    let trash = TrashEntity(EntityRef(.comment, comments[0].id))
    _ = try workspace.store.perform("deleted", [.trash(trash)], as: workspace.ana)
    try bringNewer {
      $0.comments = [.example(1, "edited"), .example(2, "second"), .example(3, "third")]
    }
    let bodies = try workspace.store.detail(of: issue.id)?.comments.map(\.body)
    #expect(bodies == ["second", "third"])
    try workspace.index()
    try workspace.checkInvariants()
  }

  @Test mutating func `a comment that was taken back at the source is taken back here`() throws {
    try bringNewer {
      $0.comments[0].body = ""
      $0.comments[0].redacted = Cast.now
    }
    let first = try #require(try workspace.store.detail(of: issue.id)?.comments.first)
    #expect(first.body.isEmpty && first.redactedAt != nil)
    #expect(try issue.commentCount == 1)
    try workspace.index()
    #expect(try workspace.keys("first").isEmpty)
    try workspace.checkInvariants()
  }

  @Test func `two windows may work while an import goes on`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Ours", project: "WEB")
    let issues = (1...6).map { IncomingIssue.example($0) }
    try workspace.bring(issues)
    // The first batch changes nothing, then Bo acts, then the import does.
    var importer = try workspace.importer(title: "imported again")
    try importer.take(issues.map(IncomingRecord.issue))
    try workspace.perform(.close(as: .done), on: issue, as: workspace.bo)
    try importer.take([.issue(.example(7))])
    try workspace.perform(.priority(.high), on: issue, as: workspace.bo)
    try importer.take([.issue(.example(8))])
    _ = try importer.finish()
    try workspace.checkInvariants()
    #expect(try workspace.undo(as: workspace.bo)?.title == "undid: set priority high on WEB-1")
    #expect(try workspace.undo(as: workspace.bo)?.title == "undid: closed WEB-1")
    #expect(try workspace.undo()?.title == "undid: imported again")
    #expect(try workspace.keys("project:API sort:key").count == 6)
    #expect(try workspace.issue(issue)?.status == .triage)
  }
}
