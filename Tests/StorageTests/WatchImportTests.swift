import Domain
import Support
import Testing

@testable import Storage

/// The watch bill through files: out and in again, newer ones, kept changes, undo, and refusals.
@Suite struct WatchImportTests {
  private let workspace: Workspace
  private var store: Store { workspace.store }
  private var ana: EntityID { workspace.ana }
  private var bo: EntityID { workspace.bo }
  private let team = Workspace.routingTeam
  private let router = Cast.id(401)

  /// A workspace in which every verb has left something.
  init() throws {
    workspace = try Workspace()
    try workspace.makeRoutingTeam()
    try makeSchedule()
    try makeCovers()
    try makePages()
    try makeHandoffs()
    try makeUpdates()
  }

  private func makeSchedule() throws {
    let schedule = try workspace.makeRoutingSchedule(Cast.id(600))
    try store.perform(
      .override(schedule.id, .add([bo]), period(from: 2, hours: 5), note: "game day"), as: ana)
  }

  private func makeCovers() throws {
    let schedule = Cast.id(600)
    try store.perform(
      .askCover(schedule, for: ana, period(from: 24, hours: 4), note: "dentist", named: []),
      as: ana)
    let request = try #require(try bill().covers.first)
    try store.perform(.takeCover(request.id, period(from: 24, hours: 2)), as: bo)
    try store.perform(
      .offerShift(schedule, to: bo, gives: period(from: 30, hours: 1), takes: nil), as: ana)
    try store.perform(.addAbsence(bo, period(from: 200, hours: 72), note: "away"), as: bo)
  }

  private func makePages() throws {
    let steps = [
      EscalationPolicy.Step([.schedule(Cast.id(600))], wait: 10 * Instant.minute),
      EscalationPolicy.Step([.team(team)], wait: Instant.hour),
    ]
    try store.perform(.savePolicy("loud", steps, repeats: 1, lastResort: bo), as: ana)
    let policy = try #require(try bill().policies.first)
    try store.perform(
      .usePolicy(service: router, policy: policy.policy.version.policy), as: ana)
    try store.perform(
      .maintain(period(from: 48, hours: 1), reason: "cards", services: [router]), as: ana)
    for (key, severity) in [("p99", Severity.critical), ("disk", .warning)] {
      let trigger = PageTrigger(summary: "\(key) \"is\" high", severity: severity)
      try store.perform(.trigger(service: router, key: PageKey(key), trigger), as: bo)
    }
    let page = try #require(try bill().pages.first)
    try store.perform(.page(page.id, .ack), as: ana)
    try store.perform(.page(page.id, .resolve(.noise)), as: ana)
  }

  private func makeHandoffs() throws {
    try store.perform(.offer(.service(router), to: .person(bo), message: "yours"), as: ana)
    let handoff = try #require(try bill().handoffs.first)
    try store.perform(.handoff(handoff.id, .accept), as: bo)
    let issue = try workspace.open("Hand me over")
    try workspace.perform(.own("ana"), on: issue)
    try store.perform(.offer(.issue(issue), to: .team(team), message: ""), as: ana)
    let end = try #require(try bill().shiftEnd(of: ana, now: workspace.clock.now))
    try store.perform(.draft(bill().note(for: end, touched: [])), as: ana)
  }

  private func makeUpdates() throws {
    let prompt = try Prompt(id: Cast.id(700), team: team, minute: 540, digestMinute: 720)
    try store.perform(.savePrompt(prompt), as: ana)
    let answers = [Update.Answer(Prompt.Question.usual[0], "Moved the edges")]
    let today = try #require(CivilDate("2026-03-11"))
    try store.perform(
      .post(prompt: prompt.id, today, answers, blocked: [Blockage(on: .person(bo), "a review")]),
      as: ana)
  }

  private func period(from hours: Int64, hours length: Int64) -> Period {
    let start = workspace.clock.now.advanced(by: hours * Instant.hour)
    return Period(start, start.advanced(by: length * Instant.hour))
  }

  private func bill() throws -> WatchBill { try store.watchBill(for: nil) }

  private func bill(of copy: Workspace) throws -> WatchBill { try copy.store.watchBill(for: nil) }

  /// A workspace that the export was brought into, a moment later.
  private func copy() throws -> Workspace {
    let copy = try Workspace(seed: 99, isEmpty: true)
    copy.clock.advance(by: workspace.clock.now.milliseconds - copy.clock.now.milliseconds)
    try copy.bring(ndjson: workspace.export())
    return copy
  }

  @Test func `everything makes the trip byte for byte, and again changes nothing`() throws {
    let export = try workspace.export()
    for kind in IncomingWatch.kinds {
      #expect(export.contains("{\"type\":\"\(kind.name)\""), "there is no \(kind.name)")
    }
    let copy = try copy()
    #expect(try copy.export() == export)
    #expect(try bill(of: copy) == bill().seen(at: copy.clock.now))
    #expect(try copy.bring(ndjson: export).changedNothing)
    #expect(try workspace.bring(ndjson: export).changedNothing)
    #expect(try copy.export() == export)
    #expect(try workspace.export() == export)
  }

  @Test func `a newer file updates what nobody here has changed`() throws {
    let copy = try copy()
    let page = try #require(try bill().pages.first(where: \.isOpen))
    try store.perform(.page(page.id, .ack), as: ana)
    try store.perform(.removeOverride(#require(bill().schedules[0].overrides.first).id), as: ana)
    let report = try copy.bring(ndjson: workspace.export())
    #expect(report.keptCount == 0 && report.others == 0 && report.directoryChanges == 2)
    #expect(try bill(of: copy).pages.first { $0.id == page.id }?.owner == ana)
    // What is deleted elsewhere is no record, so that it stays here.
    #expect(try bill(of: copy).schedules[0].overrides.count == 2)
  }

  @Test func `what somebody here changed or deleted stays, and the report says so`() throws {
    let copy = try copy()
    var schedule = try bill().schedules[0]
    schedule.role = "first"
    try copy.store.perform(.saveSchedule(schedule), as: ana)
    try copy.store.perform(.removeAbsence(#require(bill().absences.first).id), as: ana)
    #expect(try copy.bring(ndjson: workspace.export()).changedNothing)
    schedule.role = "second"
    try store.perform(.saveSchedule(schedule), as: ana)
    let report = try copy.bring(ndjson: workspace.export())
    #expect(
      report.kept == [
        "schedule routing-primary: it was changed here and in the file; ours was kept"
      ])
    #expect(try bill(of: copy).schedules[0].role == "first")
    #expect(try bill(of: copy).absences.isEmpty)
  }

  @Test func `undo takes an import away whole, and the next one brings it again`() throws {
    let export = try workspace.export()
    let copy = try copy()
    try copy.undo()
    var left = try bill(of: copy).seen(at: copy.clock.now)
    #expect(!left.gone.isEmpty)
    left.gone = [:]
    #expect(left == WatchBill().seen(at: copy.clock.now))
    try copy.bring(ndjson: export)
    #expect(try copy.export() == export)
    try copy.undo()
    try copy.redo()
    #expect(try copy.export() == export)
  }

  @Test func `undo leaves whom and what somebody here needs by now`() throws {
    let copy = try copy()
    let trigger = PageTrigger(summary: "down", severity: .critical)
    try copy.store.perform(.trigger(service: router, key: nil, trigger), as: bo)
    let again = try Workspace(seed: 3, isEmpty: true)
    try again.bring(ndjson: workspace.export())
    let schedule = try bill().schedules[0]
    try again.store.perform(
      .override(schedule.id, .add([bo]), period(from: 90, hours: 1), note: ""), as: bo)
    try copy.undo()
    try again.undo()
    #expect(try bill(of: copy).services.map(\.handle) == ["router"])
    #expect(try bill(of: copy).pages.map(\.summary) == ["down"])
    #expect(try bill(of: again).schedules.map(\.name) == ["routing-primary"])
    #expect(try bill(of: again).people.map(\.handle) == ["ana", "bo"])
  }

  @Test func `people and schedules that are here under other ids are the same ones`() throws {
    let other = try Workspace(seed: 5, isEmpty: true)
    let person = other.store.environment.newID()
    let plan = other.store.environment.newID()
    _ = try other.store.perform(
      "made a person",
      [.create(CreateEntity(EntityRef(.person, person), fields: [.handle: .text("Ana")]))], as: nil)
    try other.store.perform(
      .saveSchedule(
        Schedule(id: plan, name: "Routing-Primary", zone: "UTC", versions: [])), as: person)
    let export = try workspace.export()
    try other.bring(ndjson: export)
    let bill = try bill(of: other)
    #expect(bill.schedules.map(\.id) == [plan])
    #expect(bill.schedules[0].participants == [person, bo])
    #expect(bill.covers.first?.asker == person && bill.covers.first?.schedule == plan)
    #expect(try other.bring(ndjson: export).changedNothing)
  }

  @Test(arguments: [
    ("absence", "the absence belongs to a person"), ("update", "the update belongs to a prompt"),
    ("override", "the override belongs to a schedule"),
  ])
  func `what belongs to nothing is refused by its line, and nothing is changed`(
    type: String, message: String
  ) throws {
    let line = try #require(
      try workspace.export().split(separator: "\n").first { $0.hasPrefix("{\"type\":\"\(type)\"") })
    let other = try Workspace(seed: 5, isEmpty: true)
    let error = #expect(throws: StoreError.self) {
      try other.bring(ndjson: "{\"type\":\"workspace\",\"format\":1,\"name\":\"x\"}\n" + line)
    }
    #expect(error?.code == .badRecord)
    #expect(error?.description.hasPrefix("line 2: \(message), ") == true, "\(error as Any)")
    #expect(try other.store.setting(.name) == nil)
  }

  @Test func `a policy that is nowhere and a name that is taken are refused`() throws {
    let copy = try copy()
    let service = #"{"type":"service","handle":"api","policy":"quiet"}"#
    let first = #expect(throws: StoreError.self) { try copy.bring(ndjson: service) }
    #expect(first?.description.contains("line 1: field policy: there is no") == true)
    var schedule = try bill().schedules[0]
    schedule.id = Cast.id(602)
    schedule.name = "other"
    try copy.store.perform(.saveSchedule(schedule), as: ana)
    let line = try #require(
      try copy.export().split(separator: "\n").first { $0.contains("\"name\":\"other\"") })
    let renamed = line.replacing("\"name\":\"other\"", with: "\"name\":\"Routing-primary\"")
    let second = #expect(throws: StoreError.self) { try copy.bring(ndjson: String(renamed)) }
    #expect(second?.description.contains("another schedule called Routing-primary") == true)
  }
}

extension WatchBill {
  /// The bill as somebody sees it later.
  fileprivate func seen(at now: Instant) -> WatchBill { caughtUp(to: now) }
}
