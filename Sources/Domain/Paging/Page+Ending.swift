extension Page {
  /// Ends the page for good; a sending system that says so again is ignored.
  mutating func resolve(
    _ reason: Reason, by person: EntityID?, at now: Instant
  ) throws(Refusal) -> [PageEffect] {
    guard isOpen else {
      guard person != nil else { return [] }
      throw .isResolved(.resolve)
    }
    touch(at: now)
    return end(reason, by: person, at: now)
  }

  mutating func goesStale(at now: Instant) -> [PageEffect] {
    guard isOpen, urgency == .low, rules.closesStale,
      lastEvent.advanced(by: PageRules.staleAfter) <= now
    else { return [] }
    return end(.stale, by: nil, at: now)
  }

  private mutating func end(
    _ reason: Reason, by person: EntityID?, at now: Instant
  ) -> [PageEffect] {
    var effects: [PageEffect] = []
    if escalation != nil { effects.append(.stopEscalation) }
    if deadline != nil { effects.append(.setDeadline(nil)) }
    state = .resolved(Resolution(reason, by: person, at: now))
    return effects + [.note(.resolved(reason, by: person))]
  }
}
