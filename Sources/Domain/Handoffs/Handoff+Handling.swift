extension Handoff {
  /// Lets something happen to the handoff, and says what must be done about it.
  ///
  /// Only the giver offers, rewrites and withdraws; only the receiver, or anybody of a receiving
  /// team, accepts and declines. The passing of time is no one's and never refused.
  public mutating func handle(
    _ event: HandoffEvent, at now: Instant
  ) throws(Refusal) -> [HandoffEffect] {
    switch event {
    case .offer(let person): try offer(by: person, at: now)
    case .say(let text, let person): try say(text, by: person)
    case .rewrite(let note, let person): try rewrite(note, by: person, at: now)
    case .accept(let actor): try accept(by: actor, at: now)
    case .acceptItem(let id, let actor): try acceptItem(id, by: actor, at: now)
    case .acceptEverything(let actor): try acceptEverything(by: actor, at: now)
    case .decline(let reason, let actor): try decline(reason, by: actor, at: now)
    case .withdraw(let person): try withdraw(by: person, at: now)
    case .timePasses(let pages): timePasses(pages, at: now)
    }
  }

  private mutating func offer(
    by person: EntityID, at now: Instant
  ) throws(Refusal) -> [HandoffEffect] {
    try checkGiver(person)
    guard state != .offered else { throw .isOffered }
    guard state == .draft else { throw .hasPassed }
    state = .offered
    offeredAt = now
    return [.tell(receiver), .line(.offered(by: giver, to: receiver))]
  }

  private mutating func say(_ text: String, by person: EntityID) throws(Refusal) -> [HandoffEffect]
  {
    try checkGiver(person)
    guard shiftChange == nil else { throw .wrongWords }
    message = text
    return []
  }

  /// Takes another note; one for another person than before is offered to them anew.
  private mutating func rewrite(
    _ note: HandoffNote, by person: EntityID, at now: Instant
  ) throws(Refusal) -> [HandoffEffect] {
    if shiftChange != nil, state.isAccepted { throw .noteIsAccepted }
    try checkGiver(person)
    guard shiftChange != nil else { throw .wrongWords }
    guard note.receiver != giver else { throw .toOneself }
    if case .passed = state { throw .hasPassed }
    let before = receiver
    receiver = .person(note.receiver)
    subject = .shift(note.change)
    let accepted = Dictionary(
      items.map { ($0.id, $0.acceptedBy) }, uniquingKeysWith: { first, _ in first })
    self.note = note
    items = note.items
    guard receiver != before else {
      for index in items.indices { items[index].acceptedBy = accepted[items[index].id] ?? nil }
      return []
    }
    guard state == .offered else { return [] }
    offeredAt = now
    return [.tell(before), .tell(receiver), .line(.offered(by: giver, to: receiver))]
  }

  private mutating func withdraw(
    by person: EntityID, at now: Instant
  ) throws(Refusal) -> [HandoffEffect] {
    try checkGiver(person)
    guard shiftChange == nil else { throw .shiftMovesAnyway }
    let wasOffered = state == .offered
    state = .withdrawn(at: now)
    return wasOffered ? [.tell(receiver), .line(.withdrawn(by: giver))] : []
  }

  private func checkGiver(_ person: EntityID) throws(Refusal) {
    guard person == giver else { throw .notTheGiver }
    guard !state.isOver else { throw .isOver(state.name) }
  }
}
