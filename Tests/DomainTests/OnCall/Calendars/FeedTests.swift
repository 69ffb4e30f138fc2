import Domain
import Support
import Testing

@Suite struct FeedTests {
  private let ana = VectorName.id("ana")
  private let bo = VectorName.id("bo")
  private let now = at("2026-03-11T10:00:00Z")

  private func schedule(_ overrides: [Override] = []) -> Schedule {
    let rotation = Rotation(
      unit: .week, zone: "Europe/Copenhagen", anchor: local("2026-03-09T09:00"),
      slots: [[ana], [bo]])
    return Schedule(
      id: VectorName.id("s"), name: "API, web; all", role: "primary", zone: "Europe/Copenhagen",
      versions: [
        Schedule.Version(
          layers: [Layer(id: VectorName.id("l"), name: "week", source: .rotation(rotation))])
      ], overrides: overrides)
  }

  private func events(_ overrides: [Override] = [], at now: Instant? = nil) throws -> [FeedEvent] {
    try Resolver(schedule(overrides), zones: SystemZones.catalog)
      .feedEvents(now: now ?? self.now, name: VectorName.name)
  }

  @Test func `the file is what RFC 5545 asks for`() {
    let event = FeedEvent(
      uid: "s-l-t0@watchbill",
      period: Period(at("2026-03-09T08:00:00Z"), at("2026-03-16T08:00:00Z")),
      summary: "Zoë on call: API, web; all \\ \n\u{1}", sequence: 2, changedAt: now)
    let lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Watchbill//On call//EN", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:API", "BEGIN:VEVENT", "UID:s-l-t0@watchbill", "DTSTAMP:20260311T100000Z",
      "LAST-MODIFIED:20260311T100000Z", "SEQUENCE:2", "DTSTART:20260309T080000Z",
      "DTEND:20260316T080000Z", "SUMMARY:Zoë on call: API\\, web\\; all \\\\ \\n",
      "STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
    ]
    #expect(CalendarWriter.text(name: "API", [event]) == lines.joined(separator: "\r\n"))
  }

  @Test func `lines are folded at 75 octets and never inside a character`() throws {
    let summary = String(repeating: "作者ø🎉x", count: 40)
    let event = FeedEvent(uid: "u", period: Period(now, now), summary: summary, changedAt: now)
    let text = CalendarWriter.text(name: "", [event])
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    var unfolded = ""
    for line in lines { unfolded += line.first == " " ? String(line.dropFirst()) : "\n\(line)" }
    #expect(unfolded.contains("\nSUMMARY:\(summary)\n"))
  }

  @Test func `a shift keeps its name when its end moves`() throws {
    let week = Period(at("2026-03-16T08:00:00Z"), at("2026-03-23T08:00:00Z"))
    let last = Override(
      id: VectorName.id("o"), .replace(bo, with: ana), Period(at("2026-03-20T00:00:00Z"), week.end))
    let (before, after) = (try events(), try events([last]))
    let planned = try #require(before.first { $0.period == week })
    let shorter = try #require(after.first { $0.uid == planned.uid })
    #expect(shorter.period == Period(week.start, last.period.start))
    #expect(shorter.summary == "bo on call: API, web; all (primary)")
    #expect(Set(after.map(\.uid)).count == after.count && after.count == before.count + 1)
  }

  @Test func `what changed has the next number and what is gone is cancelled for a while`() throws {
    let week = Period(at("2026-03-16T08:00:00Z"), at("2026-03-23T08:00:00Z"))
    let first = try events().published(after: [], now: now)
    #expect(first.allSatisfy { $0.sequence == 0 && !$0.isCancelled })
    #expect(try events().published(after: first, now: now.advanced(by: 1)) == first)

    let gone = Override(id: VectorName.id("o"), .cover([]), week)
    let later = now.advanced(by: Instant.hour)
    let second = try events([gone], at: now).published(after: first, now: later)
    let cancelled = try #require(second.first { $0.period == week })
    #expect(cancelled.isCancelled && cancelled.sequence == 1 && cancelled.changedAt == later)
    #expect(CalendarWriter.text(name: "", second).contains("STATUS:CANCELLED\r\n"))

    let month = later.advanced(by: 29 * Instant.day)
    let third = try events([gone], at: now).published(after: second, now: month)
    #expect(third.contains(cancelled))
    let fourth = try events([gone], at: now).published(
      after: third, now: month.advanced(by: 2 * Instant.day))
    #expect(!fourth.contains { $0.isCancelled })
    // And a shift that comes back is no longer cancelled, with a higher number.
    let back = try events().published(after: second, now: month)
    #expect(back.first { $0.uid == cancelled.uid }?.sequence == 2)
    #expect(back.first { $0.uid == cancelled.uid }?.isCancelled == false)
  }

  @Test func `what only ages is not called cancelled`() throws {
    let first = try events().published(after: [], now: now)
    let spring = now.advanced(by: 90 * Instant.day)
    let later = try events(at: spring).published(after: first, now: spring)
    #expect(!later.contains { $0.isCancelled })
    #expect(later.allSatisfy { $0.period.end > spring.advanced(by: -30 * Instant.day) })
  }

  @Test func `a feed may be of one person and then leaves out the name`() throws {
    let mine = try Resolver(schedule(), zones: SystemZones.catalog).feedEvents(now: now, of: [bo])
    #expect(mine.allSatisfy { $0.summary == "On call: API, web; all (primary)" })
    #expect(mine.count == 15)
  }

  @Test func `a layer without an end is shown to the month and stays the same shift`() throws {
    let schedule = Schedule(
      id: VectorName.id("s"), name: "API", zone: "UTC",
      versions: [
        Schedule.Version(
          layers: [Layer(id: VectorName.id("l"), name: "lead", source: .people([ana]))])
      ])
    let resolver = try Resolver(schedule, zones: SystemZones.catalog)
    let (one, other) = (
      resolver.feedEvents(now: now), resolver.feedEvents(now: now.advanced(by: Instant.day))
    )
    #expect(one.count == 1 && one[0].uid == other[0].uid && one[0].period == other[0].period)
    #expect(one[0].period == Period(at("2026-02-01T00:00:00Z"), at("2026-10-01T00:00:00Z")))
  }

  @Test func `random plans never give two shifts one name`() throws {
    for seed in 0..<80 {
      var plan = RandomSchedule(seed: UInt64(seed))
      let resolver = try Resolver(plan.schedule(), zones: SystemZones.catalog)
      let events = resolver.feedEvents(now: plan.instant())
      #expect(Set(events.map(\.uid)).count == events.count, "seed \(seed)")
      #expect(events.allSatisfy { !$0.period.isEmpty }, "seed \(seed)")
    }
  }

  @Test func `what was written is read back the same, cancelled and folded events too`() throws {
    let week = Period(at("2026-03-16T08:00:00Z"), at("2026-03-23T08:00:00Z"))
    let nobody = Override(id: VectorName.id("o"), .cover([]), week)
    let published = try events([nobody]).published(after: events(), now: now)
    #expect(published.contains { $0.isCancelled })
    let text = CalendarWriter.text(name: "API", published)
    #expect(try FeedReader.events(Array(text.utf8)) == published)
    #expect(try FeedReader.events(Array(CalendarWriter.text(name: "", []).utf8)).isEmpty)
  }

  @Test(arguments: [
    "", "BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n",
    "BEGIN:VCALENDAR\nPRODID:-//Watchbill//On call//EN\nBEGIN:VEVENT\nUID:x\nEND:VEVENT\n",
  ])
  func `a stranger's calendar is not taken for ours`(text: String) {
    #expect(throws: CalendarError.self) { try FeedReader.events(Array(text.utf8)) }
  }
}
