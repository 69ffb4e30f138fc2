extension WatchBill {
  /// What concerns a person among watches: pages, offers, requests, blockers and prompts.
  public func inboxFacts(for person: EntityID, now: Instant) -> [InboxFact] {
    let wording = wording(for: person)
    let actor = actor(person)
    return pages.filter(\.isOpen).compactMap { InboxFact.page($0, for: person, wording) }
      + handoffs.compactMap {
        InboxFact.handoff($0, for: actor, subject: name(of: $0.subject), wording)
      }
      + blockers.filter(\.isOpen).compactMap { blockerFact($0, for: actor, now, wording) }
      + coverFacts(for: person, now, wording) + offerFacts(for: person, now, wording)
      + promptFacts(for: person, now, wording) + noteFacts(for: person, now, wording)
  }

  /// Whom a blocker waits for: who is told at once, of an issue its owner; nil when that is nobody
  /// here.
  public func waitsFor(_ blocker: Blocker) -> Handoff.Receiver? {
    guard case .issue(let key) = blocker.cause else { return blocker.tells }
    return issues.values.first { $0.title.key == key }?.owner.map { .person($0) }
  }

  /// What waits for a person or their team; once it has for days, it is told to the team of who
  /// waits as well.
  private func blockerFact(
    _ blocker: Blocker, for actor: Handoff.Actor, _ now: Instant, _ wording: Wording
  ) -> InboxFact? {
    let clock = clock(of: blocker.person)
    let begin = clock.instant(blocker.since, 9 * 60)
    if let fact = InboxFact.blocker(
      blocker, waitsFor: waitsFor(blocker), for: actor, at: begin, wording)
    {
      return fact
    }
    guard blocker.isOverdue(on: clock.reading(now).date, week: WorkingWeek()),
      !teams(of: blocker.person).isDisjoint(with: actor.teams)
    else { return nil }
    let patience = blocker.overdueFrom(week: WorkingWeek()) ?? blocker.since
    return InboxFact(
      .stuck, .blocker(blocker.id), event: "blocker:\(blocker.id):overdue",
      at: clock.instant(patience, 9 * 60), by: blocker.person,
      words: "\(wording.mention(blocker.person)) still waits for \(blocker.words(wording))")
  }

  /// Notes of shifts that end soon and that nobody has handed over.
  private func noteFacts(
    for person: EntityID, _ now: Instant, _ wording: Wording
  ) -> [InboxFact] {
    shiftEnds(of: person, now: now, within: Instant.week).compactMap { end in
      let change = end.change
      let due = change.draftAt(on: clock(of: person))
      guard due <= now, now < change.at, draft(for: end)?.state ?? .draft == .draft else {
        return nil
      }
      return InboxFact(
        .noteDue, .shift(change.schedule), event: "note:\(change.schedule):\(change.at.iso8601)",
        at: due,
        words: "Your shift in \(wording.name(change.schedule)) ends "
          + "\(wording.moment(change.at)): write the note for \(wording.mention(end.receiver))")
    }
  }

  /// Requests to cover that a person may take: they name them, or nobody and the schedule is
  /// theirs or their team's.
  private func coverFacts(
    for person: EntityID, _ now: Instant, _ wording: Wording
  ) -> [InboxFact] {
    covers.compactMap { request in
      guard request.state(at: now) == .open, request.asker != person,
        let schedule = schedule(request.schedule)
      else { return nil }
      let mayTake =
        request.named.isEmpty
        ? schedule.participants.contains(person)
          || schedule.team.map(teams(of: person).contains) ?? false
        : request.named.contains(person)
      guard mayTake else { return nil }
      return InboxFact(
        .coverAsked, .coverRequest(request.id), event: "cover:\(request.id)",
        at: request.id.mintedAt,
        by: request.actor,
        words: "\(wording.mention(request.asker)) asks for cover in \(schedule.name) "
          + wording.span(request.period.start, request.period.end))
    }
  }

  /// Gifts and swaps offered to a person.
  private func offerFacts(
    for person: EntityID, _ now: Instant, _ wording: Wording
  ) -> [InboxFact] {
    offers.compactMap { offer in
      guard offer.receiver == person, offer.state(at: now) == .offered else { return nil }
      let schedule = schedule(offer.schedule)?.name ?? "a schedule"
      let swap = offer.takes.map { " for yours \(wording.span($0.start, $0.end))" } ?? ""
      return InboxFact(
        .offered, .coverRequest(offer.id), event: "offer:\(offer.id)", at: offer.id.mintedAt,
        by: offer.giver,
        words: "\(wording.mention(offer.giver)) offers a shift in \(schedule) "
          + "\(wording.span(offer.gives.start, offer.gives.end))\(swap)")
    }
  }

  private func promptFacts(
    for person: EntityID, _ now: Instant, _ wording: Wording
  ) -> [InboxFact] {
    prompts(of: person).compactMap { prompt in
      let calendar = calendar(of: prompt, for: person)
      guard let period = prompt.present(at: now, calendar), now < period.closesAt,
        skip(person, prompt, in: period) == nil
      else { return nil }
      return InboxFact.prompt(
        prompt, period, isAnswered: update(prompt.id, person, period.date) != nil, at: now, wording)
    }
  }
}

extension EntityID {
  /// When a time-ordered id was minted (UUIDv7: the first 48 bits are milliseconds).
  public var mintedAt: Instant { Instant(milliseconds: Int64(high >> 16)) }
}
