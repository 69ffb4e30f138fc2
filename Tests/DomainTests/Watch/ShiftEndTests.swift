import Domain
import Support
import Testing

/// When shifts end, who comes then, and what the note for it is made of.
@Suite struct ShiftEndTests {
  private let ana = BillFixture.ana
  private let bo = BillFixture.bo

  private func at(_ text: String) throws -> Instant { try BillFixture.at(text) }

  private func over(_ start: String, _ end: String) throws -> Period {
    Period(try at(start), try at(end))
  }

  @Test func `a shift by working hours ends when somebody else is the next to come`() throws {
    let bill = BillFixture.byDay()
    let end = try #require(bill.shiftEnd(of: bo, now: at("11T10:00")))
    #expect(end.receiver == ana)
    #expect(
      end.change
        == Handoff.ShiftChange(
          schedule: BillFixture.schedule, began: try at("09T09:00"), at: try at("13T18:00"),
          nextBegins: try at("16T09:00"), nextEnds: try at("23T09:00")))
  }

  @Test func `a shift without a pause has no pause after it`() throws {
    let end = try #require(BillFixture.bill().shiftEnd(of: bo, now: at("11T10:00")))
    #expect(end.change.nextBegins == nil)
    #expect(end.change.began == (try at("09T09:00")))
    #expect(end.change.nextEnds == (try at("23T09:00")))
  }

  @Test func `shifts in two schedules can each be handed over`() throws {
    var bill = BillFixture.bill()
    var other = BillFixture.byDay().schedules[0]
    other = Schedule(
      id: Cast.id(701), name: "hours", team: BillFixture.team, zone: "UTC",
      versions: other.versions)
    bill.schedules.append(other)
    let ends = try bill.shiftEnds(of: bo, now: at("14T12:00"))
    #expect(ends.map(\.change.schedule) == [Cast.id(701), BillFixture.schedule])
    #expect(try bill.shiftEnds(of: bo, now: at("11T10:00")).isEmpty)
    #expect(
      try bill.shiftEnd(of: bo, in: other, now: at("11T10:00"))?.change.at == at("13T18:00"))
  }

  @Test func `a note names who stands in and never who was taken off`() throws {
    let bill = BillFixture.bill([
      Override(id: Cast.id(1), .remove(ana), try over("17T09:00", "17T12:00")),
      Override(id: Cast.id(2), .replace(ana, with: bo), try over("18T09:00", "18T12:00")),
      Override(id: Cast.id(3), .cover([]), try over("19T09:00", "19T12:00")),
      Override(id: Cast.id(4), .cover([bo, ana]), try over("20T09:00", "20T12:00")),
    ])
    let end = try #require(bill.shiftEnd(of: bo, now: at("15T12:00")))
    let facts = bill.note(for: end, touched: []).facts
    #expect(facts.covers.map(\.person) == [bo, bo, ana])
    #expect(facts.gaps.count == 2)
  }

  @Test func `a note tells of what the schedule answers for`() throws {
    var bill = BillFixture.bill()
    let other = Cast.id(402)
    bill.services.append(Service(id: other, handle: "mailer", name: "", team: "web"))
    bill.maintenance = try [BillFixture.router, other].enumerated().map { index, service in
      try MaintenanceWindow(
        id: Cast.id(751 + index), reason: "", services: [service], from: at("16T10:00"),
        to: at("16T11:00"))
    }
    func handed(_ number: Int, _ service: EntityID, _ giver: EntityID, _ receiver: EntityID) throws
      -> Handoff
    {
      Handoff(
        id: Cast.id(number), subject: .service(service), giver: giver,
        receiver: .person(receiver), message: "", note: nil, items: [],
        state: .accepted(by: receiver, at: try at("12T10:00")), offeredAt: try at("12T09:00"),
        aftermath: [])
    }
    bill.handoffs = [
      try handed(901, other, Cast.id(103), Cast.id(104)),
      try handed(902, BillFixture.router, ana, bo),
    ]
    let end = try #require(bill.shiftEnd(of: bo, now: at("15T12:00")))
    let facts = bill.note(for: end, touched: []).facts
    #expect(facts.ownership.map(\.subject) == ["router"])
    #expect(facts.maintenance.map(\.id) == [Cast.id(751)])
  }

  @Test func `an ask that was left over can be taken out of the note`() throws {
    var bill = BillFixture.bill()
    let before = try #require(bill.shiftEnd(of: ana, now: at("08T12:00")))
    var note = bill.note(for: before, touched: [])
    note.asks = [HandoffNote.Ask(id: Cast.id(5), "rotate the key")]
    bill = try bill.after(.offerNote(note), by: ana, at: "09T08:00")
    let end = try #require(bill.shiftEnd(of: bo, now: at("15T12:00")))
    var next = bill.note(for: end, touched: [])
    #expect(next.asks.map(\.id) == [Cast.id(5)])
    next.asks = []
    bill = try bill.after(.draft(next), by: bo, at: "15T12:00")
    #expect(bill.note(for: end, touched: []).asks.isEmpty)
  }

  @Test func `a note follows the shift to who takes it`() throws {
    var bill = BillFixture.bill()
    let chloé = Cast.id(103)
    bill.people.append(Person(id: chloé, handle: "chloé", name: "", teams: ["api"]))
    let end = try #require(bill.shiftEnd(of: bo, now: at("15T12:00")))
    bill = try bill.after(.offerNote(bill.note(for: end, touched: [])), by: bo, at: "15T12:00")
    bill.schedules[0].overrides = [
      Override(id: Cast.id(1), .replace(ana, with: chloé), try over("16T09:00", "17T09:00"))
    ]
    let changed = try #require(bill.shiftEnd(of: bo, now: at("15T13:00")))
    #expect(changed.receiver == chloé)
    bill = try bill.after(
      .offerNote(bill.note(for: changed, touched: [])), by: bo, at: "15T13:00")
    #expect(bill.handoffs.map(\.receiver) == [.person(chloé)])
    #expect(bill.handoffs[0].offeredAt == (try at("15T13:00")))
    #expect(bill.handoffs[0].shiftChange?.nextEnds == (try at("17T09:00")))
  }

  @Test func `an inbox says when a note is to be written`() throws {
    var bill = BillFixture.bill()
    func words(_ bill: WatchBill, _ moment: String) throws -> [String] {
      try bill.inboxFacts(for: bo, now: at(moment)).filter { $0.kind == .noteDue }.map(\.words)
    }
    #expect(try words(bill, "13T08:59").isEmpty)
    #expect(
      try words(bill, "13T09:00")
        == ["Your shift in api-primary ends Mon 16 Mar 09:00: write the note for @ana"])
    let end = try #require(bill.shiftEnd(of: bo, now: at("13T12:00")))
    bill = try bill.after(.draft(bill.note(for: end, touched: [])), by: bo, at: "13T12:00")
    #expect(try words(bill, "13T13:00").count == 1)
    bill = try bill.after(.handoff(bill.handoffs[0].id, .offer), by: bo, at: "13T13:00")
    #expect(try words(bill, "13T14:00").isEmpty)
  }
}
