public import Domain

extension AppState {
  /// When the screen next shows something else although nothing happens: a page is told on, a shift
  /// changes, an update is asked for, or a countdown in sight drops; nil while nothing is due.
  public var wakesAt: Instant? {
    var moments = [nextEvent].compactMap(\.self)
    var counted = [alert?.due].compactMap(\.self)
    if place == .pages { counted += bill?.pages.compactMap { $0.isOpen ? $0.due : nil } ?? [] }
    moments += counted.compactMap { Countdown.nextChange(of: $0, now: now) }
    if place == .onCall { moments += rota.duties.compactMap { $0.until } }
    return moments.filter { $0 > now }.min()
  }

  /// Brings the bill up to a moment, with who is on call, my inbox and my pages; kept until the
  /// bill or the minute changes, or something in it falls due.
  mutating func settleWatch() -> [Effect] {
    let basis = PagerBasis(revision: billRevision, minute: now.milliseconds / Instant.minute)
    let isDue = nextEvent.map { $0 <= now } ?? false
    guard basis != pagerBasis || isDue, let bill = bill?.caughtUp(to: now) else { return [] }
    if isDue {
      tabBasis = nil
      serviceDutyBasis = nil
      note?.basis = nil
    }
    pagerBasis = basis
    self.bill = bill
    alert = PageAlert(bill, for: myID)
    if let myID {
      inbox = Inbox.items(
        from: inboxFacts + bill.inboxFacts(for: myID, now: now), bill.marks, for: myID)
    }
    let change = settlePager(bill)
    nextEvent = nextEvent(in: bill, pagerChange: change)
    return ring(for: bill)
  }

  /// The first moment ahead at which the bill is another by itself.
  private func nextEvent(in bill: WatchBill, pagerChange: Instant?) -> Instant? {
    var moments = bill.pages.compactMap { $0.isOpen ? $0.due : nil }
    moments += bill.handoffs.compactMap { $0.state.isOver ? nil : $0.nextDeadline }
    moments += [pagerChange].compactMap(\.self)
    if let myID {
      let today = bill.clock(of: myID).reading(now).date.daysSinceEpoch
      let (first, last) = (
        CivilDate(daysSinceEpoch: today - 1), CivilDate(daysSinceEpoch: today + 4)
      )
      for prompt in bill.prompts(of: myID) {
        let ahead = prompt.periods(
          from: first, through: last, bill.calendar(of: prompt, for: myID))
        moments += ahead.flatMap { [$0.opensAt, $0.asksAt, $0.digestAt] }
      }
    }
    return moments.filter { $0 > now }.min()
  }

  /// Rings the bell when a page begins to ring for me; those that rang before I came are in sight.
  private mutating func ring(for bill: WatchBill) -> [Effect] {
    let ringing = bill.pages.filter { page in
      myID.map { page.escalation?.told.contains($0) ?? false } ?? false
    }
    let before = ringingPages
    ringingPages = Set(ringing.map { $0.id })
    guard let before, !ringing.allSatisfy({ before.contains($0.id) }) else { return [] }
    return [.ring]
  }
}

extension Page {
  /// When its next step is told, or it rings again.
  var due: Instant? { nextEscalation ?? deadline }
}
