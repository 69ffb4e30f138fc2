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
    let ends = shiftEnds(of: person, in: schedule, now: now)
    return ends.first { $0.change.at > now } ?? ends.last
  }

  /// The ends of shifts of a person that have passed within a day or come within a time, over all
  /// schedules and in order; two days hold those that can be handed over together.
  public func shiftEnds(
    of person: EntityID, now: Instant, within time: Int64 = 2 * Instant.day
  ) -> [ShiftEnd] {
    schedules.flatMap { shiftEnds(of: person, in: $0, now: now) }
      .filter { $0.change.at <= now.advanced(by: time) }
      .sorted { ($0.change.at, $0.change.schedule) < ($1.change.at, $1.change.schedule) }
  }

  /// The ends of a person's shifts in one schedule, from a day ago to eight weeks ahead.
  ///
  /// A time without anybody on call, as between the windows of a layer, ends no shift by itself:
  /// it does when somebody else is the next to come.
  private func shiftEnds(
    of person: EntityID, in schedule: Schedule, now: Instant
  ) -> [ShiftEnd] {
    guard schedule.participants.contains(person), let resolver = try? resolver(of: schedule) else {
      return []
    }
    let dayAgo = now.advanced(by: -Instant.day)
    let span = Period(now.advanced(by: -5 * Instant.week), now.advanced(by: 8 * Instant.week))
    let held = resolver.timeline(in: span).stretches.filter { !$0.holders.isEmpty }
    var ends: [ShiftEnd] = []
    var began: Instant?
    for (index, stretch) in held.enumerated().dropLast() {
      guard stretch.has(person) else {
        began = nil
        continue
      }
      let start = began ?? stretch.period.start
      began = start
      guard stretch.period.end > dayAgo, !held[index + 1].has(person) else { continue }
      let run = Run(held: held, last: index, began: start == span.start ? nil : start)
      ends.append(end(of: person, run, resolver))
    }
    return ends
  }

  /// A person's shift among the stretches in which somebody is on call.
  private struct Run {
    var held: [Stretch]
    /// The last stretch of the shift; at least one follows.
    var last: Int
    /// When it began; nil when that lies before the stretches.
    var began: Instant?
  }

  private func end(of person: EntityID, _ run: Run, _ resolver: Resolver) -> ShiftEnd {
    let last = run.held[run.last]
    let following = run.held[(run.last + 1)...]
    let coming = following.first?.holders.map(\.person) ?? []
    let receiver = coming.first { !last.has($0) } ?? coming.first ?? person
    let begins = following.first?.period.start ?? last.period.end
    // Who covers during the next turn is told in the note, and does not end it.
    let reason = following.first?.holders.first { $0.person == receiver }?.reason
    let turn = reason?.override == nil ? reason?.turn?.period.end : nil
    let isSeen = following.contains { !$0.has(receiver) }
    let ends = turn ?? (isSeen ? following.prefix { $0.has(receiver) }.last?.period.end : nil)
    func shift(of person: EntityID, at instant: Instant) -> Period? {
      resolver.shifts(at: instant).first { $0.person == person }?.period
    }
    return ShiftEnd(
      change: Handoff.ShiftChange(
        schedule: resolver.schedule.id,
        began: run.began ?? shift(of: person, at: run.held[0].period.start)?.start
          ?? run.held[0].period.start,
        at: last.period.end, nextBegins: begins > last.period.end ? begins : nil,
        nextEnds: ends ?? shift(of: receiver, at: begins)?.end
          ?? begins.advanced(by: Instant.day)),
      giver: person, receiver: receiver)
  }

  /// The note for the end of a shift, with all that is known gathered; a draft that is there is
  /// brought up to date and keeps what its giver wrote.
  ///
  /// - Parameter touched: issues the giver touched during the shift.
  public func note(for end: ShiftEnd, touched: [HandoffFacts.TouchedIssue]) -> HandoffNote {
    var material = HandoffMaterial(change: end.change, giver: end.giver, receiver: end.receiver)
    let schedule = schedule(end.change.schedule)
    material.pages = pages.filter { isServed($0.service, by: end.change.schedule) }
    let wording = wording(for: end.giver)
    for page in material.pages {
      material.rings[page.id] = page.rings?.map(\.at)
      material.lastNotes[page.id] = page.lastNote?.words(wording)
    }
    material.windows = maintenance.filter { window in
      window.services?.contains { isServed($0, by: end.change.schedule) } ?? true
    }
    material.issues = touched
    material.ownership = ownershipChanges(since: end.change.began).filter { change in
      schedule?.team.map { concerns(team: $0, change) } ?? true
    }
    let next = Period(end.change.at, end.change.nextEnds)
    if let schedule, let resolver = try? resolver(of: schedule) {
      material.gaps = resolver.gaps(in: next).map {
        HandoffFacts.Span($0.period.start, $0.period.end)
      }
      material.covers = schedule.overrides.filter { $0.period.overlaps(next) }.flatMap { override in
        override.standIns.map {
          HandoffFacts.Span(override.period.start, override.period.end, person: $0)
        }
      }
      let team = Set(schedule.participants)
      material.absences = absences.filter { team.contains($0.person) }.map {
        HandoffFacts.Span($0.period.start, $0.period.end, person: $0.person)
      }
    }
    let written = draft(for: end)?.note
    // Asks left over are taken into the first draft; from then on its giver says which there are.
    if written == nil { material.unfinishedAsks = unfinishedAsks(before: end) }
    var note = HandoffNote.gather(material, on: clock(of: end.giver))
    if let written {
      note.feel = written.feel
      note.watch = written.watch
      note.asks = written.asks
    }
    return note
  }

  /// The handoff whose note is being written for the end of a shift, or was accepted for it; nil
  /// when there is none.
  public func draft(for end: ShiftEnd) -> Handoff? {
    handoff(of: end.change, from: end.giver)
  }

  /// The handoff that somebody keeps, has offered or has had accepted for a change of shifts.
  func handoff(of change: Handoff.ShiftChange, from giver: EntityID) -> Handoff? {
    let all = handoffs.filter {
      $0.giver == giver && $0.shiftChange?.schedule == change.schedule
        && $0.shiftChange?.at == change.at
    }
    return all.first { !$0.state.isOver } ?? all.first { $0.state.isAccepted }
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

extension Override {
  /// Who is on call by it that would not be otherwise.
  fileprivate var standIns: [EntityID] {
    switch kind {
    case .cover(let people), .add(let people): people
    case .replace(_, let person): [person]
    case .remove: []
    }
  }
}

extension Stretch {
  fileprivate func has(_ person: EntityID) -> Bool { holders.contains { $0.person == person } }
}
