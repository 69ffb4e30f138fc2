public import Domain

extension Cast {
  /// Updates, blockers and a shift's end among the cast, all in UTC, on the Wednesday of the cast.
  ///
  /// - Team api (Ana, Bo, Chloé) is asked at 9:30 on workdays, its digest is made at 12:00: Bo has
  ///   written today, Ana and Chloé have not; on Tuesday all three had.
  /// - Team web (Bo, Dee, 作者) is asked likewise; Dee has written.
  /// - Ana waits for Dee since Monday a week ago, Bo waits for team api since today.
  /// - Ana is on call until noon, then Bo; a page is open, and Dee gave Ana a note that she has not
  ///   accepted.
  public static let updatesBill: WatchBill = {
    var bill = WatchBill()
    let teams = ["ana": ["api"], "bo": ["api", "web"], "chloé": ["api"]]
    bill.people = people.map { person in
      var person = person
      person.zone = nil
      person.teams = teams[person.handle] ?? ["web"]
      return person
    }
    bill.teams = [
      Team(id: id(501), handle: "api", name: "Platform", members: ["ana", "bo", "chloé"]),
      Team(id: id(503), handle: "web", name: "Dashboard", members: ["bo", "dee", "作者"]),
    ]
    bill.services = [
      Service(id: id(401), handle: "router", name: "Router", team: "api"),
      Service(id: id(402), handle: "builds", name: "Builds", team: "web"),
    ]
    bill.schedules = [
      daily(651, "api-primary", 501, [101, 102]), daily(652, "web", 503, [105, 104]),
    ]
    bill.prompts = [prompt(801, team: 501), prompt(802, team: 503)].compactMap(\.self)
    bill.updates = updates
    bill.blockers = [
      Blocker(
        id: id(841), person: id(101), on: .person(id(105)), text: "the key of the staging vault",
        since: date(2)),
      Blocker(
        id: id(842), person: id(102), on: .team(id(501)), text: "a decision on HTTP/3",
        since: date(11)),
    ]
    bill.pages = [openPage]
    bill.handoffs = [offeredNote].compactMap(\.self)
    return bill
  }()

  /// A date in March 2026.
  public static func date(_ day: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: 20_512 + day)
  }

  private static func prompt(_ number: Int, team: Int) -> Prompt? {
    try? Prompt(id: id(number), team: id(team), minute: 9 * 60 + 30, digestMinute: 12 * 60)
  }

  /// Turns of a day that change at noon.
  private static func daily(_ number: Int, _ name: String, _ team: Int, _ turns: [Int]) -> Schedule
  {
    let rotation = Rotation(
      unit: .day, zone: "UTC",
      anchor: LocalTime(date(10), TimeOfDay(seconds: 12 * 3600)), slots: turns.map { [id($0)] })
    return Schedule(
      id: id(number), name: name, role: "primary", team: id(team), zone: "UTC",
      versions: [
        Schedule.Version(layers: [
          Layer(id: id(number + 20), name: "day", source: .rotation(rotation))
        ])
      ])
  }

  private static let updates: [Update] = [
    update(
      811, 801, 102, 11, hour: 9, done: "- Closed API-57 Rotate the signing key\n- Reviewed API-31",
      next: "- The retry budget of the router", blocked: "- team api: a decision on HTTP/3"),
    update(
      812, 802, 105, 11, hour: 8, done: "- 作者 and I moved the builds to the new disks",
      next: "- Watch them for a day", blocked: "none"),
    update(
      813, 801, 101, 10, hour: 9, done: "- Found why the router drops connections",
      next: "- Fix it", blocked: "- @dee: the key of the staging vault"),
    update(
      814, 801, 102, 10, hour: 9, done: "- Half of API-57", next: "- The other half",
      blocked: "no"),
    update(
      815, 801, 103, 10, hour: 13, done: "- The tables break on naïve names: API-61", next: "",
      blocked: "none"),
  ]

  private static func update(
    _ number: Int, _ prompt: Int, _ person: Int, _ day: Int, hour: Int64, done: String,
    next: String, blocked: String
  ) -> Update {
    let questions = Prompt.Question.usual
    let answers = zip(questions, [done, next, blocked]).filter { !$0.1.isEmpty }
      .map { Update.Answer($0.0, $0.1) }
    let posted = date(day).startUTC.advanced(by: hour * Instant.hour + 42 * Instant.minute)
    return Update(
      id: id(number), prompt: id(prompt), person: id(person), period: date(day), answers: answers,
      postedAt: posted, isLate: false)
  }

  private static let openPage = Page(
    id: id(861), service: id(401), key: PageKey("latency"), policy: nil, rules: PageRules(),
    previous: nil, repeats: 0, firstSeen: ago(3, Instant.hour),
    summary: "p99 of GET /apps over 2 s", severity: .critical, urgency: .high, labels: [:],
    count: 4, lastSeen: ago(20, Instant.minute), lastEvent: ago(20, Instant.minute), alarms: 1,
    firstAck: nil, state: .triggered(Page.Escalation(rung: 1, told: [id(101)], nextAt: nil)))

  /// Dee's note for Ana at a shift's end that comes in an hour: a page and two asks, one of them
  /// accepted.
  private static let offeredNote: Handoff? = {
    let change = Handoff.ShiftChange(
      schedule: id(651), began: ago(2, Instant.day), at: now.advanced(by: Instant.hour),
      nextEnds: now.advanced(by: Instant.day))
    var facts = HandoffFacts()
    facts.pageCount = 3
    facts.outOfHours = 2
    facts.nightsBroken = 1
    facts.byService = [HandoffFacts.ServiceCount(service: id(401), count: 3)]
    facts.openPages = [HandoffFacts.OpenPage(openPage, lastNote: "drained eu-west-2")]
    facts.issues = [
      HandoffFacts.TouchedIssue(
        key: IssueKey(prefix: "API", number: 42),
        title: "Router drops keep-alive connections after 60 s", how: "commented")
    ]
    facts.gaps = [
      HandoffFacts.Span(now.advanced(by: 5 * Instant.hour), now.advanced(by: 7 * Instant.hour))
    ]
    let note = HandoffNote(
      change: change, giver: id(105), receiver: id(101), facts: facts,
      feel: "Loud on Tuesday night, calm since the drain.",
      watch: [
        HandoffNote.Watch(
          "Queue depth of the router", until: now.advanced(by: 6 * Instant.hour),
          escalateWhen: "above 10k messages")
      ],
      asks: [
        HandoffNote.Ask(id: id(871), "Undrain eu-west-2 after lunch"),
        HandoffNote.Ask(
          id: id(872), "Write to 作者 about the certificate", since: ago(5, Instant.day)),
      ])
    var items = note.items
    items[1].acceptedBy = id(101)
    return Handoff(
      id: id(881), subject: .shift(change), giver: id(105), receiver: .person(id(101)),
      message: "", note: note, items: items, state: .offered, offeredAt: ago(40, Instant.minute),
      aftermath: [])
  }()
}
