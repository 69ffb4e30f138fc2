extension WatchBill {
  /// A known schedule after a whole plan was laid over it; the schedule itself when it is new.
  ///
  /// The plan of the file holds from `start` on, unless it is the one that holds then anyway; its
  /// later versions follow. What ended before stays as it was. Overrides are added, or changed
  /// where they are known; none is taken away, and none that is over is made or changed.
  public func applying(
    _ schedule: Schedule, from start: Instant, now: Instant
  ) throws(WatchRefusal) -> Schedule {
    guard let known = self.schedule(schedule.id) else { return schedule }
    let schedule = schedule.adopting(partsOf: known)
    var applied = known
    applied.name = schedule.name
    applied.role = schedule.role
    applied.team = schedule.team
    applied.zone = schedule.zone
    applied.target = schedule.target
    var versions = schedule.versions.filter { $0.start > start }.sorted { $0.start < $1.start }
    if let running = schedule.version(at: start), known.version(at: start)?.layers != running.layers
    {
      versions.insert(Schedule.Version(effectiveFrom: start, layers: running.layers), at: 0)
    }
    // A version takes the later ones away, which the file then brings back.
    for version in versions where !applied.versions.contains(version) {
      do throws(ScheduleRefusal) {
        applied = try applied.adding(version, now: now)
      } catch {
        throw WatchRefusal(error)
      }
    }
    applied.fixedPlans = known.fixedPlans.replaced(by: schedule.fixedPlans, at: now)
    for override in schedule.overrides where override.period.end > now {
      applied.overrides.removeAll { $0.id == override.id }
      applied.overrides.append(override)
    }
    applied.overrides.sort { $0.id < $1.id }
    return applied
  }
}

extension WatchPlanner {
  func apply(
    _ schedule: Schedule, from start: Instant, _ absences: [Absence]
  ) throws(WatchRefusal) -> WatchPlan {
    let coming = absences.filter { $0.period.end > now }
    var warnings = tooLate(absences.count - coming.count, "absence")
    for absence in coming {
      guard !absence.period.isEmpty else {
        throw WatchRefusal("an absence must end after it begins; swap the two or move the end")
      }
    }
    let away = coming.map { WatchPlan.Edit.put(.absence($0)) }
    guard let known = bill.schedule(schedule.id) else {
      var plan = try save(schedule)
      plan.edits += away
      plan.warnings += warnings + coming.flatMap { conflicts(with: $0, in: [schedule]) }
      return plan
    }
    let applied = try bill.applying(schedule, from: max(start, now), now: now)
    try checkName(of: applied)
    _ = try bill.resolver(of: applied)
    let changed = applied.overrides.filter { !known.overrides.contains($0) }
    let overrides = try putting(changed, in: applied)
    let over = schedule.adopting(partsOf: known).overrides.filter {
      $0.period.end <= now && !known.overrides.contains($0)
    }
    warnings = tooLate(over.count, "override") + warnings
    warnings += rivals(of: changed, in: applied)
    let others = bill.schedules.filter { $0.id != applied.id } + [applied]
    warnings += coming.flatMap { conflicts(with: $0, in: others) }
    var bare = applied
    bare.overrides = []
    var before = known
    before.overrides = []
    let plan: [WatchPlan.Edit] = bare == before ? [] : [.put(.schedule(bare))]
    let title =
      plan.isEmpty && overrides.isEmpty && !away.isEmpty
      ? "said who is away in \(applied.name)" : "changed schedule \(applied.name)"
    return WatchPlan(title, plan + overrides + away, warnings: warnings)
  }

  /// What of a file is left out because it is over.
  private func tooLate(_ count: Int, _ kind: String) -> [String] {
    switch count {
    case 0: []
    case 1: ["one \(kind) of the file is over and is left out; what has happened stays as it was"]
    default:
      ["\(count) \(kind)s of the file are over and are left out; what has happened stays as it was"]
    }
  }
}
