extension Page {
  /// Lets something happen to the page, and says what must be done about it.
  ///
  /// The function is total: every event has an answer in every state. What a person asks for and
  /// the state does not allow is refused; what a timer or a sending system says too late is
  /// ignored. Resolve beats acknowledge, the first acknowledgement owns the page, later ones help.
  ///
  /// - Parameter now: the moment that counts for everybody, the hub's when there is one.
  public mutating func handle(
    _ event: PageEvent, at now: Instant
  ) throws(Refusal) -> [PageEffect] {
    switch event {
    case .trigger(let trigger): try repeated(trigger, at: now)
    case .ack(let person): try acknowledge(by: person, at: now)
    case .escalate(let person): try escalate(by: person, at: now)
    case .escalationDue: escalateWhenDue(at: now)
    case .fired(let firing): fired(firing)
    case .shiftChanges: shiftChanges()
    case .alsoTold(let people): alsoTold(people, at: now)
    case .covered: covered()
    case .deadlinePasses: deadlinePasses(at: now)
    case .extend(let until, let person): try extend(until: until, by: person, at: now)
    case .release(let person): try release(by: person, at: now)
    case .snooze(let until, let person): try snooze(until: until, by: person, at: now)
    case .pass(let person): try pass(to: person, at: now)
    case .resolve(let reason, let person): try resolve(reason, by: person, at: now)
    case .windowBegins: windowBegins(at: now)
    case .windowEnds: windowEnds()
    case .goesStale: goesStale(at: now)
    }
  }

  /// Counts a further signal; one that is worse than all before rings again from the first step.
  private mutating func repeated(
    _ trigger: PageTrigger, at now: Instant
  ) throws(Refusal) -> [PageEffect] {
    guard isOpen else { throw .needsNewPage }
    count += 1
    lastSeen = max(lastSeen, now)
    touch(at: now)
    guard trigger.severity > severity || trigger.urgency > urgency else { return [] }
    let note: PageNote =
      trigger.severity > severity
      ? .severityRose(from: severity, to: trigger.severity) : .urgencyRose
    severity = max(severity, trigger.severity)
    urgency = max(urgency, trigger.urgency)
    summary = trigger.summary
    if case .suppressed = state { return [.note(note)] }
    return [.note(note)] + ring()
  }

  /// Falls silent until no window holds it back; a call that reached nobody was none.
  private mutating func windowBegins(at now: Instant) -> [PageEffect] {
    guard case .triggered(let escalation) = state else { return [] }
    if escalation.told.isEmpty { alarms = max(0, alarms - 1) }
    touch(at: now)
    state = .suppressed
    return [.stopEscalation, .note(.maintenanceBegan)]
  }

  private mutating func windowEnds() -> [PageEffect] {
    guard case .suppressed = state else { return [] }
    return [.note(.maintenanceEnded)] + ring()
  }

  /// Lets the page ring from the first step, whoever held it before.
  mutating func ring() -> [PageEffect] {
    let effects: [PageEffect] = deadline == nil ? [] : [.setDeadline(nil)]
    state = .triggered(Escalation(rung: 1))
    alarms += 1
    return effects + [.notify(rung: 1)]
  }

  /// Remembers when a signal, a person or maintenance last did something.
  mutating func touch(at now: Instant) {
    lastEvent = max(lastEvent, now)
  }
}
