import Domain
import GRDB
import Support
import Testing

@testable import Storage

/// What the store finds of issues for a person's inbox.
@Suite struct InboxFactTests {
  private let workspace: Workspace
  private var ana: EntityID { workspace.ana }
  private var bo: EntityID { workspace.bo }

  init() throws {
    workspace = try Workspace()
  }

  /// What a person's inbox says, without what it says it of.
  private func told(_ person: EntityID) throws -> [String] {
    try workspace.store.inboxFacts(for: person).map {
      "\($0.kind): \($0.words.prefix { $0 != ":" })"
    }
  }

  private func open(_ draft: IssueDraft, as author: EntityID? = nil) throws -> EntityID {
    workspace.clock.advance(by: Instant.minute)
    return try workspace.store.create(draft, as: author ?? bo).id
  }

  @Test func `an issue that is opened as mine is in my inbox, my own is not`() throws {
    var draft = IssueDraft(project: "API", title: "Owned", owner: "ana")
    _ = try open(draft)
    _ = try open(draft, as: ana)
    draft = IssueDraft(project: "API", title: "Helped", assignees: ["chloé", "ana"])
    _ = try open(draft)
    _ = try open(IssueDraft(project: "API", title: "Named", body: "owner=37:r\(ana)"))
    #expect(try told(ana) == ["assigned: API-3 is yours", "assigned: API-1 is yours"])
    #expect(try told(bo).isEmpty)
  }

  @Test func `an issue that becomes mine later is, unless that is undone`() throws {
    let issue = try workspace.open("Later", as: bo)
    try workspace.perform(.own("ana"), on: issue, as: bo)
    #expect(try told(ana) == ["assigned: API-1 is yours"])
    let first = try workspace.store.inboxFacts(for: ana).map(\.event)
    try workspace.perform(.own("chloé"), on: issue, as: bo)
    #expect(try told(ana).isEmpty)
    try workspace.undo(as: bo)
    #expect(try workspace.store.inboxFacts(for: ana).map(\.event) == first)
    try workspace.perform(.close(as: .done), on: issue, as: bo)
    #expect(try told(ana).isEmpty)
  }

  @Test(arguments: [
    ("see @ana", true), ("@Ana: look", true), ("(@ANA)", true), ("@anabel", false),
    ("x@ana.org", false), ("ana", false),
  ])
  func `a mention is one in a body as in a comment, and only a whole name is`(
    text: String, isOne: Bool
  ) throws {
    _ = try open(IssueDraft(project: "API", title: "In the body", body: text))
    let other = try open(IssueDraft(project: "API", title: "In a comment", body: "@ana2"))
    try workspace.perform(.comment(text), on: other, as: bo)
    _ = try open(IssueDraft(project: "API", title: text))
    let wanted = isOne ? [3, 2, 1].map { "mentioned: API-\($0) names you" } : []
    #expect(try told(ana) == wanted)
    #expect(try told(bo).isEmpty)
  }

  @Test func `who edits my name in mentions me, and I do not mention myself`() throws {
    let issue = try open(IssueDraft(project: "API", title: "Quiet"))
    try workspace.perform(.rewrite("ask @ana"), on: issue, as: ana)
    #expect(try told(ana).isEmpty)
    try workspace.perform(.rewrite("ask nobody"), on: issue, as: bo)
    try workspace.perform(.rewrite("do ask @ana"), on: issue, as: bo)
    let facts = try workspace.store.inboxFacts(for: ana)
    #expect(facts.map(\.by) == [bo] && facts.map(\.at) == [workspace.clock.now])
    try workspace.perform(.rewrite("do ask @ana, please"), on: issue, as: bo)
    #expect(try workspace.store.inboxFacts(for: ana).map(\.event) == facts.map(\.event))
  }

  @Test func `after a clock that was wrong, facts and timelines tell the time things were done`()
    throws
  {
    let issue = try workspace.open("Router", as: bo)
    workspace.clock.advance(by: 4000 * Instant.day)
    try workspace.perform(.priority(.high), on: issue, as: bo)
    workspace.clock.advance(by: -4000 * Instant.day)
    try workspace.perform(.own("ana"), on: issue, as: bo)
    let now = workspace.clock.now
    #expect(try workspace.store.inboxFacts(for: ana).map(\.at) == [now])
    let timeline = try #require(try workspace.store.detail(of: issue)).timeline
    #expect(timeline.last?.at == now)
    let material = try workspace.store.updateMaterial(
      of: bo, since: now.advanced(by: Instant.minute), in: WatchBill())
    #expect(material.activity.isEmpty)
    // An undo sees that something changed since, by the same clock.
    try workspace.perform(.comment("said"), on: issue)
    let later = try workspace.issue(issue)?.updatedAt
    try workspace.undo(as: bo)
    #expect(try workspace.issue(issue)?.updatedAt == later)
    try workspace.checkInvariants()
  }
}
