extension Handoff {
  /// What the clock does to a handoff, each thing once, however late it is asked.
  ///
  /// An offer of an issue or a service expires after seven days. A shift is passed at its instant
  /// unless it was accepted. 15 minutes later the pages the giver still holds move: urgent ones
  /// ring again, for the new person, the others go over without a sound. An hour after the
  /// instant a shift that nobody accepted is shown to the team.
  mutating func timePasses(_ pages: [Page], at now: Instant) -> [HandoffEffect] {
    guard let change = shiftChange else { return expires(at: now) }
    guard change.at <= now else { return [] }
    var effects: [HandoffEffect] = []
    switch state {
    case .draft, .offered:
      state = .passed(at: change.at)
      effects += [.tell(receiver), .line(.passed(to: receiver))]
    case .accepted, .passed: break
    case .declined, .withdrawn, .expired: return []
    }
    if isDue(.movedPages, after: change, at: now) { effects += pageMoves(among: pages) }
    if case .passed = state, isDue(.toldTeam, after: change, at: now) {
      effects.append(.tellTeam)
    }
    return effects
  }

  private mutating func expires(at now: Instant) -> [HandoffEffect] {
    guard let expiresAt, expiresAt <= now else { return [] }
    state = .expired(at: expiresAt)
    return [.tell(.person(giver)), .tell(receiver), .line(.expired(to: receiver))]
  }

  /// When the pages the giver still holds go to who came on duty; nil when they do not.
  var pagesMoveAt: Instant? {
    guard let change = shiftChange else { return nil }
    switch state {
    case .draft, .offered, .accepted, .passed:
      return (change.nextBegins ?? change.at).advanced(by: Aftermath.movedPages.delay)
    case .declined, .withdrawn, .expired: return nil
    }
  }

  /// What becomes of those among some pages that the giver holds since before they move.
  func pageMoves(among pages: [Page]) -> [HandoffEffect] {
    guard case .person(let person) = receiver, let at = pagesMoveAt else { return [] }
    return pages.filter { $0.owner == giver && $0.ack?.since ?? at <= at }.map { page in
      page.urgency == .high ? .returnPage(page.id) : .passPage(page.id, to: person)
    }
  }

  /// Whether a step is due and was not taken yet; from now on it counts as taken.
  private mutating func isDue(
    _ step: Aftermath, after change: ShiftChange, at now: Instant
  ) -> Bool {
    guard (change.nextBegins ?? change.at).advanced(by: step.delay) <= now else { return false }
    return aftermath.insert(step).inserted
  }
}
