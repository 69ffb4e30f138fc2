import Domain
import Support
import Testing

/// What the timers of pages and handoffs have done when somebody looks.
///
/// In the week of Monday 9 March Bo is on call, from the 16th at 09:00 UTC on Ana.
@Suite struct CatchingUpTests {
  private let ana = BillFixture.ana
  private let bo = BillFixture.bo
  private let schedule = EscalationPolicy.Target.schedule(BillFixture.schedule)

  private func page(_ bill: WatchBill, at moment: String) throws -> Page {
    try #require(try bill.seen(moment).newest)
  }

  private func told(_ bill: WatchBill, at moment: String) throws -> [EntityID] {
    try page(bill, at: moment).escalation?.told ?? []
  }

  // MARK: Maintenance

  private func inMaintenance() throws -> WatchBill {
    var bill = BillFixture.bill()
    bill.maintenance = [
      try MaintenanceWindow(
        id: Cast.id(751), reason: "disks", services: nil, from: BillFixture.at("11T10:00"),
        to: BillFixture.at("11T11:00"))
    ]
    return bill
  }

  @Test func `a page that maintenance held back rings when the window ends`() throws {
    let bill = try inMaintenance().after("down", at: "11T10:30", key: "down")
    #expect(try page(bill, at: "11T10:59").state == .suppressed)
    let rings = try page(bill, at: "11T11:05")
    #expect(rings.escalation?.told == [bo] && rings.alarms == 1)
    #expect(rings.nextEscalation == (try BillFixture.at("11T11:10")))
    let again = try bill.after("down", at: "11T11:20", key: "down")
    #expect(try page(again, at: "11T11:20").count == 2)
    #expect(try told(again, at: "11T11:20") == [bo, ana])
  }

  @Test func `windows that follow one another hold a page until the last has ended`() throws {
    var bill = try inMaintenance()
    bill.maintenance.append(
      try MaintenanceWindow(
        id: Cast.id(752), reason: "more", services: [BillFixture.router],
        from: BillFixture.at("11T10:50"), to: BillFixture.at("11T12:00")))
    bill = try bill.after("down", at: "11T10:30")
    #expect(try page(bill, at: "11T11:59").state == .suppressed)
    #expect(try told(bill, at: "11T12:00") == [bo])
  }

  @Test func `a page that began to ring before the window goes on after it`() throws {
    let bill = try inMaintenance().after("down", at: "11T09:55")
    let held = try page(bill, at: "11T10:30")
    #expect(held.state == .suppressed && held.alarms == 1)
    let rings = try page(bill, at: "11T11:00")
    #expect(rings.escalation?.told == [bo] && rings.alarms == 2)
    let twice = try bill.seen("11T10:30").seen("11T11:00").newest
    #expect(twice == rings)
  }

  @Test func `a lapse that maintenance holds back is no alarm`() throws {
    let bill = try inMaintenance().after("down", at: "11T09:40")
      .after(.page(Cast.id(8001), .ack), by: bo, at: "11T09:45")
    #expect(try page(bill, at: "11T10:30").alarms == 1)
    #expect(try page(bill, at: "11T11:00").alarms == 2)
  }

  // MARK: Who comes on call

  @Test func `a page that reached nobody fires when somebody is on call again`() throws {
    let step = EscalationPolicy.Step([schedule], wait: 10 * Instant.minute)
    let start = try BillFixture.bill([step], of: BillFixture.byDay())
    let bill = try start.after("slow", at: "13T20:00", .warning)
    #expect(try page(bill, at: "16T08:59").escalation?.reach == .held)
    let rings = try page(bill, at: "16T09:00")
    #expect(rings.escalation?.told == [ana] && rings.escalation?.reach == .onCall)
    #expect(rings.nextEscalation == (try BillFixture.at("16T09:10")))
  }

  @Test func `who comes on call is told and the timer keeps running`() throws {
    let bill = try BillFixture.bill().after("down", at: "16T08:55")
    #expect(try told(bill, at: "16T08:59") == [bo])
    let rings = try page(bill, at: "16T09:01")
    #expect(rings.escalation?.told == [bo, ana])
    #expect(rings.nextEscalation == (try BillFixture.at("16T09:05")))
    #expect(rings.rings?.map(\.people) == [[bo], [ana]])
  }

  @Test func `a page nobody takes rings every hour however late somebody looks`() throws {
    let bill = try BillFixture.bill().after("down", at: "01T10:00")
    let page = try page(bill, at: "31T10:07")
    let next = try #require(page.nextEscalation)
    let now = try BillFixture.at("31T10:07")
    #expect(next > now && next <= now.advanced(by: Instant.hour))
    let last = try BillFixture.at("01T10:50")
    #expect((next.milliseconds - last.milliseconds) % Instant.hour == 0)
    #expect(page.rings?.count ?? 0 < 40)
  }

  // MARK: Policies

  @Test func `a page keeps to the policy it was opened under`() throws {
    let first = EscalationPolicy.Step([.person(bo)], wait: 5 * Instant.minute)
    let bill = try BillFixture.bill([first, first]).after("down", at: "11T10:00")
      .after(
        .savePolicy(
          "edge", [EscalationPolicy.Step([.person(ana)], wait: 5 * Instant.minute)],
          repeats: 0, lastResort: nil), by: ana, at: "11T10:01")
    #expect(try told(bill, at: "11T10:06") == [bo])
    let newer = try bill.after("worse", at: "11T10:07")
    #expect(try told(newer, at: "11T10:07") == [ana])
  }

  @Test func `turns go on from page to page and not with those that come later`() throws {
    let step = EscalationPolicy.Step(
      [.team(BillFixture.team)], wait: 5 * Instant.minute, manner: .roundRobin)
    let first = try BillFixture.bill([step], repeats: 3).after("one", at: "11T10:00")
    #expect(try told(first, at: "11T10:00") == [ana])
    let second = try first.after("two", at: "11T10:01")
    #expect(try told(second, at: "11T10:01") == [bo])
    let pages = try second.seen("11T10:05").pages
    #expect(pages.last?.escalation?.told == [ana, bo])
  }

  // MARK: After a shift

  /// Bo holds a page over the end of his shift on Monday at 09:00, and wrote a note.
  private func held(
    _ severity: Severity, isAccepted: Bool = false
  ) throws -> WatchBill {
    var bill = BillFixture.bill()
    let end = try #require(bill.shiftEnd(of: bo, now: BillFixture.at("15T12:00")))
    bill = try bill.after(.offerNote(bill.note(for: end, touched: [])), by: bo, at: "16T08:00")
    if isAccepted {
      bill = try bill.after(.handoff(bill.handoffs[0].id, .acceptAll), by: ana, at: "16T08:10")
    }
    bill = try bill.after("down", at: "16T08:20", severity)
    let page = try #require(bill.newest).id
    return try bill.after(
      .page(page, .snooze(until: BillFixture.at("16T20:00"))), by: bo, at: "16T08:30")
  }

  @Test(arguments: [false, true])
  func `an urgent page who went off duty still holds rings again`(isAccepted: Bool) throws {
    let bill = try held(.critical, isAccepted: isAccepted)
    #expect(try page(bill, at: "16T09:14").owner == bo)
    let rings = try page(bill, at: "16T09:15")
    #expect(rings.escalation?.told == [ana] && rings.alarms == 2)
    #expect(try bill.seen("16T09:15").seen("16T09:20").newest == page(bill, at: "16T09:20"))
  }

  @Test func `a page that is not urgent goes over without a sound`() throws {
    let page = try page(held(.warning), at: "16T09:15")
    #expect(page.owner == ana && page.alarms == 1)
  }

  @Test func `who takes a page again after their shift keeps it`() throws {
    let bill = try held(.critical)
    let id = try #require(bill.newest).id
    let again = try bill.after(
      .page(id, .snooze(until: BillFixture.at("16T20:00"))), by: bo, at: "16T09:30")
    #expect(try page(again, at: "16T12:00").owner == bo)
  }

  @Test func `after a gap pages move when the next one is there`() throws {
    var bill = BillFixture.byDay()
    let end = try #require(bill.shiftEnd(of: bo, now: BillFixture.at("13T12:00")))
    bill = try bill.after(.offerNote(bill.note(for: end, touched: [])), by: bo, at: "13T17:00")
      .after("slow", at: "13T17:10", .warning)
    let id = try #require(bill.newest).id
    bill = try bill.after(.page(id, .ack), by: bo, at: "13T17:20")
    #expect(try page(bill, at: "15T12:00").owner == bo)
    #expect(try page(bill, at: "16T09:15").owner == ana)
  }
}
