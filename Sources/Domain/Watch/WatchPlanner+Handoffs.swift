extension WatchPlanner {
  func offer(
    _ subject: Handoff.Subject, to receiver: Handoff.Receiver, _ message: String,
    _ newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    try checkMayGive(subject)
    let open = bill.handoffs.first {
      bill.caughtUp($0, to: now).state == .offered && $0.subject == subject
    }
    if let open {
      throw WatchRefusal(
        "\(bill.name(of: subject)) is offered to \(wording.receiver(open.receiver)) already; "
          + "withdraw that offer first")
    }
    var handoff = try refusing { () throws(Handoff.Refusal) in
      try Handoff(id: newID(), subject: subject, from: actor, to: receiver, message: message)
    }
    _ = try refusing { () throws(Handoff.Refusal) in
      try handoff.handle(.offer(by: actor), at: now)
    }
    return WatchPlan(
      "offered \(bill.name(of: subject)) to \(wording.receiver(receiver))",
      [.put(.handoff(handoff))])
  }

  func draft(_ note: HandoffNote, _ newID: () -> EntityID) throws(WatchRefusal) -> WatchPlan {
    let title = "wrote a handoff note for \(wording.mention(note.receiver))"
    guard var handoff = bill.handoff(of: note.change, from: note.giver) else {
      let made = try refusing { () throws(Handoff.Refusal) in
        try Handoff(
          id: newID(), subject: .shift(note.change), from: note.giver, to: .person(note.receiver),
          note: note)
      }
      return WatchPlan(title, [.put(.handoff(made))])
    }
    _ = try refusing { () throws(Handoff.Refusal) in
      try handoff.handle(.rewrite(note, by: actor), at: now)
    }
    return WatchPlan(title, [.put(.handoff(handoff))])
  }

  func handoff(_ id: EntityID, _ deed: HandoffDeed) throws(WatchRefusal) -> WatchPlan {
    var handoff = bill.caughtUp(
      try found(bill.handoffs.first { $0.id == id }, "handoff"), to: now)
    let effects = try refusing { () throws(Handoff.Refusal) in
      try handoff.handle(event(deed), at: now)
    }
    if case .accepted = handoff.state { try checkStillOwned(handoff.subject, by: handoff.giver) }
    let title = "\(words(for: deed)) \(bill.name(of: handoff.subject))"
    var edits: [WatchPlan.Edit] = [.put(.handoff(handoff))]
    for effect in effects { edits += try self.edits(effect, handoff) }
    return WatchPlan(title, edits)
  }

  /// The giver answers for what they give: its owner does or, where there is none, its team.
  private func checkMayGive(_ subject: Handoff.Subject) throws(WatchRefusal) {
    let owner = owner(of: subject)
    switch subject {
    case .shift:
      throw WatchRefusal("a shift is handed over with a note; see 'watchbill handoff draft'")
    case .issue: break
    case .service(let id):
      let service = try service(id)
      let team = service.team.flatMap(bill.team(named:))
      if owner == nil, let team, !bill.teams(of: actor).contains(team.id) {
        throw WatchRefusal(
          "\(service.handle) belongs to team \(team.handle); somebody of that team can offer it")
      }
    }
    guard owner == nil || owner == actor else {
      throw WatchRefusal(
        "\(bill.name(of: subject)) is owned by \(wording.sender(owner)), who alone can offer it",
        isAboutActor: true)
    }
  }

  /// Refuses an offer of what has got another owner since.
  private func checkStillOwned(
    _ subject: Handoff.Subject, by giver: EntityID
  ) throws(WatchRefusal) {
    guard let owner = owner(of: subject), owner != giver else { return }
    throw WatchRefusal(
      "\(bill.name(of: subject)) is owned by \(wording.mention(owner)) now and not by "
        + "\(wording.mention(giver)) any more; decline it")
  }

  private func owner(of subject: Handoff.Subject) -> EntityID? {
    switch subject {
    case .shift: return nil
    case .issue(let id): return bill.issues[id]?.owner
    case .service(let id):
      guard let handle = bill.service(id)?.owner else { return nil }
      return bill.people.first { $0.handle == handle }?.id
    }
  }

  private func event(_ deed: HandoffDeed) -> HandoffEvent {
    let me = bill.actor(actor)
    return switch deed {
    case .offer: .offer(by: actor)
    case .say(let text): .say(text, by: actor)
    case .rewrite(let note): .rewrite(note, by: actor)
    case .accept: .accept(by: me)
    case .acceptItem(let id): .acceptItem(id, by: me)
    case .acceptAll: .acceptEverything(by: me)
    case .decline(let reason): .decline(reason: reason, by: me)
    case .withdraw: .withdraw(by: actor)
    }
  }

  private func edits(
    _ effect: HandoffEffect, _ handoff: Handoff
  ) throws(WatchRefusal) -> [WatchPlan.Edit] {
    switch effect {
    case .moveOwner(let receiver, let person): return moves(handoff.subject, to: receiver, person)
    case .passPage(let id, let receiver):
      // What a third person holds stays theirs: nobody is told that it was taken from them.
      let owner = bill.pages.first { $0.id == id }?.owner
      guard owner == nil || owner == handoff.giver else { return [] }
      return [try put(id, .pass(to: receiver))].compactMap(\.self)
    case .returnPage(let id): return [try put(id, .release(by: nil))].compactMap(\.self)
    case .takeAsk, .tell, .tellTeam, .line: return []
    }
  }

  private func moves(
    _ subject: Handoff.Subject, to receiver: Handoff.Receiver, _ person: EntityID
  ) -> [WatchPlan.Edit] {
    func set(_ kind: EntityKind, _ id: EntityID, _ field: Field, _ value: EntityID)
      -> WatchPlan.Edit
    {
      .change(.set(SetField(EntityRef(kind, id), field, to: .reference(value))))
    }
    switch (subject, receiver) {
    case (.issue(let id), _): return [set(.issue, id, .owner, person)]
    case (.service(let id), .person): return [set(.service, id, .owner, person)]
    case (.service(let id), .team(let team)):
      return [set(.service, id, .team, team), set(.service, id, .owner, person)]
    case (.shift, _): return []
    }
  }

  /// A page after an event; nil when it is gone or the event no longer fits it.
  private func put(_ id: EntityID, _ event: PageEvent) throws(WatchRefusal) -> WatchPlan.Edit? {
    guard let known = bill.pages.first(where: { $0.id == id }) else { return nil }
    var page = bill.caughtUp(known, to: now)
    guard let effects = try? page.handle(event, at: now) else { return nil }
    return try put(page, after: effects)
  }

  private func words(for deed: HandoffDeed) -> String {
    switch deed {
    case .offer: "offered"
    case .say, .rewrite: "wrote the handoff note of"
    case .accept, .acceptAll: "accepted"
    case .acceptItem: "accepted a part of"
    case .decline: "declined"
    case .withdraw: "withdrew the offer of"
    }
  }
}
