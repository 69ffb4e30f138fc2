extension WatchBill {
  /// A known schedule after a whole plan was laid over it; the schedule itself when it is new.
  ///
  /// The plan of the file holds from `start` on, unless it is the one that holds then anyway; its
  /// later versions follow. What ended before stays as it was. Overrides are added, or changed
  /// where they have the id of a known one; none is taken away.
  public func applying(
    _ schedule: Schedule, from start: Instant, now: Instant
  ) throws(WatchRefusal) -> Schedule {
    guard let known = self.schedule(schedule.id) else { return schedule }
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
    for version in versions where !known.versions.contains(version) {
      do throws(ScheduleRefusal) {
        applied = try applied.adding(version, now: now)
      } catch {
        throw WatchRefusal(error)
      }
    }
    applied.fixedPlans =
      known.fixedPlans.filter { $0.period.end <= now }
      + schedule.fixedPlans.filter { $0.period.end > now }
    for override in schedule.overrides {
      applied.overrides.removeAll { $0.id == override.id }
      applied.overrides.append(override)
    }
    applied.overrides.sort { $0.id < $1.id }
    return applied
  }
}

extension WatchPlanner {
  func apply(_ schedule: Schedule, from start: Instant) throws(WatchRefusal) -> WatchPlan {
    guard let known = bill.schedule(schedule.id) else { return try save(schedule) }
    let applied = try bill.applying(schedule, from: max(start, now), now: now)
    try checkName(of: applied)
    _ = try bill.resolver(of: applied)
    let changed = applied.overrides.filter { !known.overrides.contains($0) }
    let overrides = try putting(changed, in: applied)
    var bare = applied
    bare.overrides = []
    var before = known
    before.overrides = []
    let plan: [WatchPlan.Edit] = bare == before ? [] : [.put(.schedule(bare))]
    return WatchPlan("changed schedule \(applied.name)", plan + overrides)
  }
}
