import Domain
import Support
import Testing

/// The table of the on-call report, 3.9, row by row.
@Suite struct PageLifecycleTests {
  typealias Row = (
    given: [PageEvent], event: PageEvent, phase: Page.Phase, effects: [PageEffect]
  )

  private static let ana = Pager.ana
  private static let bo = Pager.bo
  private static let later = Pager.minute(120)
  private static let fired = PageEvent.fired(
    EscalationFiring(
      rung: 2, step: 2, at: Pager.minute(1), people: [ana], nextAt: Pager.minute(30)))
  private static let ack = PageEvent.ack(by: ana)
  private static let resolved = PageEvent.resolve(.fixed, by: ana)

  @Test(
    arguments: [
      // a further signal
      ([], .trigger(Pager.signal()), .triggered, []),
      ([ack], .trigger(Pager.signal(.warning)), .acked, []),
      (
        [fired], .trigger(Pager.signal(.critical)), .triggered,
        [.note(.severityRose(from: .error, to: .critical)), .notify(rung: 1)]
      ),
      (
        [ack], .trigger(Pager.signal(.critical)), .triggered,
        [
          .note(.severityRose(from: .error, to: .critical)), .setDeadline(nil), .notify(rung: 1),
        ]
      ),
      (
        [.windowBegins], .trigger(Pager.signal(.critical)), .suppressed,
        [.note(.severityRose(from: .error, to: .critical))]
      ),
      // acknowledging
      (
        [], ack, .acked,
        [.stopEscalation, .setDeadline(Pager.minute(90)), .note(.acked(by: ana))]
      ),
      ([ack], .ack(by: bo), .acked, [.note(.helps(bo))]),
      ([ack], ack, .acked, []),
      ([ack, .ack(by: bo)], .ack(by: bo), .acked, []),
      ([.ack(by: nil)], ack, .acked, [.note(.acked(by: ana))]),
      ([ack], .ack(by: nil), .acked, []),
      (
        [.windowBegins], ack, .acked,
        [.setDeadline(Pager.minute(90)), .note(.acked(by: ana))]
      ),
      ([resolved], .ack(by: nil), .resolved, []),
      // escalating
      ([], .escalate(by: bo), .triggered, [.note(.escalated(by: bo)), .notify(rung: 2)]),
      ([fired], .escalationDue, .triggered, [.note(.escalated(by: nil)), .notify(rung: 3)]),
      ([], .escalationDue, .triggered, []),
      ([ack], .escalationDue, .acked, []),
      ([resolved], .escalationDue, .resolved, []),
      ([fired], .shiftChanges, .triggered, [.renotify(rung: 2)]),
      ([ack], .shiftChanges, .acked, []),
      (
        [fired], .alsoTold([ana, bo]), .triggered, [.tell([bo]), .note(.told([bo], rung: 2))]
      ),
      ([ack], .alsoTold([bo]), .acked, []),
      ([fired], .covered, .triggered, []),
      ([ack], fired, .acked, []),
      // the deadline
      (
        [ack], .deadlinePasses, .triggered,
        [.note(.ackLapsed(of: ana)), .setDeadline(nil), .notify(rung: 1)]
      ),
      ([], .deadlinePasses, .triggered, []),
      ([ack, .extend(until: later, by: ana)], .deadlinePasses, .acked, []),
      (
        [ack], .extend(until: later, by: bo), .acked,
        [.setDeadline(later), .note(.extended(by: bo, until: later))]
      ),
      (
        [ack], .release(by: ana), .triggered,
        [.note(.released(by: ana)), .setDeadline(nil), .notify(rung: 1)]
      ),
      (
        [ack], .release(by: nil), .triggered,
        [.note(.released(by: nil)), .setDeadline(nil), .notify(rung: 1)]
      ),
      ([ack, .ack(by: bo)], .release(by: bo), .acked, [.note(.stopsHelping(bo))]),
      // snoozing
      (
        [], .snooze(until: later, by: ana), .acked,
        [.stopEscalation, .setDeadline(later), .note(.snoozed(by: ana, until: later))]
      ),
      (
        [ack], .snooze(until: later, by: bo), .acked,
        [.setDeadline(later), .note(.snoozed(by: bo, until: later))]
      ),
      // handing over
      (
        [ack], .pass(to: bo), .acked,
        [.setDeadline(Pager.minute(90)), .note(.passed(from: ana, to: bo))]
      ),
      ([ack], .pass(to: ana), .acked, []),
      (
        [], .pass(to: bo), .acked,
        [.stopEscalation, .setDeadline(Pager.minute(90)), .note(.passed(from: nil, to: bo))]
      ),
      // ending
      ([], resolved, .resolved, [.stopEscalation, .note(.resolved(.fixed, by: ana))]),
      (
        [ack], .resolve(.selfCleared, by: nil), .resolved,
        [.setDeadline(nil), .note(.resolved(.selfCleared, by: nil))]
      ),
      (
        [.windowBegins], .resolve(.noise, by: bo), .resolved,
        [.note(.resolved(.noise, by: bo))]
      ),
      ([resolved], .resolve(.selfCleared, by: nil), .resolved, []),
      // maintenance
      ([], .windowBegins, .suppressed, [.stopEscalation, .note(.maintenanceBegan)]),
      ([ack], .windowBegins, .acked, []),
      (
        [.windowBegins], .windowEnds, .triggered, [.note(.maintenanceEnded), .notify(rung: 1)]
      ),
      ([], .windowEnds, .triggered, []),
      ([.windowBegins, resolved], .windowEnds, .resolved, []),
      // urgent pages never go stale
      ([], .goesStale, .triggered, []),
    ] as [Row])
  func `an event leads to a state and says what to do`(row: Row) throws {
    var page = try Pager.page(after: row.given)
    let effects = try page.handle(row.event, at: Pager.minute(60))
    #expect(page.state.phase == row.phase)
    #expect(effects == row.effects)
    #expect(page.brokenInvariant == nil)
  }

  @Test(
    arguments: [
      ([resolved], ack, .isResolved(.acknowledge)),
      ([resolved], resolved, .isResolved(.resolve)),
      ([resolved], .escalate(by: bo), .isResolved(.escalate)),
      ([resolved], .extend(until: later, by: bo), .isResolved(.extend)),
      ([resolved], .release(by: ana), .isResolved(.release)),
      ([resolved], .snooze(until: later, by: bo), .isResolved(.snooze)),
      ([resolved], .pass(to: bo), .isResolved(.take)),
      ([resolved], .trigger(Pager.signal()), .needsNewPage),
      ([ack], .escalate(by: bo), .isAcked(.escalate)),
      ([.windowBegins], .escalate(by: bo), .isSuppressed(.escalate)),
      ([.windowBegins], .snooze(until: later, by: bo), .isSuppressed(.snooze)),
      ([], .extend(until: later, by: bo), .isNotAcked(.extend)),
      ([], .release(by: ana), .isNotAcked(.release)),
      ([.windowBegins], .release(by: ana), .isNotAcked(.release)),
      ([ack], .release(by: bo), .heldByAnother),
      ([ack], .extend(until: Pager.minute(60), by: ana), .inThePast(.extend)),
      (
        [ack], .extend(until: Pager.minute(60 + 8 * 60 + 1), by: ana),
        .tooLong(.extend, limit: 8 * Instant.hour)
      ),
      ([], .snooze(until: Pager.minute(59), by: ana), .inThePast(.snooze)),
      (
        [], .snooze(until: Pager.minute(60 + 24 * 60 + 1), by: ana),
        .tooLong(.snooze, limit: 24 * Instant.hour)
      ),
    ] as [([PageEvent], PageEvent, Page.Refusal)])
  func `what a state does not allow is refused and changes nothing`(
    given: [PageEvent], event: PageEvent, refusal: Page.Refusal
  ) throws {
    var page = try Pager.page(after: given)
    let before = page
    #expect(throws: refusal) { try page.handle(event, at: Pager.minute(60)) }
    #expect(page == before)
  }

  @Test func `eight hours of extension and a day of snooze are still allowed`() throws {
    var page = try Pager.page(after: [Self.ack])
    _ = try page.handle(.extend(until: Pager.minute(480), by: Self.ana), at: Pager.minute(0))
    #expect(page.deadline == Pager.minute(480))
    _ = try page.handle(.snooze(until: Pager.minute(1440), by: Self.ana), at: Pager.minute(0))
    #expect(page.deadline == Pager.minute(1440))
  }

  @Test func `low urgency is held without a limit unless its service sets one`() throws {
    var free = Pager.page(.low, severity: .warning)
    #expect(
      try free.handle(Self.ack, at: Pager.minute(1))
        == [.stopEscalation, .note(.acked(by: Self.ana))])
    #expect(free.deadline == nil)
    var bound = Pager.page(.low, rules: PageRules(lowAckTimeout: 4 * Instant.hour))
    _ = try bound.handle(Self.ack, at: Pager.minute(1))
    #expect(bound.deadline == Pager.minute(241))
  }

  @Test func `the first acknowledgement stays on record when the page rings again`() throws {
    let page = try Pager.page(after: [Self.ack, .release(by: Self.ana), .ack(by: Self.bo)])
    #expect(page.owner == Self.bo)
    #expect(page.firstAck == Page.FirstAck(by: Self.ana, at: Pager.minute(1)))
    #expect(page.alarms == 2)
  }

  @Test func `the end of a snooze is not called a lapse`() throws {
    var page = try Pager.page(after: [.snooze(until: Pager.minute(30), by: Self.ana)])
    let effects = try page.handle(.deadlinePasses, at: Pager.minute(30))
    #expect(effects == [.note(.snoozeEnded), .setDeadline(nil), .notify(rung: 1)])
  }

  @Test func `a passed page keeps the end of its snooze`() throws {
    var page = try Pager.page(after: [.snooze(until: Pager.minute(300), by: Self.ana)])
    _ = try page.handle(.pass(to: Self.bo), at: Pager.minute(60))
    #expect(page.deadline == Pager.minute(300))
    #expect(page.owner == Self.bo)
  }

  @Test func `a deadline that has not come yet changes nothing`() throws {
    var page = try Pager.page(after: [Self.ack])
    #expect(try page.handle(.deadlinePasses, at: Pager.minute(30)) == [])
    #expect(page.owner == Self.ana)
  }

  @Test(arguments: [
    (71, true, Page.Phase.triggered), (72, true, .resolved), (99, false, .triggered),
  ])
  func `a silent page of low urgency goes stale after three days if its service wants it`(
    hours: Int64, closesStale: Bool, phase: Page.Phase
  ) throws {
    var page = Pager.page(.low, rules: PageRules(closesStale: closesStale))
    _ = try page.handle(.goesStale, at: Pager.minute(hours * 60))
    #expect(page.state.phase == phase)
    #expect(page.resolution?.reason == (phase == .resolved ? .stale : nil))
  }

  @Test func `a signal or a person keeps a page from going stale but a timer does not`() throws {
    var page = Pager.page(.low, rules: PageRules(closesStale: true))
    _ = try page.handle(.trigger(Pager.signal(.info)), at: Pager.minute(60))
    _ = try page.handle(.covered, at: Pager.minute(900))
    #expect(try page.handle(.goesStale, at: Pager.minute(72 * 60)) == [])
    #expect(try page.handle(.goesStale, at: Pager.minute(73 * 60)) != [])
  }

  @Test func `a page that becomes urgent rings even if it was held`() throws {
    var page = Pager.page(.low, severity: .warning)
    let held = EscalationFiring(
      rung: 1, step: nil, at: Pager.minute(0), people: [], nextAt: nil, reach: .held)
    #expect(
      try page.handle(.fired(held), at: Pager.minute(0)) == [.stopEscalation, .note(.held)])
    let urgent = PageTrigger(summary: "disk full", severity: .warning, urgency: .high)
    #expect(
      try page.handle(.trigger(urgent), at: Pager.minute(1))
        == [.note(.urgencyRose), .notify(rung: 1)])
    #expect(page.brokenInvariant == nil)
  }

  @Test func `a refusal says what to do`() {
    #expect(
      Page.Refusal.isAcked(.escalate).description
        == "somebody has acknowledged the page; release it first, then escalate it")
    #expect(
      Page.Refusal.tooLong(.snooze, limit: PageRules.longestSnooze).description
        == "a page can be snoozed for 24 hours at most; give an earlier time")
  }

  @Test func `the history reads as sentences`() {
    let notes: [PageNote] = [
      .opened, .told([Self.ana, Self.bo], rung: 1), .acked(by: Self.ana), .helps(Self.bo),
      .ackLapsed(of: Self.ana), .snoozed(by: Self.bo, until: Pager.minute(0)),
      .passed(from: Self.ana, to: Self.bo), .resolved(.selfCleared, by: nil),
      .stranded(lastResort: []),
    ]
    #expect(
      notes.map { $0.words(Pager.wording) } == [
        "opened", "told @ana and @bo (call 1)", "@ana acknowledged this", "@bo helps",
        "ack lapsed: @ana held it and said nothing more", "@bo snoozed this until Wed 11 Mar 10:00",
        "passed from @ana to @bo", "the monitor resolved this as self-cleared",
        "reached nobody, and there is no last resort",
      ])
  }
}
