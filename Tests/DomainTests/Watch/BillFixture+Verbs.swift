import Domain
import Support

extension WatchBill {
  /// The bill after a verb, as a store that is read at that moment has it.
  func after(_ verb: WatchVerb, by actor: EntityID, at now: String) throws -> WatchBill {
    let moment = try BillFixture.at(now)
    var bill = caughtUp(to: moment)
    var next = 8000 + 10 * (bill.pages.count + bill.handoffs.count + bill.policies.count)
    let plan = try bill.plan(verb, by: actor, at: moment) {
      next += 1
      return Cast.id(next)
    }
    bill = self
    bill.follow(plan)
    return bill
  }

  /// The bill after a signal of high urgency about the router, unless said otherwise.
  func after(
    _ signal: String, at now: String, _ severity: Severity = .critical, key: String? = nil
  ) throws -> WatchBill {
    try after(
      .trigger(
        service: BillFixture.router, key: key.flatMap { PageKey($0) },
        PageTrigger(summary: signal, severity: severity)), by: BillFixture.ana, at: now)
  }

  /// The bill as it stands at a moment.
  func seen(_ moment: String) throws -> WatchBill { caughtUp(to: try BillFixture.at(moment)) }

  /// The page that was opened last.
  var newest: Page? { pages.first }
}

extension BillFixture {
  struct NoTime: Error {}

  /// A moment in March 2026, in UTC: `11T10:00`.
  static func at(_ text: String) throws -> Instant {
    guard let instant = Instant(iso8601: "2026-03-\(text):00Z") else { throw NoTime() }
    return instant
  }

  /// The weekly turns of Ana and Bo from Monday to Friday, 09:00 to 18:00.
  static func byDay() -> WatchBill {
    var bill = bill()
    let hours = Window(
      weekdays: .workdays, start: TimeOfDay(seconds: 9 * 3600), end: TimeOfDay(seconds: 18 * 3600),
      zone: "UTC")
    var schedule = bill.schedules[0]
    schedule.target = [hours]
    var layer = schedule.versions[0].layers[0]
    layer.windows = [hours]
    schedule.versions = [Schedule.Version(layers: [layer])]
    bill.schedules = [schedule]
    return bill
  }

  /// A bill in which the router's pages follow a policy of these steps.
  static func bill(
    _ steps: [EscalationPolicy.Step], repeats: Int = 0, of start: WatchBill? = nil
  ) throws -> WatchBill {
    var bill = start ?? bill()
    let policy = try EscalationPolicy(
      version: EscalationPolicy.Version(policy: Cast.id(431), number: 1), steps: steps,
      repeats: repeats)
    bill.policies = [WatchBill.NamedPolicy(handle: "edge", policy: policy)]
    bill.services[0].policy = "edge"
    return bill
  }
}
