extension WatchBill {
  /// The schedules whose people are told of pages of a service, in the order of its policy's
  /// steps, each once.
  public func schedules(paging service: EntityID) -> [Schedule] {
    var found: [Schedule] = []
    for case .schedule(let id) in policy(of: service)?.steps.flatMap(\.targets) ?? [] {
      if let schedule = schedule(id), !found.contains(where: { $0.id == id }) {
        found.append(schedule)
      }
    }
    return found
  }

  /// Who is on call in a schedule, until when, and who comes then, as far as the next 14 days
  /// tell; nil when zone data are missing.
  public func duty(in schedule: Schedule, now: Instant) -> OnCallTail.Schedule? {
    guard let resolver = try? resolver(of: schedule) else { return nil }
    let shown = Period(now, now.advanced(by: 14 * Instant.day))
    let timeline = resolver.timeline(in: shown)
    let handoff = timeline.handoffs.first { $0.at > now }
    return OnCallTail.Schedule(
      id: schedule.id, now: timeline.stretch(at: now)?.holders.map(\.person) ?? [],
      until: handoff?.at, next: handoff?.incoming ?? [],
      gaps: resolver.gaps(in: shown).map { HandoffFacts.Span($0.period.start, $0.period.end) },
      isNeeded: !resolver.wanted(in: Period(now, now.advanced(by: 1))).isEmpty)
  }

  /// Handoffs of an issue or a service that were accepted, the newest first.
  public func transfers(of subject: Handoff.Subject) -> [Transfer] {
    handoffs.compactMap { handoff in
      guard handoff.subject == subject, case .accepted(let person, let at) = handoff.state else {
        return nil
      }
      return Transfer(from: handoff.giver, to: handoff.receiver, by: person, at: at)
    }.sorted { $0.at > $1.at }
  }

  /// Issues and services that wait for somebody's answer, the newest first.
  public var openOffers: [Handoff] {
    handoffs.filter { $0.shiftChange == nil && $0.state == .offered }
      .sorted { ($0.offeredAt ?? .distantPast, $0.id) > ($1.offeredAt ?? .distantPast, $1.id) }
  }

  /// The offer of an issue or a service that waits for an answer; nil when there is none.
  public func openOffer(of subject: Handoff.Subject) -> Handoff? {
    openOffers.first { $0.subject == subject }
  }

  /// Why a verb cannot be done now; nil when it can.
  public func refusal(
    of verb: WatchVerb, by actor: EntityID, at now: Instant
  ) -> WatchRefusal? {
    do throws(WatchRefusal) {
      // Nothing is written: every new thing may have the id of whoever asks.
      _ = try plan(verb, by: actor, at: now, newID: { actor })
      return nil
    } catch {
      return error
    }
  }

  /// A change of hands that was accepted.
  public struct Transfer: Sendable, Equatable {
    /// Who had it.
    public var from: EntityID
    /// Who it was offered to.
    public var to: Handoff.Receiver
    /// Who accepted, and answers for it since.
    public var by: EntityID
    /// When.
    public var at: Instant

    /// A change of hands.
    public init(from: EntityID, to: Handoff.Receiver, by: EntityID, at: Instant) {
      self.from = from
      self.to = to
      self.by = by
      self.at = at
    }
  }
}
