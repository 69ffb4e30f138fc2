import Domain
import GRDB
import Support
import Synchronization
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

  @Test func `a large change says how far it is, and stopped half-way keeps nothing`() throws {
    let workspace = try Workspace()
    try workspace.bring(
      ndjson: (1...300).map { #"{"type":"issue","key":"API-\#($0)","title":"Issue"}"# }
        .joined(separator: "\n"))
    let context = workspace.store.context(me: "ana")
    let issues = try workspace.store.ids(matching: Query.parse("is:open"), in: context)
    let heard = Mutex<[[Int]]>([])
    let progress = StepProgress { done, total in
      heard.withLock { $0.append([done, total]) }
      return true
    }
    _ = try workspace.store.perform(
      .priority(.high), on: issues, as: workspace.ana, progress: progress)
    #expect(heard.withLock { $0 } == [[0, 300], [256, 300]])
    #expect(try workspace.store.replaySize(isUndo: true, as: workspace.ana) == 300)
    #expect(try workspace.store.replaySize(isUndo: false, as: workspace.ana) == 0)

    let stopping = StepProgress { done, _ in done == 0 }
    let error = #expect(throws: StoreError.self) {
      try workspace.store.perform(
        .close(as: .done), on: issues, as: workspace.ana, progress: stopping)
    }
    #expect(error?.code == .interrupted)
    #expect(try workspace.keys("is:open").count == 300)
    #expect(throws: StoreError.self) {
      try workspace.store.undo(as: workspace.ana, progress: stopping)
    }
    #expect(try workspace.keys("priority:1").count == 300)
    try workspace.undo()
    #expect(try workspace.keys("priority:1").isEmpty)
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

  @Test func `undoing a reopening does not make a closer of whoever undoes`() throws {
    let workspace = try Workspace()
    var closed = IncomingIssue.example(1)
    closed.status = .done
    closed.closed = Cast.ago(5, Instant.day)
    try workspace.bring([closed])
    let before = try #require(try workspace.issue("API-1"))
    try workspace.perform(.reopen, on: before.id)
    try workspace.undo()
    let after = try #require(try workspace.issue("API-1"))
    #expect(after.closedBy == nil && after.closedAt == before.closedAt)
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

  @Test func `undoing brings back when an issue last changed, unless it changed since`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    func time() throws -> Instant? { try workspace.issue(issue)?.updatedAt }
    let opened = try time()
    for verb in [
      IssueVerb.priority(.high), .close(as: .done), .comment("said"),
      .label(add: ["bug"], remove: []),
    ] {
      workspace.clock.advance(by: Instant.hour)
      try workspace.perform(verb, on: issue)
      let changed = try time()
      #expect(changed == workspace.clock.now)
      workspace.clock.advance(by: Instant.hour)
      try workspace.undo()
      #expect(try time() == opened, "\(verb)")
      try workspace.redo()
      #expect(try time() == changed, "\(verb)")
      try workspace.undo()
    }
    workspace.clock.advance(by: Instant.hour)
    try workspace.perform(.priority(.low), on: issue)
    workspace.clock.advance(by: Instant.hour)
    try workspace.perform(.comment("later"), on: issue, as: workspace.bo)
    let later = try time()
    try workspace.undo()
    #expect(try time() == later)
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
}
