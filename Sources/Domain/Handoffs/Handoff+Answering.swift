extension Handoff {
  mutating func accept(by actor: Actor, at now: Instant) throws(Refusal) -> [HandoffEffect] {
    try checkReceiver(actor, at: now)
    guard openItems.isEmpty else { throw .itemsOpen(openItems.map(\.text)) }
    return accepted(by: actor.person, at: now)
  }

  mutating func acceptItem(
    _ id: EntityID, by actor: Actor, at now: Instant
  ) throws(Refusal) -> [HandoffEffect] {
    try checkReceiver(actor, at: now)
    guard let index = items.firstIndex(where: { $0.id == id }) else { throw .noSuchItem }
    return take(index, by: actor.person)
  }

  mutating func acceptEverything(
    by actor: Actor, at now: Instant
  ) throws(Refusal) -> [HandoffEffect] {
    try checkReceiver(actor, at: now)
    let taken = items.indices.flatMap { take($0, by: actor.person) }
    return taken + accepted(by: actor.person, at: now)
  }

  mutating func decline(
    _ reason: String, by actor: Actor, at now: Instant
  ) throws(Refusal) -> [HandoffEffect] {
    try checkReceiver(actor, at: now)
    guard shiftChange == nil else { throw .shiftMovesAnyway }
    state = .declined(by: actor.person, at: now, reason: reason)
    return [.tell(.person(giver)), .line(.declined(by: actor.person, reason: reason))]
  }

  private mutating func accepted(by person: EntityID, at now: Instant) -> [HandoffEffect] {
    state = .accepted(by: person, at: now)
    let move: [HandoffEffect] = shiftChange == nil ? [.moveOwner(to: receiver, by: person)] : []
    return move + [.tell(.person(giver)), .line(.accepted(by: person, from: giver))]
  }

  /// Accepts an item; nothing happens when that was done before.
  private mutating func take(_ index: Int, by person: EntityID) -> [HandoffEffect] {
    guard items[index].acceptedBy == nil else { return [] }
    items[index].acceptedBy = person
    let id = items[index].id
    return [items[index].kind == .page ? .passPage(id, to: person) : .takeAsk(id, by: person)]
  }

  private func checkReceiver(_ actor: Actor, at now: Instant) throws(Refusal) {
    switch receiver {
    case .person(let person): guard actor.person == person else { throw .notTheReceiver }
    case .team(let team):
      guard actor.teams.contains(team) else { throw .notTheReceiver }
      guard actor.person != giver else { throw .isTheGiver }
    }
    guard !state.isOver else { throw .isOver(state.name) }
    guard state != .draft else { throw .isDraft }
    if let expiresAt, expiresAt <= now { throw .lapsed }
  }
}
