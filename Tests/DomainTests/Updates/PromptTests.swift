import Domain
import Support
import Testing

@Suite struct PromptTests {
  @Test func `a period opens the evening before and closes four hours after it was asked`() throws {
    let period = try #require(Standup.prompt().period(on: Standup.today, Standup.calendar))
    #expect(
      period
        == PromptPeriod(
          date: Standup.today, opensAt: Standup.at("2026-03-10T15:00:00Z"),
          asksAt: Standup.at("2026-03-11T07:00:00Z"), closesAt: Standup.at("2026-03-11T11:00:00Z"),
          digestAt: Standup.at("2026-03-11T14:00:00Z")))
  }

  @Test func `a prompt on the team's clock asks everybody at one moment`() throws {
    let period = try #require(
      Standup.prompt(zone: .team).period(on: Standup.today, Standup.calendar))
    #expect(period.asksAt == Standup.at("2026-03-11T09:00:00Z"))
    #expect(period.opensAt == Standup.at("2026-03-10T17:00:00Z"))
  }

  @Test(
    arguments: [
      ("2026-03-16", "2026-03-13T15:00:00Z"),  // Monday opens on Friday evening
      ("2026-03-18", "2026-03-16T15:00:00Z"),  // the 17th is a holiday
    ])
  func `a period opens on the last working day`(date: String, opens: String) throws {
    var calendar = Standup.calendar
    calendar.week.holidays = [Standup.date("2026-03-17")]
    let period = try Standup.prompt().period(on: Standup.date(date), calendar)
    #expect(period?.opensAt == Standup.at(opens))
  }

  @Test func `only the days of the prompt have periods`() throws {
    let prompt = try Standup.prompt(days: [1, 4])
    let periods = prompt.periods(
      from: Standup.date("2026-03-09"), through: Standup.date("2026-03-22"), Standup.calendar)
    #expect(
      periods.map(\.date.description)
        == ["2026-03-09", "2026-03-12", "2026-03-16", "2026-03-19"])
    #expect(
      prompt.periods(
        from: Standup.date("2026-03-22"), through: Standup.date("2026-03-09"), Standup.calendar)
        == [])
  }

  @Test(
    arguments: [
      ("2026-03-11T06:00:00Z", "2026-03-11"), ("2026-03-11T14:59:00Z", "2026-03-11"),
      ("2026-03-11T15:00:00Z", "2026-03-12"), ("2026-03-14T12:00:00Z", "2026-03-16"),
      ("2026-03-13T14:00:00Z", "2026-03-13"),
    ])
  func `an answer belongs to the day that is asked about, else to the next`(
    moment: String, date: String
  ) throws {
    let period = try Standup.prompt().present(at: Standup.at(moment), Standup.calendar)
    #expect(period?.date == Standup.date(date))
  }

  @Test(
    arguments: [
      // Asked at 17:00 and open until 21:00 on the person's clock, three hours ahead of UTC.
      (17 * 60, [1, 2, 3, 4, 5], "2026-03-11T13:59:00Z", "2026-03-11"),
      (17 * 60, [1, 2, 3, 4, 5], "2026-03-11T15:30:00Z", "2026-03-11"),
      (17 * 60, [1, 2, 3, 4, 5], "2026-03-11T17:59:00Z", "2026-03-11"),
      (17 * 60, [1, 2, 3, 4, 5], "2026-03-11T18:00:00Z", "2026-03-12"),
      (18 * 60 + 30, [1, 2, 3, 4, 5], "2026-03-11T15:29:00Z", "2026-03-11"),
      (18 * 60 + 30, [1, 2, 3, 4, 5], "2026-03-11T15:30:00Z", "2026-03-11"),
      (18 * 60 + 30, [1, 2, 3, 4, 5], "2026-03-11T19:29:00Z", "2026-03-11"),
      (18 * 60 + 30, [1, 2, 3, 4, 5], "2026-03-11T19:30:00Z", "2026-03-12"),
      // Saturday, Sunday and Monday open together on Friday evening.
      (600, [6, 7], "2026-03-13T15:00:00Z", "2026-03-14"),
      (600, [6, 7], "2026-03-14T07:30:00Z", "2026-03-14"),
      (600, [6, 7], "2026-03-14T12:00:00Z", "2026-03-15"),
      (600, [6, 7], "2026-03-15T08:00:00Z", "2026-03-15"),
      (600, [6, 7], "2026-03-16T08:00:00Z", "2026-03-15"),
      (600, [1, 2, 3, 4, 7], "2026-03-13T16:00:00Z", "2026-03-15"),
      (600, [1, 2, 3, 4, 7], "2026-03-15T10:00:00Z", "2026-03-15"),
      (600, [1, 2, 3, 4, 7], "2026-03-15T12:00:00Z", "2026-03-16"),
    ] as [(Int, Set<Int>, String, String)])
  func `a day that is asked about late or at the weekend is answered in its time`(
    minute: Int, days: Set<Int>, moment: String, date: String
  ) throws {
    let prompt = try Prompt(
      id: Cast.id(2000), team: Standup.team, days: days, minute: minute, digestMinute: 900)
    let period = prompt.present(at: Standup.at(moment), Standup.calendar)
    #expect(period?.date == Standup.date(date))
  }

  @Test(
    arguments: [
      ("2026-03-11T06:59:00Z", "2026-03-10"), ("2026-03-11T07:00:00Z", "2026-03-11"),
      ("2026-03-11T18:36:00Z", "2026-03-11"), ("2026-03-15T12:00:00Z", "2026-03-13"),
    ])
  func `a digest tells of the day that was asked about last`(moment: String, date: String) throws {
    let period = try Standup.prompt().lastAsked(at: Standup.at(moment), Standup.calendar)
    #expect(period?.date == Standup.date(date))
  }

  @Test func `whoever is away or on holiday or was woken is not asked`() throws {
    let prompt = try Standup.prompt()
    let period = try #require(prompt.period(on: Standup.today, Standup.calendar))
    let day = Standup.at("2026-03-11T00:00:00Z")..<Standup.at("2026-03-12T00:00:00Z")
    let ends = Standup.at("2026-03-10T00:00:00Z")..<Standup.at("2026-03-11T07:00:00Z")
    var holiday = Standup.calendar
    holiday.week.holidays = [Standup.today]
    let rows: [([Range<Instant>], [String], Prompt.Calendar, Prompt.Skip?)] = [
      ([], [], Standup.calendar, nil), ([day], [], Standup.calendar, .away),
      ([ends], [], Standup.calendar, nil), ([], [], holiday, .holiday),
      ([], ["2026-03-10T23:30:00Z"], Standup.calendar, .nightPage),
      ([], ["2026-03-10T19:00:00Z"], Standup.calendar, .nightPage),
      ([], ["2026-03-10T18:59:00Z"], Standup.calendar, nil),
      ([], ["2026-03-11T04:00:00Z"], Standup.calendar, nil),
      ([], ["2026-03-09T23:30:00Z"], Standup.calendar, nil),
    ]
    for (absences, rings, calendar, skip) in rows {
      #expect(
        prompt.skip(period, absences: absences, rings: rings.map(Standup.at), calendar) == skip,
        "\(rings)")
    }
  }

  @Test(
    arguments: [
      ([], [1], 600, .wrongQuestionCount(0)),
      (Array(repeating: .init("?"), count: 6), [1], 600, .wrongQuestionCount(6)),
      ([.init("  ")], [1], 600, .emptyQuestion), ([.init("?")], [], 600, .noDays),
      ([.init("?")], [0, 1], 600, .noSuchDay), ([.init("?")], [1], 1440, .noSuchTime(1440)),
    ] as [([Prompt.Question], Set<Int>, Int, Prompt.Flaw)])
  func `a prompt that cannot work is refused`(
    questions: [Prompt.Question], days: Set<Int>, minute: Int, flaw: Prompt.Flaw
  ) {
    #expect(throws: flaw) {
      try Prompt(
        id: Cast.id(1), team: Standup.team, questions: questions, days: days, minute: minute,
        digestMinute: 900)
    }
  }

  @Test(
    arguments: [
      ("2026-03-11", "2026-03-11", 0), ("2026-03-11", "2026-03-12", 1),
      ("2026-03-13", "2026-03-16", 1), ("2026-03-13", "2026-03-14", 0),
      ("2026-03-09", "2026-03-20", 8), ("2026-03-12", "2026-03-11", 0),
    ])
  func `age counts working days`(first: String, last: String, days: Int) {
    let week = WorkingWeek(holidays: [Standup.date("2026-03-18")])
    #expect(week.workingDays(from: Standup.date(first), to: Standup.date(last)) == days)
  }
}
