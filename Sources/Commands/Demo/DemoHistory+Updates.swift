internal import Domain
internal import Storage

/// What people wrote on the last working days.
extension DemoHistory {
  func updates(_ cast: DemoCast) throws -> [Deed] {
    var deeds: [Deed] = []
    for update in plan.updates {
      guard let plan = try prompt(of: update, cast) else { continue }
      let person = try cast.person(update.person)
      let zone = cast.bill.person(person)?.zone.flatMap { try? cast.zones.zone($0) } ?? .utc
      guard let (date, asked) = asking(update, plan, zone) else { continue }
      let at = asked.advanced(by: update.after * Instant.minute)
      deeds.append(
        Deed(
          at: at, act: .watch { sitting in try post(update, on: date, as: person, cast, &sitting) }
        ))
      guard let days = update.cleared else { continue }
      deeds.append(
        Deed(
          at: at.advanced(by: days * Instant.day),
          act: .watch { sitting in
            for blocker in sitting.bill.blockers
            where blocker.person == person && blocker.since == date && blocker.isOpen {
              try sitting.perform(.clearBlocker(blocker.id), as: person)
            }
          }))
    }
    return deeds
  }

  /// The first prompt that asks the person, or that of the team that is named.
  private func prompt(of update: DemoUpdate, _ cast: DemoCast) throws -> DemoPrompt? {
    let teams = cast.bill.people.first { $0.handle == update.person }?.teams ?? []
    return plan.prompts.first { prompt in
      update.team.map { $0 == prompt.team } ?? teams.contains(prompt.team)
    }
  }

  /// The date that an update is about, and when the person was asked; nil for today when nobody
  /// asks today.
  private func asking(
    _ update: DemoUpdate, _ prompt: DemoPrompt, _ zone: Zone
  ) -> (date: CivilDate, at: Instant)? {
    guard let time = TimeOfDay(prompt.at) else { return nil }
    let days = prompt.days ?? [1, 2, 3, 4, 5]
    let today = zone.local(now).day
    var left = update.back
    for day in stride(from: today, to: today - 21, by: -1) {
      guard days.contains(Weekday(daysSinceEpoch: day).rawValue + 1) else { continue }
      if day < today { left -= 1 }
      guard update.back == 0 ? day == today : left == 0 else { continue }
      let date = CivilDate(daysSinceEpoch: day)
      return (date, zone.first(of: LocalTime(date, time)))
    }
    return nil
  }

  private func post(
    _ update: DemoUpdate, on date: CivilDate, as person: EntityID, _ cast: DemoCast,
    _ sitting: inout WatchSitting
  ) throws {
    guard let plan = try prompt(of: update, cast) else { return }
    let team = try cast.team(plan.team)
    guard let prompt = sitting.bill.prompts.first(where: { $0.team == team }) else {
      throw Failure(.failed, "team \(plan.team) is asked nothing")
    }
    let answers = prompt.questions.compactMap { question -> Update.Answer? in
      let points =
        switch question.role {
        case .done: update.done
        case .next: update.next
        case .blocked: update.blocked
        case .asks, .other: []
        }
      guard !points.isEmpty else { return nil }
      return Update.Answer(question, points.map { "- \($0)" }.joined(separator: "\n"))
    }
    let known = sitting.bill.blockages(in: answers)
    try sitting.perform(
      .post(prompt: prompt.id, date, answers, blocked: known + outside(update.blocked)),
      as: person)
  }

  /// What waits for somebody outside, who has no name here.
  private func outside(_ points: [String]) -> [Blockage] {
    points.compactMap { point in
      let parts = point.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[0].hasPrefix("the ") else { return nil }
      return Blockage(on: .other(parts[0]), String(parts[1].dropFirst()))
    }
  }
}
