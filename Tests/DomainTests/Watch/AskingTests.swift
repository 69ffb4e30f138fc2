import Domain
import Support
import Testing

/// Whom a bill asks, whom it tells of what stands in somebody's way, and what it says they did.
@Suite struct AskingTests {
  private let ana = BillFixture.ana
  private let bo = BillFixture.bo
  private let chloé = Cast.id(103)

  /// Ana's and Bo's team is asked at 09:00 UTC; Chloé is of another.
  private func bill() throws -> WatchBill {
    var bill = BillFixture.bill()
    bill.people.append(Person(id: chloé, handle: "chloé", name: "", teams: ["web"]))
    bill.teams.append(Team(id: Cast.id(502), handle: "web", name: ""))
    bill.prompts = [
      try Prompt(
        id: Cast.id(801), team: BillFixture.team, minute: 9 * 60, zone: .team,
        digestMinute: 12 * 60)
    ]
    return bill
  }

  private func kinds(_ bill: WatchBill, _ person: EntityID, _ moment: String) throws
    -> [InboxFact.Kind]
  {
    try bill.inboxFacts(for: person, now: BillFixture.at(moment)).map(\.kind)
  }

  @Test func `who is away is not asked`() throws {
    var bill = try bill()
    #expect(try kinds(bill, bo, "11T10:00") == [.promptDue])
    bill.absences = [
      Absence(
        id: Cast.id(703), person: bo,
        Period(try BillFixture.at("10T00:00"), try BillFixture.at("13T00:00")), note: "")
    ]
    #expect(try kinds(bill, bo, "11T10:00").isEmpty)
    #expect(try kinds(bill, ana, "11T10:00") == [.promptDue])
  }

  @Test func `whom a page woke is not asked, first or by a later call`() throws {
    let night = try bill().after("down", at: "10T23:00")
      .after(.page(Cast.id(8001), .resolve(.fixed)), by: chloé, at: "10T23:15")
    #expect(night.newest?.rings?.map(\.people) == [[bo], [ana, bo]])
    #expect(try kinds(night, ana, "11T10:00").isEmpty)
    #expect(try kinds(night, bo, "11T10:00").isEmpty)
    #expect(try kinds(night, bo, "12T10:00") == [.promptDue])
  }

  @Test func `what blocks somebody for days is told to their team`() throws {
    var bill = try bill()
    bill.prompts = []
    bill.blockers = [
      Blocker(
        id: Cast.id(841), person: bo, on: .person(chloé), text: "the key",
        since: try BillFixture.at("05T00:00").utcDate)
    ]
    #expect(try kinds(bill, chloé, "09T10:00") == [.blockedOnYou])
    #expect(try kinds(bill, ana, "09T10:00").isEmpty)
    let facts = try bill.inboxFacts(for: ana, now: BillFixture.at("10T10:00"))
    #expect(facts.map(\.kind) == [.stuck])
    #expect(facts.first?.words == "@bo still waits for @chloé: the key")
    #expect(facts.first?.at == (try BillFixture.at("10T09:00")))
    #expect(try kinds(bill, chloé, "10T10:00") == [.blockedOnYou])
  }

  @Test func `an issue in the way is told to its owner`() throws {
    var bill = try bill()
    bill.prompts = []
    let key = IssueKey(prefix: "API", number: 42)
    bill.issues = [
      Cast.id(1001): WatchBill.IssueFacts(title: IssueTitle(key, "Schema"), owner: chloé)
    ]
    bill.blockers = [
      Blocker(
        id: Cast.id(841), person: bo, on: .issue(key), text: "the schema",
        since: try BillFixture.at("11T00:00").utcDate)
    ]
    #expect(
      try bill.inboxFacts(for: chloé, now: BillFixture.at("11T10:00")).map(\.words)
        == ["@bo waits for you: API-42, the schema"])
  }

  @Test func `pages are told by what a person did and once`() throws {
    let bill = try bill().after("down", at: "10T10:00", key: "down")
      .after(.page(Cast.id(8001), .ack), by: bo, at: "10T10:05")
      .after(.page(Cast.id(8001), .ack), by: ana, at: "10T10:06")
      .after("down", at: "10T15:00", key: "down")
    func deeds(_ person: EntityID, _ since: String) throws -> [Instant] {
      bill.deeds(of: person, since: try BillFixture.at(since)).map(\.at)
    }
    #expect(try deeds(bo, "10T10:00") == [BillFixture.at("10T10:05")])
    #expect(try deeds(ana, "10T10:00").count == 1)
    #expect(try deeds(bo, "10T12:00").isEmpty)
  }

  @Test func `hours in which nobody is needed are no gap`() throws {
    var bill = try bill()
    bill.schedules = BillFixture.byDay().schedules
    let duty = try #require(bill.duty(in: bill.schedules[0], now: BillFixture.at("10T20:00")))
    #expect(!duty.isNeeded && duty.gaps.isEmpty)
    let text = bill.digest(
      of: bill.prompts[0], on: try BillFixture.at("10T20:00").utcDate,
      now: try BillFixture.at("10T20:00")
    ).text(.plain, bill.wording(for: nil))
    #expect(text.contains("On call (UTC):"))
    #expect(text.contains("api-primary: not needed until Wed 11 Mar 09:00, then @bo"))
  }

  @Test func `a date of another year says so`() throws {
    let bill = try bill().seen("11T10:00")
    let words = bill.wording(for: nil)
    #expect(words.moment(try BillFixture.at("11T10:00")) == "Wed 11 Mar 10:00")
    #expect(
      words.moment(try BillFixture.at("11T10:00").advanced(by: -300 * Instant.day))
        == "Thu 15 May 2025 10:00")
  }

  @Test func `what got another owner since cannot be accepted`() throws {
    var bill = try bill()
    bill.services[0].owner = "ana"
    bill = try bill.after(
      .offer(.service(BillFixture.router), to: .team(BillFixture.team), message: ""), by: ana,
      at: "11T10:00")
    let offer = bill.handoffs[0].id
    #expect(throws: WatchRefusal("\(Handoff.Refusal.isTheGiver)")) {
      try bill.after(.handoff(offer, .accept), by: ana, at: "11T10:01")
    }
    #expect(throws: Never.self) {
      try bill.after(.handoff(offer, .accept), by: bo, at: "11T10:01")
    }
    bill.services[0].owner = "chloé"
    #expect(
      throws: WatchRefusal(
        "router is owned by @chloé now and not by @ana any more; decline it")
    ) {
      try bill.after(.handoff(offer, .accept), by: bo, at: "11T10:01")
    }
  }
}
