import Domain
import Support

/// The team, prompt and clocks of every test about updates: it is Wednesday, 2026-03-11.
enum Standup {
  static let ana = Cast.people[0].id
  static let bo = Cast.people[1].id
  static let chloe = Cast.people[2].id
  static let dee = Cast.people[4].id
  static let team = Cast.id(421)
  static let router = Cast.id(401)
  static let billing = Cast.id(402)
  static let schedule = Cast.id(411)
  static let today = date("2026-03-11")
  /// The person's clock is two hours ahead of the team's, which is an hour ahead of UTC.
  static let calendar = Prompt.Calendar(
    person: WallClock(minutesAheadOfUTC: 180), team: WallClock(minutesAheadOfUTC: 60))

  static func date(_ text: String) -> CivilDate {
    CivilDate(text) ?? CivilDate(daysSinceEpoch: 0)
  }

  static func at(_ text: String) -> Instant { Instant(iso8601: text) ?? Cast.now }

  /// Asked at 10:00, digest at 15:00.
  static func prompt(
    days: Set<Int> = [1, 2, 3, 4, 5], zone: Prompt.Zone = .person,
    questions: [Prompt.Question] = Prompt.Question.usual
  ) throws -> Prompt {
    try Prompt(
      id: Cast.id(2000), team: team, questions: questions, days: days, minute: 600, zone: zone,
      digestMinute: 900)
  }

  static func update(
    _ person: EntityID, _ texts: [String], id: Int = 2100, at moment: Instant = Cast.now
  ) -> Update {
    Update(
      id: Cast.id(id), prompt: Cast.id(2000), person: person, period: today,
      answers: zip(Prompt.Question.usual, texts).filter { !$0.1.isEmpty }
        .map { Update.Answer($0, $1) },
      postedAt: moment)
  }

  static let wording = Wording(
    clock: WallClock(minutesAheadOfUTC: 60),
    person: { id in Cast.people.first { $0.id == id }?.handle },
    thing: { id in
      [router: "router", billing: "billing", schedule: "api-primary", team: "api"][id]
    })
}
