extension WatchBill {
  /// The bill as it stands at an instant: every timer that has run out since has done its work.
  ///
  /// Nobody is told by this; without a hub, time passes when somebody looks.
  public func caughtUp(to now: Instant) -> WatchBill {
    var bill = self
    bill.moment = now
    let book = OnCallBook(self)
    // A page that its holder still has after the end of the shift moves at an instant of its own.
    for move in pageMoves(until: now) {
      for index in bill.pages.indices where bill.pages[index].isOpen {
        let page = caughtUp(bill.pages[index], to: move.at, book)
        bill.pages[index] = moved(page, by: move, book)
      }
    }
    bill.pages = bill.pages.map { $0.isOpen ? caughtUp($0, to: now, book) : $0 }
    bill.handoffs = handoffs.map { caughtUp($0, to: now) }
    return bill
  }

  /// A page as it stands at an instant.
  public func caughtUp(_ page: Page, to now: Instant) -> Page {
    caughtUp(page, to: now, OnCallBook(self))
  }

  /// A handoff as it stands at an instant: an offer expires, a shift passes.
  public func caughtUp(_ handoff: Handoff, to now: Instant) -> Handoff {
    var handoff = handoff
    if let due = handoff.nextDeadline, due <= now {
      _ = try? handoff.handle(.timePasses(pages: pages), at: now)
    }
    return handoff
  }

  private func caughtUp(_ page: Page, to now: Instant, _ book: OnCallBook) -> Page {
    guard let desk = desk(of: page, book) else { return page }
    var timers = PageTimers(page: page, desk: desk, book: book)
    timers.run(until: now)
    return timers.page
  }

  // MARK: Pages after a shift

  /// The end of a shift after which pages move from who went off duty.
  private struct PageMove {
    var at: Instant
    var handoff: Handoff
  }

  private func pageMoves(until now: Instant) -> [PageMove] {
    handoffs.compactMap { handoff -> PageMove? in
      guard let at = handoff.pagesMoveAt, at <= now else { return nil }
      return PageMove(at: at, handoff: handoff)
    }.sorted { ($0.at, $0.handoff.id) < ($1.at, $1.handoff.id) }
  }

  /// A page after the end of a shift: returned or passed on when it was still held then.
  ///
  /// One that something happened to later has moved already, or was taken anew.
  private func moved(_ page: Page, by move: PageMove, _ book: OnCallBook) -> Page {
    guard page.lastEvent <= move.at, let change = move.handoff.shiftChange,
      isServed(page.service, by: change.schedule), let desk = desk(of: page, book)
    else { return page }
    var moved = page
    for effect in move.handoff.pageMoves(among: [page]) {
      let event: PageEvent? =
        switch effect {
        case .returnPage: .release(by: nil)
        case .passPage(_, let person): .pass(to: person)
        default: nil
        }
      if let event { _ = try? moved.handle(event, at: move.at, with: desk) }
    }
    return moved
  }

  /// Whether those on call in a schedule answer for a service: all of them where it has no team.
  func isServed(_ service: EntityID, by schedule: EntityID) -> Bool {
    guard let team = self.schedule(schedule)?.team.flatMap(team) else { return true }
    return self.service(service)?.team == team.handle
  }
}
