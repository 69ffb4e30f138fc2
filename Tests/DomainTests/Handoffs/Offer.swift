import Domain
import Support

/// The handoffs of every test: Ana gives, Bo receives.
enum Offer {
  static let ana = Cast.people[0].id
  static let bo = Cast.people[1].id
  static let dee = Cast.people[4].id
  static let issue = Cast.id(1001)
  static let schedule = Cast.id(411)
  static let router = Cast.id(401)
  static let billing = Cast.id(402)
  static let team = Cast.id(421)
  static let page = Cast.id(1101)
  static let ask = Cast.id(1102)

  /// The pager moves on Monday, 2026-03-16 09:00 in Stockholm, after a week.
  static let change = Handoff.ShiftChange(
    schedule: schedule, began: at("2026-03-09T08:00:00Z"), at: at("2026-03-16T08:00:00Z"),
    nextEnds: at("2026-03-23T08:00:00Z"))
  static let stockholm = WallClock(minutesAheadOfUTC: 60)

  static func at(_ text: String) -> Instant { Instant(iso8601: text) ?? Cast.now }

  static func ofIssue(to receiver: Handoff.Receiver = .person(bo)) throws -> Handoff {
    try Handoff(id: Cast.id(1000), subject: .issue(issue), from: ana, to: receiver)
  }

  /// A shift with one open page and one ask, or with nothing.
  static func ofShift(isQuiet: Bool = false) throws -> Handoff {
    var note = HandoffNote(
      change: change, giver: ana, receiver: bo, facts: HandoffFacts())
    if !isQuiet {
      note.facts.openPages = [HandoffFacts.OpenPage(openPage(.high))]
      note.asks = [HandoffNote.Ask(id: ask, "rotate the API key")]
    }
    return try Handoff(
      id: Cast.id(1000), subject: .shift(change), from: ana, to: .person(bo), note: note)
  }

  /// A page that Ana holds.
  static func openPage(_ urgency: Urgency, id: EntityID = page, owner: EntityID = ana) -> Page {
    var page = Page.opened(
      by: PageTrigger(summary: "disk full on db-2", severity: .error, urgency: urgency),
      for: router, key: PageKey("disk-full/db-2"), with: PageOpening(id: id),
      at: at("2026-03-15T21:04:00Z")
    ).page
    _ = try? page.handle(.ack(by: owner), at: at("2026-03-15T21:10:00Z"))
    return page
  }

  static let wording = Wording(
    clock: stockholm, person: { id in Cast.people.first { $0.id == id }?.handle },
    thing: { id in
      [router: "router", billing: "billing", schedule: "api-primary", team: "api"][id]
    })
}
