internal import Canvas
internal import Domain

/// Who is on call in one schedule at one moment.
struct OnCallRow {
  var schedule: String
  var role: String
  var team: String?
  var zone: String
  /// In slot order; nobody in a gap.
  var people: [EntityID]
  /// Whether somebody has to be on call at the moment.
  var isNeeded: Bool
  /// Who only watches and learns.
  var learning: [EntityID]
  /// Since when the first of them is; nil in a gap.
  var since: Instant?
  /// When others take over; nil when nobody does within eight weeks.
  var until: Instant?
  /// Who is on call then.
  var next: [EntityID]

  init(_ schedule: Schedule, at instant: Instant, in bill: WatchBill) throws {
    let resolver = try bill.resolver(of: schedule)
    let ahead = resolver.timeline(in: Period(instant, instant.advanced(by: 8 * Instant.week)))
    let handoff = ahead.handoffs.first
    self.schedule = schedule.name
    role = schedule.role
    team = schedule.team.flatMap(bill.team)?.handle
    zone = schedule.zone
    people = ahead.stretches.first?.holders.map(\.person) ?? []
    isNeeded = resolver.isNeeded(at: instant)
    learning = ahead.stretches.first?.shadows.map(\.person) ?? []
    since = resolver.shifts(at: instant).first.map(\.period.start)
    until = handoff?.at
    next = handoff.flatMap { ahead.stretch(at: $0.at) }?.holders.map(\.person) ?? []
  }
}

extension OpenBill {
  /// Prints who is on call in some schedules at a moment.
  func printOnCall(_ schedules: [Schedule], at instant: Instant, _ form: OutputForm) throws {
    let rows = try schedules.map { try OnCallRow($0, at: instant, in: bill) }
    if try form.print(rows, .onCall(words, at: instant), shell) { return }
    guard !rows.isEmpty else { return try sayThereIsNoSchedule() }
    var table = TextTable(["SCHEDULE", "TEAM", "ON CALL", "UNTIL (\(zoneName))", "THEN"])
    for row in rows {
      table.add([
        row.schedule, row.team ?? "",
        mentions(row.people) + (row.people.isEmpty && !row.isNeeded ? " (not needed)" : "")
          + (row.learning.isEmpty ? "" : " (\(mentions(row.learning)) learning)"),
        row.until.map(words.moment) ?? "", row.until == nil ? "" : mentions(row.next),
      ])
    }
    try shell.print(table)
  }

  /// Says on standard error how to make the first schedule.
  func sayThereIsNoSchedule() throws(Failure) {
    try shell.say(
      bill.schedules.isEmpty
        ? "there is no schedule yet; make one with 'watchbill oncall show --apply FILE'"
        : "the team has no schedule; see 'watchbill oncall show'")
  }
}

extension JSONShape where Thing == OnCallRow {
  /// Who is on call, as JSON.
  static func onCall(_ words: Wording, at instant: Instant) -> JSONShape {
    JSONShape(
      kind: "a schedule at a moment",
      fields: [
        ("schedule", { $1.string($0.schedule) }),
        ("role", { $1.optional($0.role.isEmpty ? nil : $0.role) }),
        ("team", { $1.optional($0.team) }),
        ("zone", { $1.string($0.zone) }),
        ("at", { $1.instant(instant) }),
        ("people", { $1.list(words.handles($0.people)) }),
        ("needed", { $1.bool($0.isNeeded) }),
        ("learning", { $1.list(words.handles($0.learning)) }),
        ("since", { $1.optional($0.since) }),
        ("until", { $1.optional($0.until) }),
        ("next", { $1.list(words.handles($0.next)) }),
      ])
  }
}

extension Wording {
  /// A person's handle, for data; `somebody` for one who is gone.
  func handle(_ id: EntityID) -> String { person(id) ?? "somebody" }

  /// People's handles, for data.
  func handles(_ ids: [EntityID]) -> [String] { ids.map(handle) }
}
