import Domain
import Support
import Testing

@testable import Storage

/// The watch bill through the file: what a verb writes is read back, and an undo takes it away.
@Suite struct WatchTests {
  private let workspace: Workspace
  private var store: Store { workspace.store }
  private var ana: EntityID { workspace.ana }
  private var bo: EntityID { workspace.bo }
  private let team = Workspace.routingTeam
  private let router = Cast.id(401)

  init() throws {
    workspace = try Workspace()
    try workspace.makeRoutingTeam()
  }

  private func makeSchedule() throws -> Schedule {
    try workspace.makeRoutingSchedule(store.environment.newID())
  }

  private func bill() throws -> WatchBill { try store.watchBill(for: ana) }

  private func onCall(_ schedule: Schedule) throws -> [EntityID] {
    try bill().onCall(schedule.id, at: workspace.clock.now)
  }

  @Test func `a schedule is read back as it was saved, and its undo takes it away`() throws {
    let schedule = try makeSchedule()
    #expect(try bill().schedules == [schedule])
    #expect(try onCall(schedule) == [ana])
    try workspace.undo()
    #expect(try bill().schedules.isEmpty)
    try workspace.redo()
    #expect(try bill().schedules == [schedule])
  }

  @Test func `taking a shift changes who is on call until it would have ended`() throws {
    let schedule = try makeSchedule()
    let report = try store.perform(.takeShift(schedule.id, from: nil), as: bo)
    #expect(report.title == "took the shift of @ana in routing-primary")
    #expect(try onCall(schedule) == [bo])
    try workspace.undo(as: bo)
    #expect(try onCall(schedule) == [ana])
  }

  @Test func `a taken cover request writes its override, and an undo opens it again`() throws {
    let schedule = try makeSchedule()
    let start = workspace.clock.now.advanced(by: Instant.day)
    let period = Period(start, start.advanced(by: 4 * Instant.hour))
    try store.perform(
      .askCover(schedule.id, for: ana, period, note: "dentist", named: []), as: ana)
    let request = try #require(try bill().covers.first)
    try store.perform(.takeCover(request.id, nil), as: bo)
    #expect(try bill().onCall(schedule.id, at: start) == [bo])
    #expect(try bill().covers.first?.state(at: workspace.clock.now) == .taken)
    try workspace.undo(as: bo)
    #expect(try bill().onCall(schedule.id, at: start) == [ana])
    #expect(try bill().covers.first?.state(at: workspace.clock.now) == .open)
  }

  @Test func `a service changes hands only when its receiver accepts`() throws {
    try store.perform(
      .offer(.service(router), to: .person(bo), message: "yours now"), as: ana)
    let handoff = try #require(try bill().handoffs.first)
    #expect(try bill().service(router)?.owner == nil)
    #expect(throws: StoreError.self) {
      try store.perform(.handoff(handoff.id, .accept), as: ana)
    }
    try store.perform(.handoff(handoff.id, .accept), as: bo)
    #expect(try bill().service(router)?.owner == "bo")
    try workspace.undo(as: bo)
    #expect(try bill().service(router)?.owner == nil)
    #expect(try bill().handoffs.first?.state == .offered)
  }

  @Test func `an issue changes owner by an accepted offer, and nobody else's issue is given`()
    throws
  {
    let issue = try workspace.open("Hand me over")
    try workspace.perform(.own("ana"), on: issue)
    #expect(throws: StoreError.self) {
      try store.perform(.offer(.issue(issue), to: .person(ana), message: ""), as: bo)
    }
    try store.perform(.offer(.issue(issue), to: .person(bo), message: ""), as: ana)
    let handoff = try #require(try bill().handoffs.first)
    try store.perform(.handoff(handoff.id, .accept), as: bo)
    #expect(try workspace.issue(issue)?.owner == "bo")
  }

  @Test func `a page rings who is on call, is acknowledged, resolved and undone`() throws {
    _ = try makeSchedule()
    let trigger = PageTrigger(summary: "p99 over 2 s", severity: .critical)
    try store.perform(.trigger(service: router, key: PageKey("p99"), trigger), as: bo)
    var page = try #require(try bill().pages.first)
    #expect(page.escalation?.told == [ana])
    try store.perform(.page(page.id, .ack), as: ana)
    page = try #require(try bill().pages.first)
    #expect(page.owner == ana)
    try store.perform(.page(page.id, .resolve(.fixed)), as: ana)
    #expect(try bill().pages.first?.isOpen == false)
    try workspace.undo()
    #expect(try bill().pages.first?.owner == ana)
    try workspace.undo()
    #expect(try bill().pages.first?.escalation?.told == [ana])
  }

  @Test func `an update is drafted from what was done, posted once a day and undone`() throws {
    let prompt = try Prompt(
      id: store.environment.newID(), team: team, minute: 9 * 60, digestMinute: 12 * 60)
    try store.perform(.savePrompt(prompt), as: ana)
    let since = workspace.clock.now.advanced(by: -Instant.day)
    let issue = try workspace.open("Slow router")
    try workspace.perform(.status(.doing), on: issue)
    try workspace.perform(.comment("Timed it"), on: workspace.open("Old router", as: bo))
    let material = try store.updateMaterial(of: ana, since: since, in: bill())
    let draft = prompt.draft(from: material, try bill().wording(for: ana))
    #expect(try store.updateDrafts(for: ana) == [prompt.id: draft])
    #expect(
      try Set(store.touchedIssues(by: ana, since: since).map(\.title))
        == ["Slow router", "Old router"])
    #expect(draft.first?.text.contains("Slow router") == true)
    #expect(draft.first?.text.contains("Commented on API-2") == true)
    let today = try #require(CivilDate("2026-03-11"))
    try store.perform(
      .post(prompt: prompt.id, today, draft, blocked: [Blockage(on: .person(bo), "a review")]),
      as: ana)
    #expect(try bill().update(prompt.id, ana, today)?.answers.isEmpty == false)
    let theirs = try store.watchBill(for: bo).inboxFacts(for: bo, now: workspace.clock.now)
    #expect(theirs.contains { $0.kind == .blockedOnYou })
    try workspace.undo()
    #expect(try bill().updates.isEmpty)
  }

  @Test func `what was done with in the inbox stays done, and reading is no step`() throws {
    try store.perform(.offer(.service(router), to: .person(bo), message: ""), as: ana)
    func items() throws -> [InboxItem] {
      let bill = try store.watchBill(for: bo)
      return Inbox.items(
        from: bill.inboxFacts(for: bo, now: workspace.clock.now), bill.marks, for: bo)
    }
    let item = try #require(try items().first)
    try store.perform(.mark([item], .read), as: bo)
    #expect(try items().first?.isRead == true)
    #expect(try workspace.undo(as: bo) == nil)
    try store.perform(.mark([item], .done), as: bo)
    #expect(try items().isEmpty)
    try workspace.undo(as: bo)
    #expect(try items().count == 1)
  }

  @Test func `a timeline tells of offers and answers, and marks what was undone`() throws {
    let issue = try workspace.open("Hand me over")
    func told() throws -> [String] {
      try #require(try store.detail(of: issue)).timeline.map { entry in
        "\(entry.author ?? "") \(entry.words)\(entry.isUndone ? " (undone)" : "")"
      }
    }
    try store.perform(.offer(.issue(issue), to: .person(bo), message: "yours?"), as: ana)
    let handoff = try #require(try bill().handoffs.first)
    try store.perform(.handoff(handoff.id, .accept), as: bo)
    #expect(
      try told() == [
        "ana opened this", "ana offered this to @bo: yours?", "bo accepted this from @ana",
        "bo set the owner to @bo",
      ])
    try workspace.undo(as: bo)
    try store.perform(.handoff(handoff.id, .decline(reason: "busy")), as: bo)
    #expect(
      try told().suffix(3) == [
        "bo accepted this from @ana (undone)", "bo set the owner to @bo (undone)",
        "bo declined this: busy",
      ])
    #expect(
      try store.timeline(of: EntityRef(.service, router)).map(\.words) == [
        "made this", "set the team to routing",
      ])
  }

  @Test func `a page's history is told from its states`() throws {
    _ = try makeSchedule()
    let trigger = PageTrigger(summary: "p99 over 2 s", severity: .critical)
    try store.perform(.trigger(service: router, key: nil, trigger), as: bo)
    let page = try #require(try bill().pages.first)
    try store.perform(.page(page.id, .ack), as: ana)
    try store.perform(.page(page.id, .resolve(.fixed)), as: bo)
    let told = try store.timeline(of: EntityRef(.page, page.id)).map {
      "\($0.author ?? "") \($0.words)"
    }
    #expect(told == ["bo opened", "ana acknowledged this", "bo resolved this as fixed"])
  }

  @Test func `a note is accepted whole, its pages go over, and one undo takes all of it back`()
    throws
  {
    let schedule = try makeSchedule()
    let trigger = PageTrigger(summary: "p99 over 2 s", severity: .critical)
    try store.perform(.trigger(service: router, key: nil, trigger), as: bo)
    let end = try #require(try bill().shiftEnd(of: ana, in: schedule, now: workspace.clock.now))
    try store.perform(.draft(try bill().note(for: end, touched: [])), as: ana)
    let handoff = try #require(try bill().handoffs.first)
    try store.perform(.handoff(handoff.id, .offer), as: ana)
    #expect(throws: StoreError.self) { try store.perform(.handoff(handoff.id, .accept), as: bo) }
    try store.perform(.handoff(handoff.id, .acceptAll), as: bo)
    #expect(try bill().pages.first?.owner == bo)
    #expect(try bill().handoffs.first?.state.isOver == true)
    try workspace.undo(as: bo)
    #expect(try bill().pages.first?.owner == nil)
    #expect(try bill().handoffs.first?.state == .offered)
  }

  @Test func `a plan laid over a schedule is one step`() throws {
    let schedule = try makeSchedule()
    var changed = schedule
    changed.role = "secondary"
    changed.versions[0].layers[0].name = "weeks"
    changed.overrides = [
      Override(
        id: Cast.id(777), .remove(ana),
        Period(workspace.clock.now, workspace.clock.now.advanced(by: Instant.day)))
    ]
    try store.perform(.apply(changed, from: workspace.clock.now), as: ana)
    let read = try #require(try bill().schedules.first)
    #expect(read.role == "secondary" && read.versions.count == 2 && read.overrides.count == 1)
    try workspace.undo()
    #expect(try bill().schedules == [schedule])
  }
}
