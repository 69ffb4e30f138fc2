internal import Domain
internal import Storage

/// Services, issues and shifts that were offered.
extension DemoHistory {
  func handoffs(_ cast: DemoCast) throws -> [Deed] {
    try plan.handoffs.flatMap { try deeds($0, cast) }
      + plan.shiftNotes.flatMap { try deeds($0, cast) }
  }

  private func deeds(_ handoff: DemoHandoff, _ cast: DemoCast) throws -> [Deed] {
    let giver = try cast.person(handoff.from)
    let receiver = try cast.person(handoff.to)
    func subject(_ sitting: WatchSitting) throws -> Handoff.Subject {
      if let key = handoff.issue.flatMap({ IssueKey($0) }) {
        return .issue(try sitting.issueID(key))
      }
      return .service(try cast.service(handoff.service ?? ""))
    }
    var deeds = [
      Deed(
        at: handoff.at.instant(from: now),
        act: .watch { sitting in
          try sitting.perform(
            .offer(subject(sitting), to: .person(receiver), message: handoff.message), as: giver)
        })
    ]
    let accepted = handoff.accepted.map { ($0, HandoffDeed.accept) }
    let declined = handoff.declined.map { ($0, HandoffDeed.decline(reason: handoff.reason ?? "")) }
    guard let (moment, deed) = accepted ?? declined else { return deeds }
    deeds.append(
      Deed(
        at: moment.instant(from: now),
        act: .watch { sitting in
          let wanted = try subject(sitting)
          let offer = sitting.bill.handoffs.first { $0.subject == wanted && $0.state == .offered }
          guard let offer else { throw Failure(.failed, "\(handoff.from) has offered nothing") }
          try sitting.perform(.handoff(offer.id, deed), as: receiver)
        }))
    return deeds
  }

  /// The note for the end of a shift; that of a shift which has ended was offered and accepted.
  private func deeds(_ plan: DemoShiftNote, _ cast: DemoCast) throws -> [Deed] {
    guard let change = try changed(plan.schedule, cast) else { return [] }
    guard plan.ended == true else {
      // Whoever is on call now writes, and not who was on call just before.
      let time = max(change, now.advanced(by: -8 * Instant.minute))
      return [note(plan, at: time, cast, isOffered: false)]
    }
    return [
      note(plan, at: change.advanced(by: -40 * Instant.minute), cast, isOffered: true),
      Deed(
        at: change.advanced(by: 6 * Instant.minute),
        act: .watch { sitting in
          let offer = sitting.bill.caughtUp(to: sitting.now).handoffs.first {
            $0.shiftChange?.at == change && !$0.state.isOver
          }
          guard let offer, case .person(let receiver) = offer.receiver else {
            throw Failure(.failed, "no note was offered for \(plan.schedule)")
          }
          try sitting.perform(.handoff(offer.id, .acceptAll), as: receiver)
        }),
    ]
  }

  private func note(
    _ plan: DemoShiftNote, at time: Instant, _ cast: DemoCast, isOffered: Bool
  ) -> Deed {
    Deed(
      at: time,
      act: .watch { sitting in
        let schedule = try sitting.bill.schedule(named: plan.schedule)
        let holder = sitting.bill.onCall(schedule.id, at: time).first
        guard let holder,
          let end = sitting.bill.shiftEnd(of: holder, in: schedule, now: time)
        else { throw Failure(.failed, "nobody hands \(plan.schedule) over") }
        var note = sitting.bill.note(for: end, touched: [])
        note.feel = plan.feel
        note.watch = plan.watch.map { HandoffNote.Watch($0.what, escalateWhen: $0.escalate) }
        note.asks = plan.asks.map { ask in
          HandoffNote.Ask(id: sitting.newID(), ask)
        }
        try sitting.perform(.draft(note), as: holder)
        guard isOffered, let draft = sitting.bill.draft(for: end) else { return }
        try sitting.perform(.handoff(draft.id, .offer), as: holder)
      })
  }

  /// When whoever is on call in a schedule now came on duty; the schedule is still to be made.
  private func changed(_ name: String, _ cast: DemoCast) throws -> Instant? {
    guard let plan = plan.schedules.first(where: { $0.name == name }) else { return nil }
    let made = try schedule(plan, EntityID(high: 0, low: 0), cast)
    var bill = cast.bill
    bill.zones = cast.zones
    return try bill.resolver(of: made).shifts(at: now).first?.period.start
  }
}
