import Domain
import Support
import Testing

@Suite struct CalendarReaderTests {
  private static let zones: Set<String> = Set(SystemZones.catalog.names)
  private let people = ["A", "B", "C", "D"].map {
    Person(id: VectorName.id($0), handle: $0, name: "", email: "\($0)@Example.org")
  }

  private func read(_ lines: String..., zone: String = "UTC") throws -> ImportedCalendar {
    let text = (["BEGIN:VCALENDAR"] + lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
    return try CalendarReader(zone: zone, isZone: Self.zones.contains).read(Array(text.utf8))
      .matched(to: people)
  }

  private func event(_ lines: String...) -> String {
    (["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).joined(separator: "\r\n")
  }

  private func shifts(_ calendar: ImportedCalendar, _ from: String, _ to: String) throws
    -> [BareShift]
  {
    let timeline = try resolver(calendar).timeline(in: Period(at(from), at(to)))
    return timeline.shifts.map { BareShift(name: VectorName.name($0.person), period: $0.period) }
      .sorted()
  }

  private func resolver(_ calendar: ImportedCalendar) throws -> Resolver {
    try Resolver(
      Schedule(
        id: VectorName.id("s"), name: "API", zone: "UTC",
        versions: [
          Schedule.Version(
            layers: [Layer(id: VectorName.id("l"), name: "ical", source: .calendar(calendar))])
        ]), zones: SystemZones.catalog)
  }

  private func bare(_ name: String, _ from: String, _ to: String) -> BareShift {
    BareShift(name: name, period: Period(at(from), at(to)))
  }

  @Test(arguments: [
    ("FREQ=DAILY;COUNT=5", "2026-03-08"), ("FREQ=DAILY;INTERVAL=3;COUNT=4", "2026-03-13"),
    ("FREQ=WEEKLY;COUNT=3", "2026-03-18"), ("FREQ=WEEKLY;INTERVAL=2;COUNT=2", "2026-03-18"),
    ("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=1", "2026-03-04"),
    ("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=2", "2026-03-06"),
    ("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=3;INTERVAL=2", "2026-03-16"),
    ("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=9;INTERVAL=2", "2026-04-13"),
    ("FREQ=DAILY;BYDAY=SA;COUNT=2", "2026-03-14"), ("FREQ=MONTHLY;COUNT=3", "2026-05-04"),
  ])
  func `the last of those that are counted is the last`(rule: String, last: String) throws {
    let calendar = try read(
      event("SUMMARY:A", "DTSTART:20260304T090000Z", "DTEND:20260304T100000Z", "RRULE:" + rule))
    let all = try shifts(calendar, "2026-03-01T00:00:00Z", "2027-03-01T00:00:00Z")
    #expect(all.last?.period.start == at("\(last)T09:00:00Z"))
  }

  @Test(arguments: [
    "RRULE:FREQ=DAILY;COUNT=100001", "DURATION:P367D", "DTEND:20280101T090000Z",
    "DURATION:P" + String(repeating: "9999999W", count: 2000),
  ])
  func `what nobody could plan with is refused with its line`(line: String) {
    let error = #expect(throws: CalendarError.self) {
      try read(event("SUMMARY:A", "DTSTART:20260304T090000Z", line))
    }
    #expect(error?.line == 5)
  }

  /// The case grafana-093, whole days read as days of the calendar's own zone.
  @Test func `whole days, repeats and replacements become shifts`() throws {
    let calendar = try read(
      "X-WR-TIMEZONE:Asia/Yekaterinburg",
      event("SUMMARY:A", "DTSTART;VALUE=DATE:20210127", "DTEND;VALUE=DATE:20210128"),
      event("SUMMARY:B", "DTSTART;VALUE=DATE:20210127", "DTEND;VALUE=DATE:20210129"),
      event(
        "UID:x", "SUMMARY:D", "DTSTART;TZID=Asia/Yekaterinburg:20210124T130000",
        "DTEND;TZID=Asia/Yekaterinburg:20210124T220000", "RRULE:FREQ=DAILY"),
      event(
        "UID:x", "SUMMARY:C", "RECURRENCE-ID;TZID=Asia/Yekaterinburg:20210127T130000",
        "DTSTART;TZID=Asia/Yekaterinburg:20210127T130000",
        "DTEND;TZID=Asia/Yekaterinburg:20210127T220000"))
    #expect(
      try shifts(calendar, "2021-01-25T18:00:00Z", "2021-01-29T00:00:00Z") == [
        bare("D", "2021-01-26T08:00:00Z", "2021-01-26T17:00:00Z"),
        bare("A", "2021-01-26T19:00:00Z", "2021-01-27T19:00:00Z"),
        bare("B", "2021-01-26T19:00:00Z", "2021-01-28T19:00:00Z"),
        bare("C", "2021-01-27T08:00:00Z", "2021-01-27T17:00:00Z"),
        bare("D", "2021-01-28T08:00:00Z", "2021-01-28T17:00:00Z"),
      ])
  }

  @Test func `handoffs stay at their hour when the clocks change`() throws {
    let calendar = try read(
      event(
        "SUMMARY:@a", "DTSTART;TZID=Europe/Copenhagen:20260327T090000", "DURATION:P1D",
        "RRULE:FREQ=DAILY;UNTIL=20260330T070000Z", "EXDATE;TZID=Europe/Copenhagen:20260328T090000"))
    #expect(
      try shifts(calendar, "2026-03-01T00:00:00Z", "2026-04-10T00:00:00Z") == [
        bare("A", "2026-03-27T08:00:00Z", "2026-03-28T08:00:00Z"),
        bare("A", "2026-03-29T07:00:00Z", "2026-03-31T07:00:00Z"),
      ])
  }

  @Test(
    arguments: [
      (
        "20260131", "FREQ=MONTHLY",
        "2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31 2026-10-31 2026-12-31 2027-01-31"
      ),
      (
        "20260302", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,SU",
        "2026-03-02 2026-03-04 2026-03-08 2026-03-16 2026-03-18 2026-03-22 2026-03-30 2026-04-01"
      ),
      (
        "20260304", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,SU;WKST=SU",
        "2026-03-04 2026-03-15 2026-03-16 2026-03-18 2026-03-29 2026-03-30 2026-04-01 2026-04-12"
      ),
      (
        "20260302", "FREQ=DAILY;INTERVAL=3;COUNT=5",
        "2026-03-02 2026-03-05 2026-03-08 2026-03-11 2026-03-14"
      ),
      (
        "20260302", "FREQ=DAILY;BYDAY=SA,SU;COUNT=4",
        "2026-03-07 2026-03-08 2026-03-14 2026-03-15"
      ),
      (
        "20260105", "FREQ=MONTHLY;BYDAY=1MO,-1FR",
        "2026-01-05 2026-01-30 2026-02-02 2026-02-27 2026-03-02 2026-03-27 2026-04-06"
      ),
      (
        "20260101", "FREQ=MONTHLY;INTERVAL=3;BYDAY=5TH",
        "2026-01-29 2026-04-30 2026-07-30 2026-10-29 2027-04-29"
      ),
      ("20240229", "FREQ=MONTHLY;INTERVAL=12", "2024-02-29 2028-02-29 2032-02-29"),
      (
        "20260301", "FREQ=WEEKLY;UNTIL=20260322T090000",
        "2026-03-01 2026-03-08 2026-03-15 2026-03-22"
      ),
      ("20260301", "FREQ=WEEKLY;UNTIL=20260315", "2026-03-01 2026-03-08 2026-03-15"),
      (
        "20260304", "FREQ=WEEKLY;INTERVAL=4;BYDAY=TU", "2026-03-31 2026-04-28 2026-05-26 2026-06-23"
      ),
      ("20260303", "FREQ=DAILY;INTERVAL=7;BYDAY=MO", ""),
    ] as [(String, String, String)])
  func `events repeat as other calendars repeat them`(start: String, rule: String, days: String)
    throws
  {
    let calendar = try read(
      event("SUMMARY:A", "DTSTART:\(start)T090000", "DURATION:PT1H", "RRULE:\(rule)"))
    let expected = days.split(separator: " ").map(String.init)
    let found = try shifts(calendar, "2024-01-01T00:00:00Z", "2036-01-01T00:00:00Z")
    #expect(found.prefix(expected.count).map { "\($0.period.start.utcDate)" } == expected)
    if rule.contains("COUNT") || rule.contains("UNTIL") || days.isEmpty {
      #expect(found.count == expected.count)
    }
    // A range in the middle of it shows the same.
    for shift in found.prefix(expected.count) {
      let window = (shift.period.start.advanced(by: 1).iso8601, shift.period.end.iso8601)
      #expect(try shifts(calendar, window.0, window.1).count == 1)
    }
  }

  @Test func `people are found by address or handle, whatever the case`() throws {
    let calendar = try read(
      event(
        "SUMMARY:Night shift", "ATTENDEE;CN=\"X: Y;Z\":MAILTO:b@example.ORG",
        "DTSTART:20260301T090000Z",
        "DTEND:20260301T100000Z"),
      event("SUMMARY:c\\, @D", "DTSTART:20260301T100000Z", "DTEND:20260301T110000Z"),
      event("SUMMARY:Nobody\r\n  we know", "DTSTART:20260301T110000Z", "DTEND:20260301T120000Z"),
      event("SUMMARY:A", "STATUS:CANCELLED", "DTSTART:20260301T120000Z", "DTEND:20260301T130000Z"))
    #expect(
      calendar.events.map { $0.people.map(VectorName.name) } == [["B"], ["C", "D"], [], ["A"]])
    #expect(calendar.unmatched.map(\.title) == ["Nobody we know"])
    #expect(calendar.unmatched.map(\.line) == [13])
    let timeline = try resolver(calendar).timeline(
      in: Period(at("2026-03-01T09:00:00Z"), at("2026-03-01T13:00:00Z")))
    #expect(timeline.gaps.map(\.kind) == [.empty, .nobody])
  }

  @Test func `what we write we read`() throws {
    for seed in 0..<20 {
      var plan = RandomSchedule(seed: UInt64(seed))
      let resolver = try Resolver(plan.schedule(), zones: SystemZones.catalog)
      let name = { (id: EntityID) in VectorName.name(id) }
      let events = resolver.feedEvents(now: plan.instant(), name: name)
      let text = CalendarWriter.text(name: "x", events)
      let back = try CalendarReader(zone: "UTC", isZone: { $0 == "UTC" }).read(Array(text.utf8))
      #expect(back.events.map(\.summary) == events.map(\.summary), "seed \(seed)")
      #expect(
        back.events.map { $0.start.local } == events.map { Zone.utc.local($0.period.start) })
      #expect(back.events.map { $0.duration * 1000 } == events.map(\.period.milliseconds))
    }
  }

  @Test(
    arguments: [
      ("", "line 1: this is no iCalendar file; it must begin with BEGIN:VCALENDAR"),
      ("{\"a\": 1}", "line 1: this is no iCalendar file; it must begin with BEGIN:VCALENDAR"),
      ("hello", "line 1: there is no name and colon; check that this is an iCalendar file"),
      (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR",
        "line 3: END:VCALENDAR ends what was not begun; export the calendar again"
      ),
      (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A",
        "line 2: VEVENT does not end; the file is cut off; fetch it again"
      ),
      (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR",
        "line 2: the event has no DTSTART; give it a start or remove it"
      ),
    ])
  func `a file that is none is refused with the line`(text: String, words: String) {
    let error = #expect(throws: CalendarError.self) {
      try CalendarReader(zone: "UTC", isZone: Self.zones.contains).read(Array(text.utf8))
    }
    #expect(error?.description == words)
  }

  @Test(
    arguments: [
      (
        "DTSTART;TZID=W. Europe Standard Time:20260301T090000",
        "line 3: \"W. Europe Standard Time\" is no time zone we have; export with an IANA name "
          + "such as Europe/Copenhagen"
      ),
      (
        "DTSTART:tomorrow",
        "line 3: \"tomorrow\" is no time; write 20260309T090000, 20260309T080000Z or 20260309"
      ),
      (
        "DTSTART:20260301T090000Z\nDTEND:20260301T080000Z",
        "line 4: the event ends before it starts; move its end"
      ),
      (
        "DTSTART:20260301T090000Z\nDURATION:8h",
        "line 4: \"8h\" is no duration; write one such as PT8H"
      ),
      (
        "DTSTART:20260301T090000Z\nRRULE:FREQ=YEARLY",
        "line 4: events cannot repeat \"YEARLY\"; only DAILY, WEEKLY and MONTHLY with INTERVAL, "
          + "BYDAY, COUNT, UNTIL and WKST are read"
      ),
      (
        "DTSTART:20260301T090000Z\nSUMMARY:a\n b\nRRULE:FREQ=MONTHLY;BYMONTHDAY=1",
        "line 6: BYMONTHDAY in a rule cannot be read; only DAILY, WEEKLY and MONTHLY with INTERVAL, "
          + "BYDAY, COUNT, UNTIL and WKST are read"
      ),
      (
        "DTSTART:20260301T090000Z\nRDATE:20260302T090000Z",
        "line 4: RDATE cannot be read; write each such shift as an event"
      ),
      (
        "DTSTART:20260301T090000Z\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260302T090000Z",
        "line 4: a change of all later occurrences cannot be read; end the old event and begin a new one"
      ),
    ])
  func `what a shift depends on and cannot be read is refused with the line`(
    lines: String, words: String
  ) {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n\(lines)\nEND:VEVENT\nEND:VCALENDAR\n"
    let error = #expect(throws: CalendarError.self) {
      try CalendarReader(zone: "UTC", isZone: Self.zones.contains).read(Array(text.utf8))
    }
    #expect(error?.description == words)
  }

  @Test func `no bytes make it trap`() throws {
    var random = SeededRandom(seed: 21)
    let whole = Array(
      """
      BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Europe/Copenhagen\r\nBEGIN:VEVENT\r\nUID:x\r
      SUMMARY:A\\, B\r\nDTSTART;TZID=America/New_York:20260301T090000\r
      DURATION:P1DT2H\r\nRRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,-1FR;COUNT=9\r
      EXDATE:20260405T130000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n
      """.utf8)
    var read = 0
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        if random.chance(50) {
          bytes[index] = UInt8.random(in: 0x20...0x7E, using: &random)
        } else if random.chance(50) {
          bytes[index] = UInt8.random(in: .min ... .max, using: &random)
        } else {
          bytes.remove(at: index)
        }
      }
      guard let calendar = try? CalendarReader(zone: "UTC", isZone: Self.zones.contains).read(bytes)
      else { continue }
      read += 1
      _ = try shifts(calendar, "2026-01-01T00:00:00Z", "2026-06-01T00:00:00Z")
    }
    #expect(read > 200)
  }
}
