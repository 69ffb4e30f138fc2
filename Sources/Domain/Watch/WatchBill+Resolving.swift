extension WatchBill {
  /// The resolver of a schedule; throws in words when zone data are missing.
  ///
  /// Whoever is no longer among the people keeps the slot and does not count from then on.
  public func resolver(of schedule: Schedule) throws(WatchRefusal) -> Resolver {
    do throws(ZoneError) {
      return try Resolver(schedule, zones: zones, barred: strangers(in: schedule))
    } catch {
      throw WatchRefusal(error)
    }
  }

  /// Who is on call in a schedule at an instant, in slot order; nobody when it cannot be told.
  public func onCall(_ schedule: EntityID, at instant: Instant) -> [EntityID] {
    guard let schedule = self.schedule(schedule), let resolver = try? resolver(of: schedule) else {
      return []
    }
    return resolver.resolve(instant).holders.map(\.person)
  }

  private func strangers(in schedule: Schedule) -> Barred {
    let strangers = schedule.participants.subtracting(people.map(\.id))
    return Barred(
      since: Dictionary(
        strangers.map { ($0, gone[$0]?.at ?? .distantPast) },
        uniquingKeysWith: { first, _ in first }
      ))
  }

  // MARK: Paging

  /// The policy that pages of a service follow.
  ///
  /// Without one of its own, its team's people are told: who is on call at
  /// once, everybody after ten minutes. Nil for a service nobody owns.
  public func policy(of service: EntityID) -> EscalationPolicy? {
    guard let service = self.service(service) else { return nil }
    if let handle = service.policy,
      let named = policies.first(where: { $0.handle.lowercased() == handle.lowercased() })
    {
      return named.policy
    }
    guard let team = service.team.flatMap(team(named:)) else { return nil }
    var steps: [EscalationPolicy.Step] = []
    let schedules = schedules(of: team.id).map { EscalationPolicy.Target.schedule($0.id) }
    if !schedules.isEmpty {
      steps.append(EscalationPolicy.Step(schedules, wait: 10 * Instant.minute))
    }
    steps.append(EscalationPolicy.Step([.team(team.id)], wait: 15 * Instant.minute))
    let version = EscalationPolicy.Version(policy: team.id, number: 0)
    return try? EscalationPolicy(version: version, steps: steps, repeats: 1)
  }

  /// The desk that tells the people of a service; nil when nobody owns it.
  func desk(of service: EntityID) -> PagingDesk? {
    policy(of: service).map { policy in
      PagingDesk(
        policy: policy, windows: maintenance, turn: pages.count { $0.service == service },
        onCall: people(for:at:))
    }
  }

  private func people(for target: EscalationPolicy.Target, at instant: Instant) -> [EntityID] {
    switch target {
    case .person(let id): [id]
    case .schedule(let id): onCall(id, at: instant)
    case .team(let id): members(of: id).map(\.id)
    }
  }

  /// Who answers first for a service at an instant: people and schedules of the first step of its
  /// policy; nobody when that names only teams.
  public func onCall(for service: EntityID, at instant: Instant) -> [EntityID] {
    var people: [EntityID] = []
    for target in policy(of: service)?.steps.first?.targets ?? [] {
      if case .team = target { continue }
      for person in self.people(for: target, at: instant) where !people.contains(person) {
        people.append(person)
      }
    }
    return people
  }

  /// The course of an escalation from an instant on, for 24 hours, if nobody did anything.
  public func plan(
    _ policy: EscalationPolicy, _ urgency: Urgency, from instant: Instant
  ) -> EscalationPlan {
    policy.plan(urgency, from: instant, onCall: people(for:at:))
  }

  /// Whom a page that rings will tell next, in order, if nobody does anything before `end`.
  public func plan(of page: Page, until end: Instant) -> [EscalationFiring] {
    guard let escalation = page.escalation, let next = escalation.nextAt,
      let desk = desk(of: page.service)
    else { return [] }
    return desk.policy.plan(
      page.urgency, from: next, rung: escalation.nextRung, until: end, turn: desk.turn,
      onCall: desk.onCall
    ).firings
  }

  /// A page as it stands at an instant: every timer that has run out since has done its work.
  ///
  /// Nobody is told by this; without a hub, time passes when somebody looks.
  public func caughtUp(_ page: Page, to now: Instant) -> Page {
    var page = page
    guard let desk = desk(of: page.service) else { return page }
    // Past its last repeat a page rings hourly; three weeks of that are followed, not for ever.
    for _ in 0..<500 {
      let escalation = page.nextEscalation.map { ($0, PageEvent.escalationDue) }
      let lapse = page.deadline.map { ($0, PageEvent.deadlinePasses) }
      let due = [escalation, lapse].compactMap(\.self).min { $0.0 < $1.0 }
      guard let (at, event) = due, at <= now else { return page }
      let before = page
      guard (try? page.handle(event, at: at, with: desk)) != nil, page != before else {
        return before
      }
    }
    return page
  }

  /// A handoff as it stands at an instant: an offer expires, a shift passes.
  public func caughtUp(_ handoff: Handoff, to now: Instant) -> Handoff {
    var handoff = handoff
    if let due = handoff.nextDeadline, due <= now {
      _ = try? handoff.handle(.timePasses(pages: pages), at: now)
    }
    return handoff
  }

  /// The bill as it stands at an instant.
  public func caughtUp(to now: Instant) -> WatchBill {
    var bill = self
    bill.pages = pages.map { $0.isOpen ? caughtUp($0, to: now) : $0 }
    bill.handoffs = handoffs.map { $0.state.isOver ? $0 : caughtUp($0, to: now) }
    return bill
  }
}

extension Schedule {
  /// Everybody the plan, its overrides and its fixed plans name.
  public var participants: Set<EntityID> {
    var people = Set(overrides.flatMap(\.people))
    for plan in fixedPlans {
      people.formUnion(plan.shifts.map(\.person))
      if let fallback = plan.fallback { people.insert(fallback) }
    }
    for layer in versions.flatMap(\.layers) {
      switch layer.source {
      case .people(let fixed): people.formUnion(fixed)
      case .rotation(let rotation): people.formUnion(rotation.slots.joined())
      case .shifts(let shifts): people.formUnion(shifts.flatMap(\.people))
      case .calendar(let calendar): people.formUnion(calendar.events.flatMap(\.people))
      }
    }
    return people
  }
}
