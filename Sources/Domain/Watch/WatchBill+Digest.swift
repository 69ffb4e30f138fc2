extension WatchBill {
  /// The prompts a person is asked by, those of their own teams.
  public func prompts(of person: EntityID) -> [Prompt] {
    let teams = teams(of: person)
    return prompts.filter { teams.contains($0.team) }
  }

  /// The update of a person for a date of a prompt; nil when they have not written.
  public func update(_ prompt: EntityID, _ person: EntityID, _ date: CivilDate) -> Update? {
    updates.first { $0.prompt == prompt && $0.person == person && $0.period == date }
  }

  /// From when on the draft of an update to a prompt tells what its writer did: since the last one
  /// they posted to it, at most a week back.
  public func draftStart(of person: EntityID, for prompt: EntityID, now: Instant) -> Instant {
    let weekAgo = now.advanced(by: -Instant.week)
    let last = updates.filter { $0.person == person && $0.prompt == prompt && $0.postedAt < now }
      .map(\.postedAt).max()
    return max(last ?? weekAgo, weekAgo)
  }

  /// How a team stands, as its prompt asked on a date; of a date that is over, as it stood then.
  public func digest(of prompt: Prompt, on date: CivilDate, now: Instant) -> Digest {
    let members = members(of: prompt.team).map(\.id)
    var material = DigestMaterial(prompt: prompt, date: date, members: members)
    material.updates = updates.filter { $0.prompt == prompt.id && $0.period == date }
    let team = Set(members)
    let clock = clock(ofTeam: prompt.team)
    let isToday = date >= clock.reading(now).date
    let period = prompt.period(on: date, Prompt.Calendar(person: clock, team: clock))
    material.blockers = blockers.filter { team.contains($0.person) && $0.since <= date }
      .map { blocker in
        var blocker = blocker
        if !isToday, let end = period?.digestAt, let cleared = blocker.clearedAt, cleared > end {
          blocker.restore()
        }
        return blocker
      }
    material.excused = Set(members.filter { isExcused($0, from: prompt, on: date) })
    let since = previousDigest(of: prompt, before: date, now: now)
    material.ownership = ownershipChanges(since: since).filter { change in
      (isToday || change.at <= period?.digestAt ?? now)
        && concerns(team: prompt.team, change)
    }
    material.onCall = isToday ? onCallTail(of: prompt.team, since: since, now: now) : nil
    return Digest.make(from: material, wording(for: nil))
  }

  /// Who is on call for a team, who is next, gaps of the next 14 days and pages since a moment.
  public func onCallTail(of team: EntityID, since: Instant, now: Instant) -> OnCallTail? {
    let schedules = schedules(of: team)
    guard !schedules.isEmpty else { return nil }
    let lines = schedules.compactMap { duty(in: $0, now: now) }
    let services = Set(services(of: team).map(\.id))
    let rang = Dictionary(
      grouping: pages.filter { services.contains($0.service) && $0.firstSeen > since },
      by: \.service)
    let counts = rang.map { HandoffFacts.ServiceCount(service: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.service) < ($0.count, $1.service) }
    return OnCallTail(schedules: lines, pages: counts)
  }

  /// Why a person is not asked by a prompt in a period: away, on holiday, or woken in the night;
  /// nil when they are asked.
  public func skip(
    _ person: EntityID, _ prompt: Prompt, in period: PromptPeriod
  ) -> Prompt.Skip? {
    let away = absences.filter { $0.person == person && !$0.period.isEmpty }
      .map { $0.period.start..<$0.period.end }
    return prompt.skip(
      period, absences: away, rings: pages.flatMap { $0.rings(for: person) },
      calendar(of: prompt, for: person))
  }

  private func isExcused(_ person: EntityID, from prompt: Prompt, on date: CivilDate) -> Bool {
    guard let period = prompt.period(on: date, calendar(of: prompt, for: person)) else {
      return true
    }
    return skip(person, prompt, in: period) != nil
  }

  private func previousDigest(of prompt: Prompt, before date: CivilDate, now: Instant) -> Instant {
    let clock = clock(ofTeam: prompt.team)
    let calendar = Prompt.Calendar(person: clock, team: clock)
    let start = CivilDate(daysSinceEpoch: date.daysSinceEpoch - 10)
    let end = CivilDate(daysSinceEpoch: date.daysSinceEpoch - 1)
    return prompt.periods(from: start, through: end, calendar).last?.digestAt
      ?? now.advanced(by: -Instant.day)
  }

  /// Whether a change of ownership is about a service of a team, or about its people.
  func concerns(team: EntityID, _ change: HandoffFacts.OwnershipChange) -> Bool {
    if services(of: team).contains(where: { $0.handle == change.subject }) { return true }
    let members = Set(members(of: team).map(\.id))
    return [change.from, change.to].contains { receiver in
      switch receiver {
      case .person(let id): members.contains(id)
      case .team(let id): id == team
      case nil: false
      }
    }
  }
}

extension Page {
  /// When it rang for a person, as far as that was kept; else when they must have heard it.
  fileprivate func rings(for person: EntityID) -> [Instant] {
    guard let rings else { return firstAck?.by == person ? [firstSeen] : [] }
    return rings.filter { $0.people.contains(person) }.map(\.at)
  }
}
