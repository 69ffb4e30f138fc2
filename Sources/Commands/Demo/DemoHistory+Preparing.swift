internal import Domain
internal import Storage

/// Schedules, policies and prompts, which were there before anything happened.
extension DemoHistory {
  func preparations(_ cast: DemoCast) throws -> [Deed] {
    let start = now.advanced(by: -DemoHistory.span)
    var deeds: [Deed] = []
    func add(_ by: String, _ verb: @escaping (WatchBill, EntityID) throws -> WatchVerb) throws {
      let actor = try cast.person(by)
      deeds.append(
        Deed(
          at: start.advanced(by: Int64(deeds.count) * Instant.minute),
          act: .watch { sitting in
            try sitting.perform(verb(sitting.bill, sitting.newID()), as: actor)
          }))
    }
    for schedule in plan.schedules {
      try add(schedule.by) { _, id in
        .saveSchedule(try self.schedule(schedule, id, cast))
      }
    }
    for policy in plan.policies {
      try add(policy.by) { bill, _ in try self.policy(policy, bill, cast) }
      for handle in policy.services {
        let service = try cast.service(handle)
        try add(policy.by) { bill, _ in
          let made = bill.policies.first { $0.handle == policy.handle }
          return .usePolicy(service: service, policy: made?.policy.version.policy)
        }
      }
    }
    for prompt in plan.prompts {
      try add(prompt.by) { _, id in .savePrompt(try self.prompt(prompt, id, cast)) }
    }
    return deeds
  }

  func schedule(
    _ plan: DemoSchedule, _ id: EntityID, _ cast: DemoCast
  ) throws -> Schedule {
    let zone = zone(of: plan, cast)
    let target = try (plan.target ?? []).map { try window($0, zone) }
    var layers: [Layer] = []
    for (index, layer) in plan.layers.enumerated() {
      // Layers need ids of their own within the schedule; those that follow its id will do.
      let own = EntityID(high: id.high, low: id.low &+ UInt64(index) &+ 1)
      layers.append(try self.layer(layer, own, zone, cast))
    }
    return Schedule(
      id: id, name: plan.name, role: plan.role, team: try cast.team(plan.team), zone: zone,
      target: target, versions: [Schedule.Version(layers: layers)])
  }

  /// The zone whose clocks change within the fortnight that is shown, if it has a choice.
  private func zone(of plan: DemoSchedule, _ cast: DemoCast) -> String {
    let shown = Period(now, now.advanced(by: 14 * Instant.day))
    return plan.clockChange?.first { name in
      (try? cast.zones.zone(name))?.clockChanges(in: shown).isEmpty == false
    } ?? plan.zone
  }

  private func layer(
    _ plan: DemoLayer, _ id: EntityID, _ zone: String, _ cast: DemoCast
  ) throws -> Layer {
    let zone = plan.zone ?? zone
    let windows = try [plan.window].compactMap(\.self).map { try window($0, zone) }
    let source: Layer.Source =
      if let people = plan.people {
        .people(try cast.people(people))
      } else {
        .rotation(try rotation(plan, zone, cast))
      }
    return Layer(
      id: id, name: plan.name, priority: plan.priority ?? 0, isShadow: plan.shadow ?? false,
      windows: windows, source: source)
  }

  /// Turns counted from a weekday twenty weeks ago, shifted so that it is the right one's now.
  private func rotation(
    _ plan: DemoLayer, _ zone: String, _ cast: DemoCast
  ) throws -> Rotation {
    let day = plan.day.flatMap { Weekday(name: $0) } ?? .monday
    let past = now.utcDate.daysSinceEpoch - 140
    let first = past - Weekday(daysSinceEpoch: past).rawValue + day.rawValue
    let slots = try (plan.slots ?? []).map { try cast.people($0) }
    var rotation = Rotation(
      unit: plan.unit ?? .week, length: plan.length ?? 1, zone: zone,
      anchor: LocalTime(CivilDate(daysSinceEpoch: first), try time(plan.at ?? "09:00")),
      slots: slots, weekdays: plan.weekdays == "workdays" ? .workdays : nil)
    guard let handle = plan.now else { return rotation }
    let holder = try cast.person(handle)
    let turn = try Turns(rotation, zones: cast.zones).turn(at: now).index
    if let wanted = slots.firstIndex(where: { $0.contains(holder) }),
      let present = rotation.slot(ofTurn: turn)
    {
      rotation.offset = wanted - present
    }
    return rotation
  }

  private func window(_ plan: DemoWindow, _ zone: String) throws -> Window {
    Window(
      weekdays: plan.days == "workdays" ? .workdays : .everyDay, start: try time(plan.from),
      end: try time(plan.to), zone: zone)
  }

  private func policy(
    _ plan: DemoPolicy, _ bill: WatchBill, _ cast: DemoCast
  ) throws -> WatchVerb {
    let steps = try plan.steps.map { step in
      EscalationPolicy.Step(
        try step.tell.map { try target($0, bill, cast) },
        wait: Int64(step.wait) * Instant.minute)
    }
    return .savePolicy(
      plan.handle, steps, repeats: plan.repeats,
      lastResort: try plan.lastResort.map { try cast.person($0) })
  }

  private func target(
    _ words: String, _ bill: WatchBill, _ cast: DemoCast
  ) throws -> EscalationPolicy.Target {
    let parts = words.split(separator: " ").map(String.init)
    guard parts.count == 2 else { throw Failure(.failed, "the demo cannot tell \"\(words)\"") }
    switch parts[0] {
    case "schedule": return .schedule(try bill.schedule(named: parts[1]).id)
    case "team": return .team(try cast.team(parts[1]))
    default: return .person(try cast.person(parts[1]))
    }
  }

  private func prompt(_ plan: DemoPrompt, _ id: EntityID, _ cast: DemoCast) throws -> Prompt {
    let questions = plan.questions?.map { question in
      let role = Prompt.Question.Role.allCases.first { $0.name == question.role }
      return Prompt.Question(question.ask, role ?? .other)
    }
    return try Prompt(
      id: id, team: cast.team(plan.team), questions: questions ?? Prompt.Question.usual,
      days: plan.days ?? [1, 2, 3, 4, 5], minute: time(plan.at).seconds / 60,
      digestMinute: time(plan.digest).seconds / 60)
  }

  private func time(_ text: String) throws(Failure) -> TimeOfDay {
    guard let time = TimeOfDay(text) else {
      throw Failure(.failed, "\"\(text)\" in the demo is no time of day")
    }
    return time
  }
}
