extension WatchBill {
  /// What a verb would write, or why it cannot be done.
  ///
  /// - Parameters:
  ///   - actor: the person who acts.
  ///   - now: the moment of the verb.
  ///   - newID: mints an id at each call.
  public func plan(
    _ verb: WatchVerb, by actor: EntityID, at now: Instant, newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    let planner = WatchPlanner(bill: self, actor: actor, now: now)
    switch verb {
    case .saveSchedule(let schedule): return try planner.save(schedule)
    case .revise(let id, let version): return try planner.revise(id, version)
    case .apply(let schedule, let start, let absences):
      return try planner.apply(schedule, from: start, absences)
    case .removeSchedule(let id): return try planner.removeSchedule(id)
    case .override(let id, let kind, let period, let note):
      return try planner.override(id, kind, period, note, newID)
    case .removeOverride(let id): return try planner.removeOverride(id)

    case .askCover(let id, let person, let period, let note, let named):
      return try planner.askCover(id, person, period, note, named, newID)
    case .takeCover(let id, let part): return try planner.takeCover(id, part, newID)
    case .withdrawCover(let id): return try planner.withdrawCover(id)
    case .takeShift(let id, let person): return try planner.takeShift(id, from: person, newID)
    case .offerShift(let id, let receiver, let gives, let takes):
      return try planner.offerShift(id, to: receiver, gives, takes, newID)
    case .answerOffer(let id, let accepts): return try planner.answerOffer(id, accepts, newID)
    case .withdrawOffer(let id): return try planner.withdrawOffer(id)
    case .addAbsence(let person, let period, let note):
      return try planner.addAbsence(person, period, note, newID)
    case .removeAbsence(let id): return try planner.removeAbsence(id)

    case .savePolicy(let handle, let steps, let repeats, let lastResort):
      return try planner.savePolicy(handle, steps, repeats, lastResort, newID)
    case .usePolicy(let service, let policy): return try planner.usePolicy(service, policy)
    case .maintain(let period, let reason, let services):
      return try planner.maintain(period, reason, services, newID)
    case .endMaintenance(let id): return try planner.endMaintenance(id)
    case .trigger(let service, let key, let trigger):
      return try planner.trigger(service, key, trigger, newID)
    case .page(let id, let deed): return try planner.page(id, deed)

    case .offer(let subject, let receiver, let message):
      return try planner.offer(subject, to: receiver, message, newID)
    case .draft(let note): return try planner.draft(note, newID)
    case .ask(let text, let note): return try planner.ask(text, in: note, newID)
    case .offerNote(let note): return try planner.offer(note, newID)
    case .handoff(let id, let deed): return try planner.handoff(id, deed)

    case .savePrompt(let prompt): return try planner.save(prompt)
    case .removePrompt(let id): return try planner.removePrompt(id)
    case .post(let prompt, let date, let answers, let blocked):
      return try planner.post(prompt, date, answers, blocked, newID)
    case .clearBlocker(let id): return try planner.clearBlocker(id)
    case .mark(let items, let verb): return planner.mark(items, verb)
    }
  }
}

/// One verb being worked out: the bill, who acts and when.
struct WatchPlanner {
  let bill: WatchBill
  let actor: EntityID
  let now: Instant

  /// Names and the actor's clock, for titles.
  var wording: Wording { bill.wording(for: actor) }

  func schedule(_ id: EntityID) throws(WatchRefusal) -> Schedule {
    guard let schedule = bill.schedule(id) else {
      throw WatchRefusal("there is no such schedule any more; see 'watchbill oncall show'")
    }
    return schedule
  }

  func service(_ id: EntityID) throws(WatchRefusal) -> Service {
    guard let service = bill.service(id) else {
      throw WatchRefusal("there is no such service any more; see 'watchbill service list'")
    }
    return service
  }

  /// Turns the refusal of a part into one of the whole, in the same words.
  func refusing<Value, Reason: Error & CustomStringConvertible>(
    _ body: () throws(Reason) -> Value
  ) throws(WatchRefusal) -> Value {
    do throws(Reason) {
      return try body()
    } catch {
      throw WatchRefusal(error)
    }
  }

  func found<Value>(_ value: Value?, _ what: String) throws(WatchRefusal) -> Value {
    guard let value else { throw WatchRefusal("that \(what) is not here any more") }
    return value
  }
}
