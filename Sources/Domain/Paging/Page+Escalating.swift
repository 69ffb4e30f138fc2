extension Page {
  mutating func escalate(by person: EntityID, at now: Instant) throws(Refusal) -> [PageEffect] {
    switch state {
    case .suppressed: throw .isSuppressed(.escalate)
    case .acked: throw .isAcked(.escalate)
    case .resolved: throw .isResolved(.escalate)
    case .triggered(let escalation):
      touch(at: now)
      return goOn(from: escalation, by: person)
    }
  }

  mutating func escalateWhenDue(at now: Instant) -> [PageEffect] {
    guard let escalation, let due = escalation.nextAt, due <= now else { return [] }
    return goOn(from: escalation, by: nil)
  }

  private mutating func goOn(
    from escalation: Escalation, by person: EntityID?
  ) -> [PageEffect] {
    var next = escalation
    next.rung = escalation.nextRung
    next.nextAt = nil
    next.reach = .onCall
    state = .triggered(next)
    return [.note(.escalated(by: person)), .notify(rung: next.rung)]
  }

  /// Takes down whom a step reached and when the next one fires.
  mutating func fired(_ firing: EscalationFiring) -> [PageEffect] {
    guard var escalation else { return [] }
    escalation.rung = firing.rung
    escalation.nextAt = firing.nextAt
    escalation.reach = firing.reach
    escalation.firedAt = firing.at
    escalation.remember(firing.people)
    state = .triggered(escalation)
    rang(for: firing.people, at: firing.at)
    let timer: PageEffect = firing.nextAt.map { .escalate(at: $0) } ?? .stopEscalation
    switch firing.reach {
    case .onCall:
      return [.tell(firing.people), timer, .note(.told(firing.people, rung: firing.rung))]
    case .lastResort:
      let tell: [PageEffect] = firing.people.isEmpty ? [] : [.tell(firing.people)]
      return tell + [timer, .note(.stranded(lastResort: firing.people))]
    case .held: return [timer, .note(.held)]
    }
  }

  mutating func shiftChanges() -> [PageEffect] {
    guard let escalation, escalation.reach == .onCall else { return [] }
    return [.renotify(rung: escalation.rung)]
  }

  mutating func alsoTold(_ people: [EntityID], at now: Instant) -> [PageEffect] {
    guard var escalation else { return [] }
    let new = people.filter { !escalation.told.contains($0) }
    guard !new.isEmpty else { return [] }
    escalation.remember(new)
    state = .triggered(escalation)
    rang(for: new, at: now)
    return [.tell(new), .note(.told(new, rung: escalation.rung))]
  }

  mutating func covered() -> [PageEffect] {
    guard var escalation, escalation.reach != .onCall else { return [] }
    escalation.rung = 1
    escalation.nextAt = nil
    escalation.reach = .onCall
    state = .triggered(escalation)
    return [.note(.coveredAgain), .notify(rung: 1)]
  }

  /// Leaves out calls of one an hour that nobody heard, so that not each of weeks is worked out.
  mutating func leaveOut(calls: Int64) {
    guard var escalation, let next = escalation.nextAt, calls > 0 else { return }
    escalation.nextAt = next.advanced(by: calls * EscalationPolicy.renotifyAfter)
    if escalation.reach == .onCall { escalation.rung &+= Int(calls) }
    state = .triggered(escalation)
  }

  private mutating func rang(for people: [EntityID], at moment: Instant) {
    guard !people.isEmpty else { return }
    rings = ((rings ?? []) + [Ring(at: moment, people: people)]).suffix(Page.keptMoments)
  }
}

extension Page.Escalation {
  fileprivate mutating func remember(_ people: [EntityID]) {
    for person in people where !told.contains(person) { told.append(person) }
  }
}
