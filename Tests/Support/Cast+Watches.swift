public import Domain

extension Cast {
  /// The zones of the cast, from the system's files.
  public static let zones = ZoneCatalog(
    version: "system",
    ["Europe/Stockholm", "Africa/Lagos", "Europe/Paris", "Asia/Tokyo", "America/Denver"]
      .compactMap { name in
        TextFile.bytes("/usr/share/zoneinfo/\(name)").flatMap { try? Zone(name: name, tzif: $0) }
      })

  /// Who stands which watch among the cast: three schedules in three zones.
  ///
  /// - `api-primary`, Stockholm: a week each for Ana, Bo and Chloé from Monday 09:00; Bo stands in
  ///   for Ana on Thursday, and wants cover for a Tuesday.
  /// - `web-primary`, Denver: a day each for Dee and Bo; nobody on one Saturday.
  /// - `runtime`, Tokyo: 作者 and Chloé together, then Dee, by office hours; Bo learns.
  public static let watchBill: WatchBill = {
    var bill = WatchBill()
    let teams = ["ana": ["api"], "bo": ["api", "web"], "chloé": ["api", "runtime"]]
    bill.people = people.map { person in
      var person = person
      person.teams = teams[person.handle] ?? ["runtime", "web"]
      person.email = person.handle == "dee" ? nil : "\(person.id.low)@example.org"
      return person
    }
    bill.teams = [
      Team(id: id(501), handle: "api", name: "Platform", members: ["ana", "bo", "chloé"]),
      Team(id: id(502), handle: "runtime", name: "Runtime", members: ["chloé", "dee", "作者"]),
      Team(id: id(503), handle: "web", name: "Dashboard", members: ["bo", "dee", "作者"]),
    ]
    bill.zones = zones
    bill.schedules = [apiPrimary, runtime, webPrimary]
    bill.covers = [
      CoverRequest(
        id: id(701), schedule: apiPrimary.id, asker: id(102), period: span("17T08:00", "17T20:00"),
        note: "my sister marries")
    ]
    bill.offers = [
      ShiftOffer(
        id: id(702), schedule: webPrimary.id, from: id(105), to: id(102),
        gives: span("12T15:00", "13T15:00"))
    ]
    bill.absences = [
      Absence(id: id(703), person: id(102), span("18T00:00", "20T00:00"), note: "moving house")
    ]
    return bill
  }()

  /// A time in March 2026, in UTC: `span("17T08:00", "17T20:00")`.
  public static func span(_ start: String, _ end: String) -> Period {
    Period(march(start), march(end))
  }

  /// A moment in March 2026, in UTC: `march("17T08:00")`.
  public static func march(_ text: String) -> Instant {
    Instant(iso8601: "2026-03-\(text)Z") ?? now
  }

  private static func rotation(
    _ unit: Rotation.Unit, _ zone: String, _ slots: [[Int]]
  ) -> Rotation {
    Rotation(
      unit: unit, zone: zone,
      anchor: LocalTime("2026-01-05T09:00") ?? LocalTime(seconds: 0),
      slots: slots.map { $0.map { id($0) } })
  }

  private static let apiPrimary = Schedule(
    id: id(601), name: "api-primary", role: "primary", team: id(501), zone: "Europe/Stockholm",
    versions: [
      Schedule.Version(layers: [
        Layer(
          id: id(611), name: "week",
          source: .rotation(rotation(.week, "Europe/Stockholm", [[101], [102], [103]])))
      ])
    ],
    overrides: [
      Override(
        id: id(621), .replace(id(101), with: id(102)), span("12T08:00", "13T08:00"),
        note: "at the dentist")
    ])

  private static let webPrimary = Schedule(
    id: id(602), name: "web-primary", role: "primary", team: id(503), zone: "America/Denver",
    versions: [
      Schedule.Version(layers: [
        Layer(
          id: id(612), name: "day",
          source: .rotation(rotation(.day, "America/Denver", [[105], [102]])))
      ])
    ],
    overrides: [Override(id: id(622), .cover([]), span("14T15:00", "15T15:00"))])

  private static let runtime = Schedule(
    id: id(603), name: "runtime", role: "office hours", team: id(502), zone: "Asia/Tokyo",
    target: [office],
    versions: [
      Schedule.Version(layers: [
        Layer(
          id: id(613), name: "office", windows: [office],
          source: .rotation(rotation(.week, "Asia/Tokyo", [[104, 103], [105]]))),
        Layer(
          id: id(614), name: "learning", isShadow: true, windows: [office],
          source: .people([id(102)])),
      ])
    ])

  private static let office = Window(
    weekdays: .workdays, start: TimeOfDay(seconds: 9 * 3600), end: TimeOfDay(seconds: 18 * 3600),
    zone: "Asia/Tokyo")
}
