public import Domain

extension Cast {
  /// Teams, services, schedules, pages and handoffs of the cast, all in UTC.
  ///
  /// Ana and Bo are the team api, Chloé and 作者 the team web; Dee has the team runtime alone. Ana
  /// is on call for the routers until Monday 09:00, Chloé and 作者 take turns by the day.
  public static let bill: WatchBill = {
    var bill = WatchBill()
    bill.people = people.map { person in
      var member = person
      member.zone = nil
      member.teams = [memberships[person.handle]].compactMap(\.self)
      return member
    }
    bill.teams = teams
    bill.services = services
    bill.schedules = [apiPrimary, webDaily]
    bill.maintenance = [maintenance].compactMap(\.self)
    bill.pages = pages
    bill.handoffs = handoffs
    bill.issues = [
      issues[1].id: WatchBill.IssueFacts(
        title: IssueTitle(issues[1].key, issues[1].title), owner: id(105))
    ]
    return bill
  }()

  private static let memberships = [
    "ana": "api", "bo": "api", "chloé": "web", "作者": "web", "dee": "runtime",
  ]

  private static let teams = [
    Team(
      id: id(501), handle: "api", name: "Platform", members: ["ana", "bo"],
      services: ["auth", "router"]),
    Team(
      id: id(503), handle: "runtime", name: "", members: ["dee"], services: ["builder"]),
    Team(
      id: id(502), handle: "web", name: "Dashboard", members: ["chloé", "作者"],
      services: ["dashboard"]),
  ]

  private static let services = [
    Service(id: id(602), handle: "auth", name: "Sign-in and sessions", team: "api", owner: "bo"),
    Service(id: id(604), handle: "builder", name: "", team: "runtime", owner: "dee"),
    Service(id: id(603), handle: "dashboard", name: "The web screens", team: "web"),
    Service(id: id(605), handle: "legacy-mailer", name: ""),
    Service(id: id(601), handle: "router", name: "HTTP router", team: "api", owner: "ana"),
  ]

  /// Ana and Bo a week each, from Monday 2026-03-09 09:00.
  private static let apiPrimary = schedule(
    701, "api-primary", team: 501, unit: .week, slots: [[id(101)], [id(102)]])

  /// Chloé and 作者 a day each.
  private static let webDaily = schedule(
    702, "web-daily", team: 502, unit: .day, slots: [[id(103)], [id(104)]])

  private static func schedule(
    _ number: Int, _ name: String, team: Int, unit: Rotation.Unit, slots: [[EntityID]]
  ) -> Schedule {
    let start = CivilDate(daysSinceEpoch: 20_521)
    let anchor = LocalTime(start, TimeOfDay(seconds: 9 * 3600))
    let rotation = Rotation(unit: unit, zone: "UTC", anchor: anchor, slots: slots)
    let layer = Layer(id: id(number + 10), name: name, source: .rotation(rotation))
    return Schedule(
      id: id(number), name: name, role: "primary", team: id(team), zone: "UTC",
      versions: [Schedule.Version(layers: [layer])])
  }

  private static let maintenance = try? MaintenanceWindow(
    id: id(750), reason: "moving the disks", services: [id(604)],
    from: ago(1, Instant.hour), to: ago(-3, Instant.hour))

  /// One rings for Ana, one she holds, one is snoozed by Chloé, one is held back, four are over.
  private static let pages: [Page] = [
    page(
      801, of: 601, "p99 of GET /apps over 2 s in eu-west", ago(3, Instant.minute), count: 14,
      key: "latency/eu-west",
      .triggered(
        Page.Escalation(rung: 1, told: [id(101)], nextAt: ago(-7, Instant.minute)))),
    page(
      802, of: 604, "Disk 91% full on build-3", ago(40, Instant.minute), .warning, .suppressed),
    page(
      803, of: 602, "Session store answers slowly", ago(50, Instant.minute), .error,
      ack: (101, 4),
      .acked(
        Page.Ack(
          owner: id(101), helpers: [id(102)], since: ago(5, Instant.minute),
          deadline: ago(-25, Instant.minute)))),
    page(
      804, of: 603, "Certificate expires in 6 days", ago(20, Instant.hour), .warning,
      ack: (103, 30),
      .acked(
        Page.Ack(
          owner: id(103), since: ago(2, Instant.hour), deadline: ago(-3, Instant.hour),
          isSnoozed: true))),
    past(805, of: 601, "p99 of GET /apps over 2 s in eu-west", 1, ack: (101, 6), .fixed),
    past(806, of: 601, "Connection pool exhausted", 3, ack: (102, 2), .selfCleared),
    past(807, of: 603, "作者 page renders empty", 9, ack: (104, 21), .fixed),
    past(808, of: 602, "Probe failed once", 16, ack: nil, .noise),
  ]

  private static func past(
    _ number: Int, of service: Int, _ summary: String, _ days: Int64,
    ack: (person: Int, minutes: Int64)?, _ reason: Page.Reason
  ) -> Page {
    page(
      number, of: service, summary, ago(days, Instant.day), .error, ack: ack,
      .resolved(
        Page.Resolution(
          reason, by: ack.map { id($0.person) },
          at: ago(days, Instant.day).advanced(by: 40 * Instant.minute))))
  }

  private static func page(
    _ number: Int, of service: Int, _ summary: String, _ first: Instant,
    _ severity: Severity = .critical, count: Int = 1, key: String = "",
    ack: (person: Int, minutes: Int64)? = nil, _ state: Page.State
  ) -> Page {
    Page(
      id: id(number), service: id(service), key: PageKey(key), policy: nil, rules: PageRules(),
      previous: nil, repeats: 0, firstSeen: first, summary: summary, severity: severity,
      urgency: severity.urgency, labels: [:], count: count, lastSeen: first, lastEvent: first,
      alarms: 1,
      firstAck: ack.map {
        Page.FirstAck(by: id($0.person), at: first.advanced(by: $0.minutes * Instant.minute))
      }, state: state)
  }

  /// Dee offers Ana an issue, Ana the router to the team web; Bo has auth from Ana since February.
  private static let handoffs: [Handoff] = [
    handoff(
      901, .issue(issues[1].id), from: 105, to: .person(id(101)),
      "The key lives in the vault now; only the cookie is left.", .offered, ago(2, Instant.hour)),
    handoff(
      902, .service(id(601)), from: 101, to: .team(id(502)), "You know the cache best.", .offered,
      ago(1, Instant.day)),
    handoff(
      903, .service(id(602)), from: 101, to: .person(id(102)), "",
      .accepted(by: id(102), at: ago(20, Instant.day)), ago(21, Instant.day)),
    handoff(
      904, .service(id(602)), from: 105, to: .team(id(501)), "",
      .accepted(by: id(101), at: ago(70, Instant.day)), ago(71, Instant.day)),
  ]

  private static func handoff(
    _ number: Int, _ subject: Handoff.Subject, from giver: Int, to receiver: Handoff.Receiver,
    _ message: String, _ state: Handoff.State, _ at: Instant
  ) -> Handoff {
    Handoff(
      id: id(number), subject: subject, giver: id(giver), receiver: receiver, message: message,
      note: nil, items: [], state: state, offeredAt: at, aftermath: [])
  }
}

extension WatchBill {
  /// Writes what a verb would write, as a store does: what is no part of a bill but an owner or a
  /// team of a service is left out.
  public mutating func write(_ plan: WatchPlan) {
    for edit in plan.edits {
      switch edit {
      case .put(let record): put(record)
      case .change(.set(let set)): change(set)
      case .trash(let ref): trash(ref.id)
      case .change, .mark: break
      }
    }
  }

  private mutating func put(_ record: WatchRecord) {
    switch record {
    case .schedule(let it):
      var schedule = it
      schedule.overrides = self.schedule(it.id)?.overrides ?? it.overrides
      put(schedule, \.schedules, \.id)
    case .override(let it, let schedule):
      guard let index = schedules.firstIndex(where: { $0.id == schedule }) else { return }
      schedules[index].overrides.removeAll { $0.id == it.id }
      schedules[index].overrides.append(it)
    case .cover(let it): put(it, \.covers, \.id)
    case .offer(let it): put(it, \.offers, \.id)
    case .absence(let it): put(it, \.absences, \.id)
    case .policy(let it): put(it, \.policies, \.handle)
    case .maintenance(let it): put(it, \.maintenance, \.id)
    case .page(let it): put(it, \.pages, \.id)
    case .handoff(let it): put(it, \.handoffs, \.id)
    case .prompt(let it): put(it, \.prompts, \.id)
    case .update(let it): put(it, \.updates, \.id)
    case .blocker(let it): put(it, \.blockers, \.id)
    }
  }

  /// Puts a thing in the place of what it was, or in front as the newest.
  private mutating func put<Thing, Name: Equatable>(
    _ thing: Thing, _ things: WritableKeyPath<WatchBill, [Thing]>, _ name: KeyPath<Thing, Name>
  ) {
    let place = self[keyPath: things].firstIndex { $0[keyPath: name] == thing[keyPath: name] }
    if let place {
      self[keyPath: things][place] = thing
    } else {
      self[keyPath: things].insert(thing, at: 0)
    }
  }

  private mutating func change(_ set: SetField) {
    guard case .one(let value) = set.value, let id = value.reference else { return }
    if let index = services.firstIndex(where: { $0.id == set.entity.id }) {
      if set.field == .owner { services[index].owner = person(id)?.handle }
      if set.field == .team { services[index].team = team(id)?.handle }
    }
    if set.field == .owner { issues[set.entity.id]?.owner = id }
  }

  private mutating func trash(_ id: EntityID) {
    schedules.removeAll { $0.id == id }
    for index in schedules.indices { schedules[index].overrides.removeAll { $0.id == id } }
    absences.removeAll { $0.id == id }
    maintenance.removeAll { $0.id == id }
    prompts.removeAll { $0.id == id }
  }
}
