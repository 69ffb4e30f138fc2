import Domain
import GRDB
import Support
import Testing

@testable import Storage

/// Undo between two people: one asks, the other answers, and then the first takes it back.
@Suite struct UndoAnswerTests {
  private let workspace: Workspace
  private var store: Store { workspace.store }
  private var ana: EntityID { workspace.ana }
  private var bo: EntityID { workspace.bo }
  private let router = Cast.id(401)

  init() throws {
    workspace = try Workspace()
    _ = try workspace.store.perform(
      "made a team",
      [
        .create(
          CreateEntity(
            EntityRef(.team, Cast.id(501)),
            fields: [
              .handle: .text("routing"), .name: .text(""),
              .members: .references([workspace.ana, workspace.bo].sorted()),
            ])),
        .set(SetField(EntityRef(.service, Cast.id(401)), .team, to: .reference(Cast.id(501)))),
      ], as: nil)
  }

  private func bill() throws -> WatchBill { try store.watchBill(for: ana) }

  private func makeSchedule() throws -> EntityID {
    let rotation = Rotation(
      unit: .week, zone: "UTC", anchor: try #require(LocalTime("2026-03-09T09:00")),
      slots: [[ana], [bo]])
    let schedule = Schedule(
      id: Cast.id(600), name: "primary", team: nil, zone: "UTC",
      versions: [
        Schedule.Version(layers: [
          Layer(id: Cast.id(601), name: "week", source: .rotation(rotation))
        ])
      ])
    try store.perform(.saveSchedule(schedule), as: ana)
    return schedule.id
  }

  private func hours(_ start: Int64, _ length: Int64) -> Period {
    let start = workspace.clock.now.advanced(by: start * Instant.hour)
    return Period(start, start.advanced(by: length * Instant.hour))
  }

  /// Ana's undo is refused in these words while Bo's answer stands; then each takes back their own.
  private func expectOrder(_ deed: String, _ words: String) throws {
    let before = try workspace.export()
    let refusal = StoreError(
      .refused,
      "cannot undo '\(deed)': @bo \(words) since; only they can undo that; "
        + "another undo goes on with what was before it")
    #expect(throws: refusal) { try workspace.undo() }
    #expect(try workspace.export() == before)
    #expect(try workspace.undo(as: bo) != nil)
    #expect(try workspace.undo() != nil)
    try workspace.checkInvariants()
  }

  @Test func `an accepted service is not taken from under its new owner`() throws {
    try store.perform(.offer(.service(router), to: .person(bo), message: ""), as: ana)
    let handoff = try #require(try bill().handoffs.first)
    try store.perform(.handoff(handoff.id, .accept), as: bo)
    try expectOrder("offered router to @bo", "accepted this from @ana")
    #expect(try bill().handoffs.isEmpty)
    #expect(try bill().service(router)?.owner == nil)
  }

  @Test func `an accepted issue is not taken from under its new owner`() throws {
    let issue = try workspace.open("Hand me over")
    try workspace.perform(.own("ana"), on: issue)
    try store.perform(.offer(.issue(issue), to: .person(bo), message: ""), as: ana)
    let handoff = try #require(try bill().handoffs.first)
    try store.perform(.handoff(handoff.id, .accept), as: bo)
    try expectOrder("offered API-1 to @bo", "accepted this from @ana")
    #expect(try workspace.issue(issue)?.owner == "ana")
  }

  @Test func `an answered offer of a shift stays until the answer is taken back`() throws {
    let schedule = try makeSchedule()
    try store.perform(
      .offerShift(schedule, to: bo, gives: hours(2, 4), takes: nil), as: ana)
    let offer = try #require(try bill().offers.first)
    try store.perform(.answerOffer(offer.id, accepts: true), as: bo)
    try expectOrder("offered a shift in primary to @bo", "answered the offer")
    #expect(try bill().offers.isEmpty)
  }

  @Test func `a taken request for cover stays until the taking is taken back`() throws {
    let schedule = try makeSchedule()
    try store.perform(.askCover(schedule, for: ana, hours(2, 4), note: "", named: []), as: ana)
    let request = try #require(try bill().covers.first)
    try store.perform(.takeCover(request.id, nil), as: bo)
    try expectOrder("asked for cover in primary", "answered the request")
    #expect(try bill().covers.isEmpty)
  }

  @Test func `a page that somebody has acknowledged is not made undone`() throws {
    _ = try makeSchedule()
    try store.perform(
      .trigger(service: router, key: nil, PageTrigger(summary: "p99", severity: .critical)),
      as: ana)
    let page = try #require(try bill().pages.first)
    try store.perform(.page(page.id, .ack), as: bo)
    try expectOrder("paged router", "acknowledged this")
    #expect(try bill().pages.isEmpty)
  }

  @Test func `an offer nobody has answered is undone as ever`() throws {
    try store.perform(.offer(.service(router), to: .person(bo), message: ""), as: ana)
    try workspace.undo()
    #expect(try bill().handoffs.isEmpty)
  }

  @Test func `what another deleted keeps nobody from undoing what they did before`() throws {
    let issue = try workspace.open("Router")
    let other = try workspace.open("Other", as: bo)
    try workspace.perform(.priority(.high), on: other, as: bo)
    try workspace.perform(.retitle("Edge"), on: issue, as: bo)
    try workspace.undo()
    let report = try #require(try workspace.undo(as: bo))
    #expect(report.operationCount == 0)
    #expect(report.warnings == ["API-1 was deleted since and is left so"])
    try workspace.undo(as: bo)
    #expect(try workspace.issue(other)?.priority == Priority.none)
    try workspace.redo()
    #expect(try workspace.issue(issue)?.title == "Edge")
    try workspace.checkInvariants()
  }

  @Test func `who deleted it is said`() throws {
    let issue = try workspace.open("Router")
    try workspace.perform(.retitle("Edge"), on: issue, as: bo)
    try workspace.perform(.trash, on: issue)
    #expect(
      try workspace.undo(as: bo)?.warnings == ["API-1 was deleted by @ana since and is left so"])
  }

  @Test func `people whom others have named by now survive the undo of their making`() throws {
    let team = EntityRef(.team, Cast.id(510))
    _ = try store.perform(
      "made a team",
      [.create(CreateEntity(team, fields: [.handle: .text("core"), .name: .text("")]))], as: bo)
    let uses: [(EntityID) throws -> Void] = [
      { person in
        _ = try store.perform("joined", [.add(AddMember(team, .members, person))], as: bo)
      },
      { person in
        let step = EscalationPolicy.Step([.person(person)], wait: 10 * Instant.minute)
        try store.perform(.savePolicy("quiet", [step], repeats: 0, lastResort: nil), as: bo)
      },
      { person in
        try store.perform(.offer(.service(router), to: .person(person), message: ""), as: bo)
      },
    ]
    for (number, use) in uses.enumerated() {
      let person = EntityRef(.person, Cast.id(800 + number))
      _ = try store.perform(
        "added",
        [
          .create(
            CreateEntity(person, fields: [.handle: .text("new\(number)"), .name: .text("")]))
        ], as: ana)
      try use(person.id)
      try workspace.undo()
      #expect(try store.people().contains { $0.id == person.id }, "\(number)")
    }
    try workspace.checkInvariants()
  }

  @Test func `a team that others have put something in survives the undo of its making`() throws {
    let uses: [(EntityRef) throws -> Void] = [
      { team in
        _ = try store.perform(
          "set", [.set(SetField(EntityRef(.service, router), .team, to: .reference(team.id)))],
          as: bo)
      },
      { team in
        let api = EntityRef(.project, Cast.projects[0].id)
        _ = try store.perform(
          "set", [.set(SetField(api, .team, to: .reference(team.id)))], as: bo)
      },
    ]
    for (number, use) in uses.enumerated() {
      let team = EntityRef(.team, Cast.id(520 + number))
      _ = try store.perform(
        "made",
        [.create(CreateEntity(team, fields: [.handle: .text("t\(number)"), .name: .text("")]))],
        as: ana)
      try use(team)
      try workspace.undo()
      #expect(try store.teams().contains { $0.id == team.id }, "\(number)")
    }
  }
}
