extension WatchBill {
  /// Follows a plan that was written, so that the bill need not be read again.
  ///
  /// The result is what reading it would give, in the same order; only inbox
  /// marks and what lies beyond the bill's horizon are left to the reader.
  public mutating func follow(_ plan: WatchPlan) {
    for edit in plan.edits {
      switch edit {
      case .put(let record): put(record)
      case .trash(let ref): trash(ref)
      case .change(.set(let set)): follow(set)
      case .change, .mark: continue
      }
    }
  }

  private mutating func put(_ record: WatchRecord) {
    switch record {
    case .schedule(var it):
      // Overrides are records of their own.
      it.overrides = schedule(it.id)?.overrides ?? []
      schedules.place(it, as: \.id) { $0.name.lowercased() < $1.name.lowercased() }
    case .override(let it, let schedule):
      guard let index = schedules.firstIndex(where: { $0.id == schedule }) else { return }
      schedules[index].overrides.place(it, as: \.id) { $0.id < $1.id }
    case .cover(let it): covers.place(it, as: \.id) { $0.id < $1.id }
    case .offer(let it): offers.place(it, as: \.id) { $0.id < $1.id }
    case .absence(let it):
      absences.place(it, as: \.id) { ($0.period.start, $0.id) < ($1.period.start, $1.id) }
    case .policy(let it):
      policies.place(it, as: \.policy.version.policy) {
        $0.handle.lowercased() < $1.handle.lowercased()
      }
    case .maintenance(let it):
      maintenance.place(it, as: \.id) { ($0.start, $0.id) < ($1.start, $1.id) }
    case .page(let it):
      pages.place(it, as: \.id) { ($0.firstSeen, $0.id) > ($1.firstSeen, $1.id) }
    case .handoff(let it): handoffs.place(it, as: \.id) { $0.id > $1.id }
    case .prompt(let it):
      let handles = Dictionary(
        teams.map { ($0.id, $0.handle.lowercased()) }, uniquingKeysWith: { first, _ in first })
      prompts.place(it, as: \.id) {
        (handles[$0.team] ?? "", $0.id) < (handles[$1.team] ?? "", $1.id)
      }
    case .update(let it):
      updates.place(it, as: \.id) { ($1.period, $0.id) < ($0.period, $1.id) }
    case .blocker(let it): blockers.place(it, as: \.id) { $0.id < $1.id }
    }
  }

  private mutating func trash(_ ref: EntityRef) {
    switch ref.kind {
    case .schedule: schedules.removeAll { $0.id == ref.id }
    case .override:
      for index in schedules.indices { schedules[index].overrides.removeAll { $0.id == ref.id } }
    case .cover: covers.removeAll { $0.id == ref.id }
    case .offer: offers.removeAll { $0.id == ref.id }
    case .absence: absences.removeAll { $0.id == ref.id }
    case .policy: policies.removeAll { $0.policy.version.policy == ref.id }
    case .maintenance: maintenance.removeAll { $0.id == ref.id }
    case .page: pages.removeAll { $0.id == ref.id }
    case .handoff: handoffs.removeAll { $0.id == ref.id }
    case .prompt: prompts.removeAll { $0.id == ref.id }
    case .update: updates.removeAll { $0.id == ref.id }
    case .blocker: blockers.removeAll { $0.id == ref.id }
    case .person, .team, .service, .project, .label, .milestone, .view, .issue, .comment, .mark:
      return
    }
  }

  /// Who answers for a service or an issue, and which policy a service's pages follow.
  private mutating func follow(_ set: SetField) {
    let id = set.newValue.reference
    let entity = set.entity
    if entity.kind == .issue, set.name == .owner { issues[entity.id]?.owner = id }
    guard entity.kind == .service, let index = services.firstIndex(where: { $0.id == entity.id })
    else { return }
    switch set.name {
    case .owner: services[index].owner = id.flatMap(person)?.handle
    case .team: services[index].team = id.flatMap(team)?.handle
    case .policy:
      services[index].policy = policies.first { $0.policy.version.policy == id }?.handle
    default: return
    }
  }
}

extension Array {
  /// Puts an element into the place of the one with its id, or where the order wants a new one.
  fileprivate mutating func place(
    _ element: Element, as id: (Element) -> EntityID, _ precedes: (Element, Element) -> Bool
  ) {
    removeAll { id($0) == id(element) }
    insert(element, at: firstIndex { precedes(element, $0) } ?? endIndex)
  }
}
