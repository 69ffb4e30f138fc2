internal import Domain
internal import Storage

/// What happened lately at the demo company, done by the verbs that people use, when they did it.
struct DemoHistory {
  let plan: DemoPlan
  /// The moment at which the demo is made.
  let now: Instant
  /// The verbs that could not be done, each with its reason; none, unless the plan is wrong.
  private(set) var refused: [String] = []

  /// When the first schedule was made, before anything else happened.
  static let span = 36 * Instant.day

  init(_ plan: DemoPlan, now: Instant) {
    self.plan = plan
    self.now = now
  }

  /// One thing that somebody did.
  struct Deed {
    var at: Instant
    var act: Act
  }

  enum Act {
    case watch((inout WatchSitting) throws -> Void)
    case issue(IssueVerb, key: String, by: String)
  }

  /// Every zone that anything in it may need.
  var zoneNames: Set<String> {
    var names = Set(plan.schedules.flatMap { [$0.zone] + ($0.clockChange ?? []) })
    names.formUnion(plan.schedules.flatMap(\.layers).compactMap(\.zone))
    return names.union(plan.maintenance.map(\.zone))
  }

  /// Does everything, in the order in which it happened; leaves the clock at the present.
  mutating func play(into store: Store, _ clock: DemoClock, _ zones: ZoneCatalog) throws {
    let bill = try store.watchBill(for: nil)
    var left = try deeds(bill, zones)[...]
    while let first = left.first {
      switch first.act {
      case .issue(let verb, let key, let handle):
        left = left.dropFirst()
        clock.set(first.at)
        guard let key = IssueKey(key) else { continue }
        let issue = try store.issueID(key)
        _ = try store.perform(verb, on: [issue], as: store.personID(handle))
      case .watch:
        let sitting = left.prefix { if case .watch = $0.act { true } else { false } }
        left = left.dropFirst(sitting.count)
        clock.set(first.at)
        try perform(sitting, in: store, clock)
      }
    }
    clock.set(now)
  }

  private mutating func perform(
    _ deeds: ArraySlice<Deed>, in store: Store, _ clock: DemoClock
  ) throws {
    var refused: [String] = []
    try store.sitting { sitting in
      for deed in deeds {
        guard case .watch(let act) = deed.act else { continue }
        clock.set(deed.at)
        do {
          try act(&sitting)
        } catch {
          refused.append("\(deed.at.iso8601): \(error)")
        }
      }
    }
    self.refused += refused
  }

  /// Everything that happened until now, in order.
  private func deeds(_ bill: WatchBill, _ zones: ZoneCatalog) throws -> [Deed] {
    let cast = DemoCast(bill, zones: zones, now: now)
    var deeds = try preparations(cast)
    deeds += try covering(cast)
    deeds += paging(cast)
    deeds += try handoffs(cast)
    deeds += try updates(cast)
    deeds += plan.issues.compactMap(deed)
    let past = deeds.enumerated().filter { $0.element.at <= now }
    return past.sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  private func deed(_ issue: DemoIssueDeed) -> Deed? {
    let status = issue.status.flatMap { Status(name: $0) }.map(IssueVerb.status)
    guard let verb = status ?? issue.comment.map(IssueVerb.comment) else { return nil }
    return Deed(
      at: issue.at.instant(from: now), act: .issue(verb, key: issue.key, by: issue.by))
  }
}
