import Domain
import Support
import Testing

@Suite struct WordingTests {
  private let wording = Wording(
    clock: WallClock(minutesAheadOfUTC: 90),
    person: { id in Cast.people.first { $0.id == id }?.handle },
    thing: { $0 == Cast.id(401) ? "the\nrouter" : nil })

  @Test func `people are mentioned by handle and strangers are somebody`() {
    let people = Cast.people.map(\.id)
    #expect(wording.mention(people[0]) == "@ana")
    #expect(wording.mention(Cast.id(9)) == "somebody")
    #expect(wording.sender(nil) == "the monitor")
    #expect(wording.mentions([]) == "nobody")
    #expect(wording.mentions([people[0]]) == "@ana")
    #expect(wording.mentions(Array(people[0...2])) == "@ana, @bo and @chloé")
  }

  @Test func `a name is one line`() {
    #expect(wording.name(Cast.id(401)) == "the router")
    #expect(wording.name(Cast.id(402)) == "something")
  }

  @Test func `moments are told on the reader's clock`() {
    #expect(wording.moment(Cast.now) == "Wed 11 Mar 11:30")
    #expect(wording.moment(Instant(milliseconds: -1)) == "Thu 1 Jan 01:29")
  }

  @Test(
    arguments: [
      (2, "Wed 11 Mar 11:30-13:30"), (24, "Wed 11 Mar 11:30 to Thu 12 Mar 11:30"),
    ])
  func `a span says a day once`(hours: Int64, text: String) {
    #expect(wording.span(Cast.now, Cast.now.advanced(by: hours * Instant.hour)) == text)
  }

  @Test func `a fixed clock reads and sets the same time`() {
    for minutes in [-720, -90, 0, 90, 840] {
      let clock = WallClock(minutesAheadOfUTC: minutes)
      for hour in -30..<30 {
        let moment = Cast.now.advanced(by: Int64(hour) * Instant.hour)
        let (date, minute) = clock.reading(moment)
        #expect(clock.instant(date, minute) == moment)
      }
    }
  }

  @Test(
    arguments: [
      ("2026-03-11T21:59:00Z", nil), ("2026-03-11T22:00:00Z", "2026-03-11"),
      ("2026-03-12T06:59:00Z", "2026-03-11"), ("2026-03-12T07:00:00Z", nil),
    ] as [(String, String?)])
  func `a night belongs to the evening it began on`(moment: String, night: String?) {
    #expect(WallClock.utc.night(of: Instant(iso8601: moment) ?? Cast.now)?.description == night)
  }
}
