/// Lets the timers of one page do their work, one after another, up to an instant.
struct PageTimers {
  private(set) var page: Page
  private let desk: PagingDesk
  private let book: OnCallBook
  /// The instant of the last thing that was done.
  private var done = Instant.distantPast

  /// Past its last repeat a page rings every hour; only these last calls are worked out.
  private static let callsWorkedOut: Int64 = 24
  /// How far back it is looked for somebody who came on call.
  private static let reach = 13 * Instant.week
  /// More timers than any page has between two looks at it.
  private static let most = 500

  init(page: Page, desk: PagingDesk, book: OnCallBook) {
    self.page = page
    self.desk = desk
    self.book = book
  }

  mutating func run(until now: Instant) {
    for _ in 0..<PageTimers.most {
      leaveOutCalls(until: now)
      guard let (at, event) = next(until: now) else { return }
      let before = page
      guard (try? page.handle(event, at: at, with: desk)) != nil else {
        page = before
        return
      }
      guard page != before || at > done else { return }
      done = at
    }
  }

  private typealias Timer = (at: Instant, event: PageEvent)

  private func next(until now: Instant) -> Timer? {
    let escalation = page.nextEscalation.map { ($0, PageEvent.escalationDue) }
    return ([escalation] + others(until: now)).compactMap(\.self).filter { $0.0 <= now }
      .min { $0.0 < $1.0 }.map { (at: $0.0, event: $0.1) }
  }

  /// The timers beside that of the next step.
  private func others(until now: Instant) -> [(Instant, PageEvent)?] {
    [
      page.deadline.map { ($0, PageEvent.deadlinePasses) },
      windowEnd.map { ($0, PageEvent.windowEnds) },
      cover(until: now).map { ($0, PageEvent.covered) },
      change(until: now).map { ($0, PageEvent.shiftChanges) },
      staleAt.map { ($0, PageEvent.goesStale) },
    ]
  }

  /// When no window holds the page back any more; nil unless one did.
  private var windowEnd: Instant? {
    guard page.state == .suppressed else { return nil }
    return MaintenanceWindow.release(
      from: page.lastEvent, by: desk.windows, service: page.service, labels: page.labels)
  }

  /// When somebody is on call again for a page that reached nobody.
  private func cover(until now: Instant) -> Instant? {
    guard let escalation = page.escalation, escalation.reach != .onCall else { return nil }
    let start = max(escalation.firedAt ?? page.lastEvent, done, now.advanced(by: -PageTimers.reach))
    guard start <= now else { return nil }
    return book.firstCover(
      of: schedules(of: desk.policy.steps), in: Period(start, now.advanced(by: 1)))
  }

  /// When others come on call for the step that waits.
  private func change(until now: Instant) -> Instant? {
    guard let escalation = page.escalation, escalation.reach == .onCall else { return nil }
    let steps = desk.policy.steps
    let isPast = escalation.rung > desk.policy.rungCount
    let step = isPast ? steps.count - 1 : (max(1, escalation.rung) - 1) % steps.count
    let start = max(escalation.firedAt ?? page.lastEvent, done, now.advanced(by: -PageTimers.reach))
    let end = min(escalation.nextAt ?? now, now)
    guard start < end else { return nil }
    return book.firstChange(
      of: schedules(of: [steps[step]]), in: Period(start, end.advanced(by: 1)))
  }

  private var staleAt: Instant? {
    guard page.isOpen, page.urgency == .low, page.rules.closesStale else { return nil }
    return page.lastEvent.advanced(by: PageRules.staleAfter)
  }

  private func schedules(of steps: [EscalationPolicy.Step]) -> [EntityID] {
    steps.flatMap(\.targets).compactMap { target in
      if case .schedule(let id) = target { id } else { nil }
    }
  }

  /// Leaves out hourly calls that lie more than a day before anything else that happens.
  private mutating func leaveOutCalls(until now: Instant) {
    guard let escalation = page.escalation, let next = escalation.nextAt,
      escalation.reach == .lastResort || escalation.rung > desk.policy.rungCount
    else { return }
    let windows = desk.windows.filter {
      $0.covers(service: page.service, labels: page.labels) && $0.end > next
    }
    let ends = others(until: now).compactMap { $0?.0 } + windows.map(\.start) + [now]
    guard let end = ends.min() else { return }
    let calls = (end.milliseconds &- next.milliseconds) / EscalationPolicy.renotifyAfter
    page.leaveOut(calls: calls - PageTimers.callsWorkedOut)
  }
}
