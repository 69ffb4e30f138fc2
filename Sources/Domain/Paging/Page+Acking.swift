extension Page {
  /// The first who acknowledges owns the page, the others help; a second time changes nothing.
  mutating func acknowledge(
    by person: EntityID?, at now: Instant
  ) throws(Refusal) -> [PageEffect] {
    switch state {
    case .resolved:
      guard person != nil else { return [] }
      throw .isResolved(.acknowledge)
    case .acked(var ack):
      guard let person, person != ack.owner, !ack.helpers.contains(person) else { return [] }
      touch(at: now)
      let isFirst = ack.owner == nil
      ack.join(person)
      took(person, at: now)
      state = .acked(ack)
      return [.note(isFirst ? .acked(by: person) : .helps(person))]
    case .suppressed, .triggered:
      touch(at: now)
      return hold(by: person, until: timeout(from: now), at: now) + [.note(.acked(by: person))]
    }
  }

  mutating func extend(
    until: Instant, by person: EntityID, at now: Instant
  ) throws(Refusal) -> [PageEffect] {
    switch state {
    case .resolved: throw .isResolved(.extend)
    case .suppressed, .triggered: throw .isNotAcked(.extend)
    case .acked(var ack):
      try check(until, .extend, limit: PageRules.longestExtension, at: now)
      touch(at: now)
      ack.deadline = until
      ack.isSnoozed = false
      state = .acked(ack)
      return [.setDeadline(until), .note(.extended(by: person, until: until))]
    }
  }

  mutating func snooze(
    until: Instant, by person: EntityID, at now: Instant
  ) throws(Refusal) -> [PageEffect] {
    switch state {
    case .resolved: throw .isResolved(.snooze)
    case .suppressed: throw .isSuppressed(.snooze)
    case .triggered, .acked:
      try check(until, .snooze, limit: PageRules.longestSnooze, at: now)
      touch(at: now)
      var effects = ack == nil ? hold(by: person, until: until, at: now) : [.setDeadline(until)]
      if var ack {
        ack.join(person)
        took(person, at: now)
        ack.since = now
        ack.deadline = until
        ack.isSnoozed = true
        state = .acked(ack)
      }
      effects.append(.note(.snoozed(by: person, until: until)))
      return effects
    }
  }

  /// Lets the page ring again when its owner gives it up; a helper only stops helping.
  mutating func release(by person: EntityID?, at now: Instant) throws(Refusal) -> [PageEffect] {
    switch state {
    case .resolved: throw .isResolved(.release)
    case .suppressed, .triggered: throw .isNotAcked(.release)
    case .acked(var ack):
      if let person, let index = ack.helpers.firstIndex(of: person) {
        touch(at: now)
        ack.helpers.remove(at: index)
        state = .acked(ack)
        return [.note(.stopsHelping(person))]
      }
      guard person == nil || ack.owner == nil || person == ack.owner else { throw .heldByAnother }
      touch(at: now)
      return [.note(.released(by: person))] + ring()
    }
  }

  /// Makes another person the owner, with a fresh deadline; a snooze keeps its end.
  mutating func pass(to person: EntityID, at now: Instant) throws(Refusal) -> [PageEffect] {
    switch state {
    case .resolved: throw .isResolved(.take)
    case .suppressed, .triggered:
      touch(at: now)
      return hold(by: person, until: timeout(from: now), at: now)
        + [.note(.passed(from: nil, to: person))]
    case .acked(var ack):
      guard ack.owner != person else { return [] }
      touch(at: now)
      let from = ack.owner
      ack.owner = person
      ack.helpers.removeAll { $0 == person }
      took(person, at: now)
      if !ack.isSnoozed { ack.deadline = timeout(from: now) }
      state = .acked(ack)
      return [.setDeadline(ack.deadline), .note(.passed(from: from, to: person))]
    }
  }

  mutating func deadlinePasses(at now: Instant) -> [PageEffect] {
    guard let ack, let deadline = ack.deadline, deadline <= now else { return [] }
    let note: PageNote = ack.isSnoozed ? .snoozeEnded : .ackLapsed(of: ack.owner)
    return [.note(note)] + ring()
  }

  private mutating func hold(
    by person: EntityID?, until deadline: Instant?, at now: Instant
  ) -> [PageEffect] {
    var effects: [PageEffect] = escalation == nil ? [] : [.stopEscalation]
    state = .acked(Ack(owner: person, since: now, deadline: deadline))
    if firstAck == nil { firstAck = FirstAck(by: person, at: now) }
    if let person { took(person, at: now) }
    if let deadline { effects.append(.setDeadline(deadline)) }
    return effects
  }

  private mutating func took(_ person: EntityID, at now: Instant) {
    acks = ((acks ?? []) + [FirstAck(by: person, at: now)]).suffix(Page.keptMoments)
  }

  private func timeout(from now: Instant) -> Instant? {
    rules.ackTimeout(of: urgency).map(now.advanced(by:))
  }

  private func check(
    _ until: Instant, _ verb: Refusal.Verb, limit: Int64, at now: Instant
  ) throws(Refusal) {
    guard until > now else { throw .inThePast(verb) }
    guard until <= now.advanced(by: limit) else { throw .tooLong(verb, limit: limit) }
  }
}

extension Page.Ack {
  /// Adds a person: as the owner when there is none, else as a helper, once.
  fileprivate mutating func join(_ person: EntityID) {
    guard owner != nil else {
      owner = person
      return
    }
    if person != owner, !helpers.contains(person) { helpers.append(person) }
  }
}
