import Domain
import Support
import Testing

@Suite struct InboxTests {
  private static let ana = Cast.people[0].id
  private static let bo = Cast.people[1].id
  private static let team = Cast.id(421)
  private static let router = Cast.id(401)
  private let issue = InboxFact.Subject.issue(Cast.id(3001))
  private static let wording = Wording(
    person: { id in Cast.people.first { $0.id == id }?.handle },
    thing: { id in [router: "router", team: "api"][id] })

  private func fact(
    _ kind: InboxFact.Kind, _ subject: InboxFact.Subject, _ event: String, minutesAgo: Int64,
    by: EntityID? = bo
  ) -> InboxFact {
    InboxFact(
      kind, subject, event: event, at: Cast.ago(minutesAgo, Instant.minute),
      by: by, words: "\(kind.name) \(event)")
  }

  private func inbox(_ facts: [InboxFact], _ marks: InboxMarks = InboxMarks()) -> [InboxItem] {
    Inbox.items(from: facts, marks, for: Self.ana)
  }

  @Test func `events of one kind on one subject are one item`() {
    let items = inbox([
      fact(.mentioned, issue, "a", minutesAgo: 9), fact(.mentioned, issue, "b", minutesAgo: 3),
      fact(.assigned, issue, "c", minutesAgo: 5),
    ])
    #expect(items.map(\.words) == ["mentioned b", "assigned c"])
    #expect(items.first?.events.map(\.text) == ["b", "a"])
  }

  @Test func `done stays done whatever is synced again`() throws {
    let facts = [fact(.mentioned, issue, "a", minutesAgo: 9)]
    let marks = InboxMarks(done: Set(try #require(inbox(facts).first).events))
    #expect(inbox(facts, marks) == [])
    var again = facts[0]
    again.at = Cast.now
    again.words = "reworded"
    #expect(inbox(facts + [again], marks) == [])
  }

  @Test func `a new event on a subject that was done brings only itself`() throws {
    let old = [fact(.mentioned, issue, "a", minutesAgo: 9)]
    let marks = InboxMarks(done: Set(try #require(inbox(old).first).events))
    let items = inbox(old + [fact(.mentioned, issue, "b", minutesAgo: 1)], marks)
    #expect(items.map { $0.events.map(\.text) } == [["b"]])
  }

  @Test func `read is not done and does not move an item`() throws {
    let facts = [
      fact(.mentioned, issue, "a", minutesAgo: 1),
      fact(.mentioned, .issue(Cast.id(3002)), "b", minutesAgo: 9),
    ]
    let before = inbox(facts)
    let marks = InboxMarks(read: Set(try #require(before.first).events))
    let after = inbox(facts, marks)
    #expect(after.map(\.id) == before.map(\.id))
    #expect(after.map(\.isRead) == [true, false])
    let newer = inbox(facts + [fact(.mentioned, issue, "c", minutesAgo: 0)], marks)
    #expect(newer.first?.isRead == false)
  }

  @Test func `one event that concerns somebody twice is done twice`() throws {
    let facts = [
      fact(.mentioned, issue, "a", minutesAgo: 9), fact(.reviewed, issue, "a", minutesAgo: 9),
    ]
    let marks = InboxMarks(done: Set(try #require(inbox(facts).first).events))
    #expect(inbox(facts, marks).map(\.id.kind) == [.reviewed])
  }

  @Test func `what somebody did themselves is no news`() {
    #expect(inbox([fact(.assigned, issue, "a", minutesAgo: 1, by: Self.ana)]) == [])
  }

  @Test func `pages come first and then what waits for an answer and then news`() {
    let facts = [
      fact(.assigned, issue, "news", minutesAgo: 1),
      fact(.offered, .handoff(Cast.id(2)), "old offer", minutesAgo: 90),
      fact(.conflict, .conflict(Cast.id(3)), "conflict", minutesAgo: 30),
      fact(.paged, .page(Cast.id(4)), "page", minutesAgo: 600, by: nil),
      fact(.coverAsked, .coverRequest(Cast.id(5)), "cover", minutesAgo: 2),
      fact(.reviewed, issue, "review", minutesAgo: 0),
    ]
    #expect(
      inbox(facts).map { $0.events[0].text }
        == ["page", "cover", "conflict", "old offer", "review", "news"])
  }

  @Test(arguments: 0..<50)
  func `the order in which facts arrive does not matter`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let facts = (0..<60).map { index in
      fact(
        InboxFact.Kind.allCases.randomElement(using: &random) ?? .paged,
        .issue(Cast.id(3000 + Int.random(in: 0..<8, using: &random))), "e\(index % 40)",
        minutesAgo: Int64.random(in: 0..<5, using: &random))
    }
    let marks = InboxMarks(
      read: Set(facts.prefix(20).map(\.event)), done: Set(facts.suffix(10).map(\.event)))
    let items = inbox(facts, marks)
    #expect(inbox(facts.shuffled(using: &random), marks) == items)
    #expect(inbox(facts + facts, marks) == items)
    #expect(Set(items.map(\.id)).count == items.count)
    #expect(items.allSatisfy { marks.done.isDisjoint(with: $0.events) })
  }

  @Test func `a page that rings again after a lapse is a new event`() throws {
    var page = Page.opened(
      by: PageTrigger(summary: "disk full", severity: .error), for: Self.router, key: nil,
      with: PageOpening(id: Cast.id(500)), at: Cast.now
    ).page
    #expect(InboxFact.page(page, for: Self.ana, Self.wording) == nil)
    _ = try page.handle(.alsoTold([Self.ana]), at: Cast.now)
    let first = try #require(InboxFact.page(page, for: Self.ana, Self.wording))
    #expect(first.words == "router rings: disk full")
    _ = try page.handle(.ack(by: Self.ana), at: Cast.now)
    let held = try #require(InboxFact.page(page, for: Self.ana, Self.wording))
    #expect(held.event == first.event)
    #expect(InboxFact.page(page, for: Self.bo, Self.wording) == nil)
    _ = try page.handle(.release(by: Self.ana), at: Cast.now)
    _ = try page.handle(.alsoTold([Self.ana]), at: Cast.now)
    #expect(InboxFact.page(page, for: Self.ana, Self.wording)?.event != first.event)
  }

  @Test func `an offer waits in the inbox of who may accept until it is answered`() throws {
    var handoff = try Handoff(
      id: Cast.id(1000), subject: .service(Self.router), from: Self.bo, to: .team(Self.team))
    let member = Handoff.Actor(Self.ana, teams: [Self.team])
    func fact(_ actor: Handoff.Actor) -> InboxFact? {
      InboxFact.handoff(handoff, for: actor, subject: "router", Self.wording)
    }
    #expect(fact(member) == nil)
    _ = try handoff.handle(.offer(by: Self.bo), at: Cast.now)
    #expect(fact(member)?.words == "@bo hands you router")
    #expect(fact(Handoff.Actor(Self.ana)) == nil)
    _ = try handoff.handle(.accept(by: member), at: Cast.now)
    #expect(fact(member) == nil)
  }

  @Test func `a blocker waits for whom it names until it is cleared`() {
    var blocker = Blocker(
      id: Cast.id(1), person: Self.bo, on: .person(Self.ana), text: "credentials",
      since: Cast.now.utcDate)
    let ana = Handoff.Actor(Self.ana)
    #expect(
      InboxFact.blocker(blocker, waitsFor: blocker.tells, for: ana, at: Cast.now, Self.wording)?
        .words
        == "@bo waits for you: credentials")
    #expect(
      InboxFact.blocker(
        blocker, waitsFor: blocker.tells, for: Handoff.Actor(Self.bo), at: Cast.now, Self.wording)
        == nil)
    blocker.clear(by: Self.ana, at: Cast.now)
    #expect(
      InboxFact.blocker(blocker, waitsFor: blocker.tells, for: ana, at: Cast.now, Self.wording)
        == nil)
  }

  @Test func `a prompt is due from when it asks until it is answered`() throws {
    let prompt = try Prompt(
      id: Cast.id(2000), team: Self.team, minute: 600, digestMinute: 900)
    let calendar = Prompt.Calendar(person: .utc, team: .utc)
    let period = try #require(prompt.period(on: Cast.now.utcDate, calendar))
    func fact(_ at: Instant, isAnswered: Bool = false) -> InboxFact? {
      InboxFact.prompt(prompt, period, isAnswered: isAnswered, at: at, Self.wording)
    }
    #expect(fact(period.asksAt.advanced(by: -1)) == nil)
    #expect(fact(period.asksAt)?.words == "Team api asks how it stands, Wed 11 Mar")
    #expect(fact(period.asksAt, isAnswered: true) == nil)
  }
}
