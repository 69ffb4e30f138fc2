internal import Canvas
internal import Domain

/// One shift of somebody, with its true edges.
struct ShiftRow {
  var schedule: String
  var person: String
  var period: Period
  var layer: String?
  var turn: Int?
  var override: EntityID?
  /// The handle of who is replaced.
  var insteadOf: String?
  var isFixed: Bool

  init(_ shift: Shift, in schedule: Schedule, _ words: Wording) {
    self.schedule = schedule.name
    person = words.handle(shift.person)
    period = shift.period
    if case .layer(let id) = shift.reason.source {
      layer =
        schedule.version(at: shift.period.start)?.layers.first { $0.id == id }?.name
    }
    turn = shift.reason.turn?.index
    override = shift.reason.override
    insteadOf = shift.reason.insteadOf.map(words.handle)
    switch shift.reason.source {
    case .fixedPlan, .fallback: isFixed = true
    case .layer, .override, .ledger: isFixed = false
    }
  }

  /// Why: `week`, `week, instead of @bo`, `override`.
  var why: String {
    let source = layer ?? (isFixed ? "fixed plan" : override == nil ? "" : "override")
    guard let insteadOf else { return source }
    return (source.isEmpty ? "" : source + ", ") + "instead of @\(insteadOf)"
  }
}

extension OpenBill {
  /// The shifts of a person that are running or begin within some weeks, by start.
  func shifts(
    of person: EntityID, in schedules: [Schedule], weeks: Int
  ) throws -> [ShiftRow] {
    let ahead = Period(now, now.advanced(by: Int64(weeks) * Instant.week))
    return try schedules.flatMap { schedule in
      try bill.resolver(of: schedule).wholeShifts(in: ahead).filter { $0.person == person }
        .map { ShiftRow($0, in: schedule, words) }
    }.sorted { ($0.period.start, $0.schedule) < ($1.period.start, $1.schedule) }
  }

  /// A table of shifts, times on the clock of whoever acts.
  func table(of shifts: [ShiftRow]) -> TextTable {
    var table = TextTable(["FROM (\(zoneName))", "TO", "SCHEDULE", "WHY"])
    for shift in shifts {
      let running = shift.period.contains(now) ? " (now)" : ""
      table.add([
        words.moment(shift.period.start) + running, words.moment(shift.period.end), shift.schedule,
        shift.why,
      ])
    }
    return table
  }
}

extension JSONShape where Thing == ShiftRow {
  /// Shifts as JSON.
  static var shift: JSONShape {
    JSONShape(
      kind: "a shift",
      fields: [
        ("schedule", { $1.string($0.schedule) }),
        ("person", { $1.string($0.person) }),
        ("start", { $1.instant($0.period.start) }),
        ("end", { $1.instant($0.period.end) }),
        ("layer", { $1.optional($0.layer) }),
        ("turn", { $1.optional($0.turn) }),
        ("override", { $1.optional($0.override?.description) }),
        ("instead_of", { $1.optional($0.insteadOf) }),
      ])
  }
}
