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

  /// The desk that tells the people of a page; nil when nobody owns its service.
  ///
  /// It goes by the policy the page was opened under; without one that was kept, by its service's.
  func desk(of page: Page, _ book: OnCallBook? = nil) -> PagingDesk? {
    guard let policy = page.course ?? policy(of: page.service) else { return nil }
    let turn =
      page.turn
      ?? pages.count { $0.service == page.service && $0.firstSeen < page.firstSeen }
    return desk(policy, turn: turn, book ?? OnCallBook(self))
  }

  /// What a page of a service that is opened now keeps to; nil when nobody owns the service.
  func opening(
    of service: EntityID, _ id: EntityID, isInMaintenance: Bool
  ) -> PageOpening? {
    guard let policy = policy(of: service) else { return nil }
    let before = pages.filter { $0.policy?.policy == policy.version.policy }
    let turn = before.compactMap(\.turn).max().map { $0 + 1 } ?? before.count
    return PageOpening(id: id, course: policy, turn: turn, isInMaintenance: isInMaintenance)
  }

  private func desk(_ policy: EscalationPolicy, turn: Int, _ book: OnCallBook) -> PagingDesk {
    PagingDesk(policy: policy, windows: maintenance, turn: turn, onCall: book.people(for:at:))
  }

  /// Who answers first for a service at an instant: people and schedules of the first step of its
  /// policy; nobody when that names only teams.
  public func onCall(for service: EntityID, at instant: Instant) -> [EntityID] {
    let book = OnCallBook(self)
    var people: [EntityID] = []
    for target in policy(of: service)?.steps.first?.targets ?? [] {
      if case .team = target { continue }
      for person in book.people(for: target, at: instant) where !people.contains(person) {
        people.append(person)
      }
    }
    return people
  }

  /// The course of an escalation from an instant on, for 24 hours, if nobody did anything.
  public func plan(
    _ policy: EscalationPolicy, _ urgency: Urgency, from instant: Instant
  ) -> EscalationPlan {
    policy.plan(urgency, from: instant, onCall: OnCallBook(self).people(for:at:))
  }

  /// Whom a page that rings will tell next, in order, if nobody does anything before `end`.
  public func plan(of page: Page, until end: Instant) -> [EscalationFiring] {
    guard let escalation = page.escalation, let next = escalation.nextAt,
      let desk = desk(of: page)
    else { return [] }
    return desk.policy.plan(
      page.urgency, from: next, rung: escalation.nextRung, until: end, turn: desk.turn,
      onCall: desk.onCall
    ).firings
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
