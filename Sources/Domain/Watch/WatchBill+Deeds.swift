extension WatchBill {
  /// What a person did with pages and handoffs since a moment, for the draft of their update.
  public func deeds(of person: EntityID, since: Instant) -> [Activity] {
    let held = pages.compactMap { page -> Activity? in
      guard let at = page.deed(of: person), at > since else { return nil }
      return Activity(
        at: at, .held(page: page.id, service: page.service, isResolved: !page.isOpen))
    }
    let handed = handoffs.compactMap { handoff -> Activity? in
      guard case .accepted(let receiver, let at) = handoff.state, at > since else { return nil }
      let name = name(of: handoff.subject)
      if handoff.giver == person { return Activity(at: at, .gave(name, to: handoff.receiver)) }
      return receiver == person ? Activity(at: at, .took(name, from: handoff.giver)) : nil
    }
    return (held + handed).sorted { $0.at < $1.at }
  }

  /// What a handoff is about, by name: `API-42`, `router-edge`, `the shift of api-primary`.
  public func name(of subject: Handoff.Subject) -> String {
    switch subject {
    case .issue(let id): issues[id]?.title.key.description ?? "an issue"
    case .service(let id): service(id)?.handle ?? "a service"
    case .shift(let change): "the shift of \(schedule(change.schedule)?.name ?? "a schedule")"
    }
  }

  /// What changed hands after a moment, by handoffs, oldest first.
  public func ownershipChanges(since: Instant) -> [HandoffFacts.OwnershipChange] {
    handoffs.compactMap { handoff -> HandoffFacts.OwnershipChange? in
      guard handoff.shiftChange == nil, case .accepted(let person, let at) = handoff.state,
        at > since
      else { return nil }
      let receiver: Handoff.Receiver =
        if case .team = handoff.receiver { handoff.receiver } else { .person(person) }
      return HandoffFacts.OwnershipChange(
        subject: name(of: handoff.subject), from: .person(handoff.giver), to: receiver, at: at)
    }.sorted { $0.at < $1.at }
  }
}

extension Page {
  /// When a person last took it, helped with it or ended it; nil when they never did.
  fileprivate func deed(of person: EntityID) -> Instant? {
    let known = acks ?? [firstAck].compactMap(\.self)
    let took = known.last { $0.by == person }?.at
    let ended = resolution?.by == person ? resolution?.at : nil
    return [took, ended].compactMap(\.self).max()
  }
}
