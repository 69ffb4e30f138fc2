extension WatchPlanner {
  func save(_ prompt: Prompt) throws(WatchRefusal) -> WatchPlan {
    guard let team = bill.team(prompt.team) else {
      throw WatchRefusal("there is no such team any more; see 'watchbill team list'")
    }
    return WatchPlan("set what team \(team.handle) is asked", [.put(.prompt(prompt))])
  }

  func removePrompt(_ id: EntityID) throws(WatchRefusal) -> WatchPlan {
    let prompt = try found(bill.prompts.first { $0.id == id }, "prompt")
    return WatchPlan(
      "team \(wording.name(prompt.team)) is asked no more", [.trash(EntityRef(.prompt, id))])
  }

  func post(
    _ id: EntityID, _ date: CivilDate, _ answers: [Update.Answer], _ blocked: [Blockage],
    _ newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    let prompt = try found(bill.prompts.first { $0.id == id }, "prompt")
    guard let period = prompt.period(on: date, bill.calendar(of: prompt, for: actor)) else {
      throw WatchRefusal(
        "team \(wording.name(prompt.team)) is not asked on \(wording.day(date))")
    }
    let known = bill.updates.first {
      $0.prompt == id && $0.person == actor && $0.period == date
    }
    let update = try refusing { () throws(Update.Refusal) -> Update in
      guard var update = known else {
        return try Update.posted(
          answers, to: prompt, in: period, by: actor, id: newID(), at: now)
      }
      try update.edit(answers, by: actor, digestAt: period.digestAt, at: now)
      return update
    }
    let knownBlockers = bill.blockers.filter { $0.isOpen && $0.person == actor }
    let new = blocked.filter { blockage in
      !knownBlockers.contains { $0.cause == blockage.cause && $0.text == blockage.text }
    }
    let blockers = new.map { blockage in
      WatchPlan.Edit.put(
        .blocker(
          Blocker(
            id: newID(), person: actor, on: blockage.cause, text: blockage.text, since: date)))
    }
    let verb = known == nil ? "posted an update" : "changed an update"
    return WatchPlan(
      "\(verb) to team \(wording.name(prompt.team))", [.put(.update(update))] + blockers)
  }

  func clearBlocker(_ id: EntityID) throws(WatchRefusal) -> WatchPlan {
    var blocker = try found(bill.blockers.first { $0.id == id }, "blocker")
    guard blocker.isOpen else { throw WatchRefusal("that is cleared already") }
    blocker.clear(by: actor, at: now)
    return WatchPlan(
      "cleared what blocked \(wording.mention(blocker.person))", [.put(.blocker(blocker))])
  }

  func mark(_ items: [InboxItem], _ verb: InboxMarks.Verb) -> WatchPlan {
    let events = items.flatMap(\.events).map { WatchPlan.Edit.mark($0, verb) }
    let title =
      switch verb {
      case .read: "read"
      case .unread: "kept as unread"
      case .done: "done with"
      }
    return WatchPlan("\(title) \(items.count.of("item"))", events)
  }
}

extension WatchBill {
  /// When a person is asked by a prompt: their own clock and that of the team.
  public func calendar(of prompt: Prompt, for person: EntityID) -> Prompt.Calendar {
    Prompt.Calendar(person: clock(of: person), team: clock(ofTeam: prompt.team))
  }
}
