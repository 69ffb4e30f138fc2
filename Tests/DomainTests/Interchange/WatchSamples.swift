import Domain
import Foundation
import Support
import Testing

/// Things of the watch bill as they come out of verbs, for files that hold them.
enum WatchSamples {
  static let ana = EntityID(high: 0x0198_B8C8_BE66_7000, low: 0x8000_0000_0000_0001)
  static let ben = EntityID(high: 0x0198_B8C8_BE66_7000, low: 0x8000_0000_0000_0002)
  static let team = EntityID(high: 0x0198_B8C8_BE66_7000, low: 0x8000_0000_0000_0003)
  static let service = EntityID(high: 0x0198_B8C8_BE66_7000, low: 0x8000_0000_0000_0004)
  static let schedule = EntityID(high: 0x0198_B8C8_BE66_7000, low: 0x8000_0000_0000_0005)
  static let prompt = EntityID(high: 0x0198_B8C8_BE66_7000, low: 0x8000_0000_0000_0006)
  static let now = at("2026-03-11T10:00:00Z")
  static let period = Period(now, now.advanced(by: 8 * Instant.hour))

  /// One of each kind, in the order of `IncomingWatch.kinds`.
  static func records(_ text: String = "why", id: (Int) -> EntityID) throws -> [WatchRecord] {
    [
      .schedule(schedule(id: id(0), name: "primary " + text)),
      .policy(
        WatchBill.NamedPolicy(handle: "p" + text, policy: try policy(id: id(1)))),
      .override(
        Override(id: id(2), .replace(ana, with: ben), period, origin: id(3), note: text),
        of: schedule),
      .cover(
        CoverRequest(
          id: id(3), schedule: schedule, asker: ana, period: period, note: text, named: [ben],
          takes: [CoverRequest.Take(taker: ben, period: period, at: now, override: id(2))])),
      .offer(
        ShiftOffer(
          id: id(4), schedule: schedule, from: ana, to: ben, gives: period,
          takes: period.moved(by: Instant.day), answer: .declined(at: now))),
      .absence(Absence(id: id(5), person: ana, period, note: text)),
      .maintenance(
        try MaintenanceWindow(
          id: id(6), reason: text, services: [service], labels: ["region": text],
          from: period.start, to: period.end)),
      .page(try page(id: id(7), text)),
      .handoff(try handoff(id: id(8), text)),
      .prompt(try Prompt(id: id(9), team: team, minute: 9 * 60, digestMinute: 12 * 60)),
      .update(
        Update(
          id: id(10), prompt: prompt, person: ana, period: now.utcDate,
          answers: [Update.Answer(Prompt.Question.usual[0], "t" + text)], postedAt: now)),
      .blocker(
        Blocker(id: id(11), person: ana, on: .team(team), text: text, since: now.utcDate)),
    ]
  }

  /// Rotations of three kinds, a window, an always-on layer and a calendar.
  static func schedule(id: EntityID, name: String) -> Schedule {
    let week = Rotation(
      unit: .week, zone: "Europe/Copenhagen", anchor: local("2026-01-05T09:00"),
      slots: [[ana], [ana, ben]], turnStart: .weekday(.monday))
    let days = Rotation(
      unit: .day, zone: "UTC", anchor: local("2026-01-05T09:00"), slots: [[ben]],
      duration: 8 * 3600, effectiveFrom: now, weekdays: .workdays)
    let window = Window(
      weekdays: .workdays, start: TimeOfDay(seconds: 9 * 3600), end: TimeOfDay(seconds: 17 * 3600),
      zone: "UTC")
    return Schedule(
      id: id, name: name, role: "primary", team: team, zone: "Europe/Copenhagen",
      target: [window],
      versions: [
        Schedule.Version(layers: [
          Layer(id: ana, name: "week", priority: 1, source: .rotation(week)),
          Layer(id: ben, name: "days", windows: [window], source: .rotation(days)),
          Layer(id: team, name: "lead", isShadow: true, source: .people([ana])),
        ]),
        Schedule.Version(
          effectiveFrom: now,
          layers: [Layer(id: ana, name: "once", source: .shifts([SingleShift([ben], period)]))]),
      ],
      fixedPlans: [FixedPlan(id: ben, period, shifts: [PersonShift(ana, period)])],
      ledger: Ledger(closedUntil: now, shifts: [Ledger.Entry(person: ana, start: now, end: nil)]))
  }

  /// The thing as an export writes it.
  static func incoming(_ record: WatchRecord) throws -> IncomingWatch {
    var watch = IncomingWatch(record.ref.kind, id: record.ref.id, content: try content(of: record))
    switch record {
    case .policy(let policy): watch.handle = policy.handle
    case .override(_, let schedule): watch.schedule = schedule
    default: break
    }
    return watch
  }

  /// The thing as a line of a file.
  static func line(_ record: WatchRecord) throws -> String {
    var bytes: [UInt8] = []
    NDJSONWriter.append(.watch(try incoming(record)), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func content(of record: WatchRecord) throws -> String {
    switch record {
    case .schedule(let it): try json(it)
    case .override(let it, _): try json(it)
    case .cover(let it): try json(it)
    case .offer(let it): try json(it)
    case .absence(let it): try json(it)
    case .policy(let it): try json(it.policy)
    case .maintenance(let it): try json(it)
    case .page(let it): try json(it)
    case .handoff(let it): try json(it)
    case .prompt(let it): try json(it)
    case .update(let it): try json(it)
    case .blocker(let it): try json(it)
    }
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func policy(id: EntityID) throws -> EscalationPolicy {
    try EscalationPolicy(
      version: EscalationPolicy.Version(policy: id, number: 3),
      steps: [
        EscalationPolicy.Step([.schedule(schedule), .person(ana)], wait: 5 * Instant.minute),
        EscalationPolicy.Step([.team(team)], wait: Instant.hour, manner: .roundRobin),
      ], repeats: 2, lastResort: ben)
  }

  private static func page(id: EntityID, _ text: String) throws -> Page {
    let trigger = PageTrigger(summary: text, severity: .critical, labels: ["host": "edge-1"])
    var page = Page.opened(
      by: trigger, for: service, key: PageKey("p99/edge"), with: PageOpening(id: id), at: now
    ).page
    _ = try page.handle(.ack(by: ana), at: now.advanced(by: Instant.minute))
    return page
  }

  private static func handoff(id: EntityID, _ text: String) throws -> Handoff {
    let change = Handoff.ShiftChange(
      schedule: schedule, began: now.advanced(by: -Instant.week), at: period.end,
      nextEnds: period.end.advanced(by: Instant.week))
    var note = HandoffNote(change: change, giver: ana, receiver: ben, facts: HandoffFacts())
    note.feel = text
    note.watch = [HandoffNote.Watch("the certificate", until: period.end)]
    note.asks = [HandoffNote.Ask(id: prompt, "call the vendor")]
    var handoff = try Handoff(
      id: id, subject: .shift(change), from: ana, to: .person(ben), note: note)
    _ = try handoff.handle(.offer(by: ana), at: now)
    return handoff
  }
}

extension Period {
  fileprivate func moved(by milliseconds: Int64) -> Period {
    Period(start.advanced(by: milliseconds), end.advanced(by: milliseconds))
  }
}
