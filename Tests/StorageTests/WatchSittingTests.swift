import Domain
import Support
import Testing

@testable import Storage

/// Many verbs in one transaction: the bill that follows is the one that reading gives.
@Suite struct WatchSittingTests {
  private let workspace: Workspace
  private let team = Cast.id(501)
  private let router = Cast.id(401)
  private let schedule = Cast.id(600)

  init() throws {
    workspace = try Workspace()
    _ = try workspace.store.perform(
      "made a team",
      [
        .create(
          CreateEntity(
            EntityRef(.team, team),
            fields: [
              .handle: .text("routing"), .name: .text(""),
              .members: .references([workspace.ana, workspace.bo].sorted()),
            ])),
        .set(SetField(EntityRef(.service, router), .team, to: .reference(team))),
      ], as: nil)
  }

  private func hours(_ start: Int64, _ length: Int64) -> Period {
    let start = workspace.clock.now.advanced(by: start * Instant.hour)
    return Period(start, start.advanced(by: length * Instant.hour))
  }

  private func verbs(_ issue: EntityID) throws -> [WatchVerb] {
    let rotation = Rotation(
      unit: .week, zone: "UTC", anchor: try #require(LocalTime("2026-03-09T09:00")),
      slots: [[workspace.ana], [workspace.bo]])
    let layers = [Layer(id: Cast.id(601), name: "week", source: .rotation(rotation))]
    let made = Schedule(
      id: schedule, name: "zulu", team: team, zone: "UTC",
      versions: [Schedule.Version(layers: layers)])
    var other = made
    other.id = Cast.id(602)
    other.name = "Alpha"
    let prompt = try Prompt(id: Cast.id(700), team: team, minute: 540, digestMinute: 720)
    let answers = [Update.Answer(Prompt.Question.usual[0], "Moved the edges")]
    let step = EscalationPolicy.Step([.schedule(schedule)], wait: 10 * Instant.minute)
    return [
      .saveSchedule(made), .saveSchedule(other),
      .override(schedule, .add([workspace.bo]), hours(1, 2), note: ""),
      .override(schedule, .remove(workspace.ana), hours(20, 2), note: ""),
      .askCover(schedule, for: workspace.ana, hours(24, 4), note: "", named: []),
      .offerShift(schedule, to: workspace.bo, gives: hours(30, 1), takes: nil),
      .addAbsence(workspace.bo, hours(200, 8), note: ""),
      .addAbsence(workspace.ana, hours(100, 8), note: ""),
      .savePolicy("quiet", [step], repeats: 0, lastResort: nil),
      .savePolicy("Loud", [step], repeats: 0, lastResort: nil),
      .savePolicy("quiet", [step], repeats: 2, lastResort: workspace.bo),
      .maintain(hours(50, 1), reason: "cards", services: nil),
      .trigger(
        service: router, key: PageKey("a"), PageTrigger(summary: "a", severity: .critical)),
      .trigger(service: router, key: nil, PageTrigger(summary: "b", severity: .warning)),
      .offer(.service(router), to: .person(workspace.bo), message: ""),
      .offer(.issue(issue), to: .person(workspace.bo), message: ""),
      .savePrompt(prompt),
      .post(
        prompt: prompt.id, try #require(CivilDate("2026-03-11")), answers,
        blocked: [Blockage(on: .person(workspace.bo), "a review")]),
      .removeSchedule(other.id),
    ]
  }

  @Test func `the bill follows every verb, and each is a step of its own`() throws {
    let store = workspace.store
    let issue = try workspace.open("Hand me over")
    try workspace.perform(.own("ana"), on: issue)
    let verbs = try verbs(issue)
    var followed = WatchBill()
    try store.sitting { sitting in
      for verb in verbs {
        workspace.clock.advance(by: Instant.minute)
        try sitting.perform(verb, as: workspace.ana)
      }
      let policy = try #require(sitting.bill.policies.first { $0.handle == "quiet" })
      try sitting.perform(
        .usePolicy(service: router, policy: policy.policy.version.policy), as: workspace.ana)
      for offer in sitting.bill.handoffs {
        try sitting.perform(.handoff(offer.id, .accept), as: workspace.bo)
      }
      let cover = try #require(sitting.bill.covers.first)
      try sitting.perform(.takeCover(cover.id, nil), as: workspace.bo)
      let page = try #require(sitting.bill.pages.last)
      try sitting.perform(.page(page.id, .ack), as: workspace.ana)
      try sitting.perform(.page(page.id, .resolve(.fixed)), as: workspace.ana)
      let absence = try #require(sitting.bill.absences.first)
      try sitting.perform(.removeAbsence(absence.id), as: workspace.ana)
      followed = sitting.bill.caughtUp(to: workspace.clock.now)
    }
    let read = try store.watchBill(for: nil)
    #expect(followed == read)
    #expect(read.service(router)?.owner == "bo" && read.service(router)?.policy == "quiet")
    #expect(read.issues[issue]?.owner == workspace.bo)
    #expect(read.absences.map(\.person) == [workspace.bo])
    try workspace.undo()
    #expect(try store.watchBill(for: nil).absences.count == 2)
  }

  @Test func `a verb that is refused leaves nothing, and the sitting goes on`() throws {
    let store = workspace.store
    try store.sitting { sitting in
      #expect(throws: StoreError.self) {
        try sitting.perform(.removeSchedule(schedule), as: workspace.ana)
      }
      try sitting.perform(.addAbsence(workspace.ana, hours(10, 8), note: ""), as: workspace.ana)
    }
    #expect(try store.watchBill(for: nil).absences.count == 1)
  }

  @Test func `a sitting that fails keeps nothing`() throws {
    #expect(throws: StoreError.self) {
      try workspace.store.sitting { sitting in
        try sitting.perform(.addAbsence(workspace.ana, hours(10, 8), note: ""), as: workspace.ana)
        throw StoreError(.failed, "no more")
      }
    }
    #expect(try workspace.store.watchBill(for: nil).absences.isEmpty)
  }
}
