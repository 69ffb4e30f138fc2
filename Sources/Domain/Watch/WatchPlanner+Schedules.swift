extension WatchPlanner {
  func save(_ schedule: Schedule) throws(WatchRefusal) -> WatchPlan {
    try checkName(of: schedule)
    var saved = schedule
    saved.overrides = []
    var edits: [WatchPlan.Edit] = []
    if let known = bill.schedule(schedule.id) {
      // The plan of a known schedule changes by versions alone, so that its past stays.
      saved.versions = known.versions
      saved.ledger = known.ledger
    } else {
      for version in saved.versions { try refusing(version.check) }
      edits = schedule.overrides.map { .put(.override($0, of: schedule.id)) }
    }
    _ = try bill.resolver(of: saved)
    let verb = bill.schedule(schedule.id) == nil ? "made" : "changed"
    return WatchPlan("\(verb) schedule \(schedule.name)", [.put(.schedule(saved))] + edits)
  }

  /// Refuses an empty name, and one that another schedule has.
  func checkName(of schedule: Schedule) throws(WatchRefusal) {
    guard !schedule.name.trimmed.isEmpty else {
      throw WatchRefusal("a schedule needs a name; give it one such as api-primary")
    }
    let rival = bill.schedules.first {
      $0.id != schedule.id && $0.name.lowercased() == schedule.name.lowercased()
    }
    guard rival == nil else {
      throw WatchRefusal("there is a schedule called \(schedule.name) already; take another name")
    }
  }

  func revise(_ id: EntityID, _ version: Schedule.Version) throws(WatchRefusal) -> WatchPlan {
    var schedule = try schedule(id)
    let known = schedule
    schedule = try refusing { () throws(ScheduleRefusal) in
      try known.adding(version, now: now)
    }
    _ = try bill.resolver(of: schedule)
    schedule.overrides = []
    return WatchPlan("changed the plan of \(schedule.name)", [.put(.schedule(schedule))])
  }

  func removeSchedule(_ id: EntityID) throws(WatchRefusal) -> WatchPlan {
    let schedule = try schedule(id)
    return WatchPlan(
      "removed schedule \(schedule.name)", [.trash(EntityRef(.schedule, id))])
  }

  func override(
    _ id: EntityID, _ kind: Override.Kind, _ period: Period, _ note: String,
    _ newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    let schedule = try schedule(id)
    let wish = Override(id: newID(), kind, period, note: note)
    // What is no override at all is refused before anything is asked about its time.
    _ = try putting([wish], in: schedule)
    let overrides = try standingIn([wish], in: schedule, newID)
    return WatchPlan(
      "\(words(for: kind)) in \(schedule.name)", try putting(overrides, in: schedule),
      warnings: rivals(of: overrides, in: schedule))
  }

  func removeOverride(_ id: EntityID) throws(WatchRefusal) -> WatchPlan {
    let schedule = try found(
      bill.schedules.first { $0.overrides.contains { $0.id == id } }, "override")
    var override = try found(schedule.overrides.first { $0.id == id }, "override")
    let title = "ended an override of \(schedule.name)"
    guard override.period.end > now else {
      throw WatchRefusal("that override is over; what has happened cannot be changed")
    }
    guard override.period.start < now else {
      return WatchPlan(title, [.trash(EntityRef(.override, id))])
    }
    // It has been true until now and stays so.
    override.period.end = now
    return WatchPlan(title, [.put(.override(override, of: schedule.id))])
  }

  /// Overrides as edits, each one checked against the schedule.
  func putting(
    _ overrides: [Override], in schedule: Schedule
  ) throws(WatchRefusal) -> [WatchPlan.Edit] {
    for override in overrides {
      try refusing { () throws(ScheduleRefusal) in try schedule.check(override, now: now) }
    }
    return overrides.map { .put(.override($0, of: schedule.id)) }
  }

  /// What else is laid over the same people or times, and which of both counts.
  func rivals(of overrides: [Override], in schedule: Schedule) -> [String] {
    overrides.flatMap { override in
      schedule.rivals(of: override).map { rival in
        "there is another override \(wording.span(rival.period.start, rival.period.end)): "
          + "\(words(for: rival.kind)); "
          + (rival.isStronger(than: override) ? "it counts, not this one" : "the later one counts")
      }
    }
  }

  private func words(for kind: Override.Kind) -> String {
    switch kind {
    case .cover(let people):
      people.isEmpty ? "put nobody on call" : "put \(wording.mentions(people)) on call"
    case .remove(let person): "took \(wording.mention(person)) off call"
    case .replace(let person, let other):
      "put \(wording.mention(other)) in the place of \(wording.mention(person))"
    case .add(let people): "added \(wording.mentions(people))"
    }
  }
}
