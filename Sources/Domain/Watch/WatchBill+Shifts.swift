/// The end of somebody's shift, and who comes on.
public struct ShiftEnd: Sendable, Equatable {
  /// The change, with both shifts' spans.
  public var change: Handoff.ShiftChange
  /// Who goes off duty.
  public var giver: EntityID
  /// Who comes on duty; the first of several.
  public var receiver: EntityID
}

extension WatchBill {
  /// The next end of a shift of a person, over all schedules; one that has passed within a day
  /// counts when none is to come.
  public func shiftEnd(of person: EntityID, now: Instant) -> ShiftEnd? {
    let ends = schedules.compactMap { shiftEnd(of: person, in: $0, now: now) }
    return ends.filter { $0.change.at > now }.min { $0.change.at < $1.change.at }
      ?? ends.max { $0.change.at < $1.change.at }
  }

  /// The same in one schedule; within eight weeks.
  public func shiftEnd(of person: EntityID, in schedule: Schedule, now: Instant) -> ShiftEnd? {
    guard let resolver = try? resolver(of: schedule) else { return nil }
    let span = Period(now.advanced(by: -Instant.day), now.advanced(by: 8 * Instant.week))
    let handoffs = resolver.timeline(in: span).handoffs.filter { handoff in
      handoff.outgoing.contains(person) && handoff.incoming.contains { $0 != person }
    }
    let next = handoffs.first { $0.at > now } ?? handoffs.last
    guard let handoff = next,
      let receiver = handoff.incoming.first(where: { !handoff.outgoing.contains($0) })
        ?? handoff.incoming.first(where: { $0 != person })
    else { return nil }
    func shift(of person: EntityID, at instant: Instant) -> Period? {
      resolver.wholeShifts(in: Period(instant, instant.advanced(by: 1)))
        .first { $0.person == person }?.period
    }
    let ended = shift(of: person, at: handoff.at.advanced(by: -1))
    let begun = shift(of: receiver, at: handoff.at)
    return ShiftEnd(
      change: Handoff.ShiftChange(
        schedule: schedule.id, began: ended?.start ?? span.start, at: handoff.at,
        nextEnds: begun?.end ?? handoff.at.advanced(by: Instant.day)),
      giver: person, receiver: receiver)
  }

  /// The note for the end of a shift, with all that is known gathered; a draft that is there is
  /// brought up to date and keeps what its giver wrote.
  ///
  /// - Parameter touched: issues the giver touched during the shift.
  public func note(for end: ShiftEnd, touched: [HandoffFacts.TouchedIssue]) -> HandoffNote {
    var material = HandoffMaterial(change: end.change, giver: end.giver, receiver: end.receiver)
    let schedule = schedule(end.change.schedule)
    let served = schedule?.team.map { Set(services(of: $0).map(\.id)) }
    material.pages = pages.filter { served?.contains($0.service) ?? true }
    material.windows = maintenance
    material.issues = touched
    material.ownership = ownershipChanges(since: end.change.began)
    let next = Period(end.change.at, end.change.nextEnds)
    if let schedule, let resolver = try? resolver(of: schedule) {
      material.gaps = resolver.gaps(in: next).map {
        HandoffFacts.Span($0.period.start, $0.period.end)
      }
      material.covers = schedule.overrides.filter { $0.period.overlaps(next) }.map {
        HandoffFacts.Span($0.period.start, $0.period.end, person: $0.people.last)
      }
      let team = Set(schedule.participants)
      material.absences = absences.filter { team.contains($0.person) }.map {
        HandoffFacts.Span($0.period.start, $0.period.end, person: $0.person)
      }
    }
    material.unfinishedAsks = unfinishedAsks(before: end)
    var note = HandoffNote.gather(material, on: clock(of: end.giver))
    if let written = draft(for: end)?.note {
      note.feel = written.feel
      note.watch = written.watch
      note.asks += written.asks.filter { ask in !note.asks.contains { $0.id == ask.id } }
    }
    return note
  }

  /// The handoff whose note is being written for the end of a shift; nil when there is none.
  public func draft(for end: ShiftEnd) -> Handoff? {
    handoffs.first {
      !$0.state.isOver && $0.giver == end.giver
        && $0.shiftChange?.schedule == end.change.schedule && $0.shiftChange?.at == end.change.at
    }
  }

  /// Asks of the last note that was given to this giver and that nobody has taken on.
  private func unfinishedAsks(before end: ShiftEnd) -> [HandoffNote.Ask] {
    let last = handoffs.filter {
      $0.shiftChange?.schedule == end.change.schedule
        && $0.shiftChange.map { $0.at < end.change.at } ?? false
    }.max { ($0.shiftChange?.at ?? end.change.at) < ($1.shiftChange?.at ?? end.change.at) }
    guard let last, let note = last.note else { return [] }
    let open = Set(last.openItems.filter { $0.kind == .ask }.map(\.id))
    return note.asks.filter { open.contains($0.id) }
  }
}
