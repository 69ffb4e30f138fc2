import Domain
import Support
import Testing

@Suite struct PageUndoTests {
  private static let fired = PageEvent.fired(
    EscalationFiring(
      rung: 1, step: 1, at: Pager.minute(0), people: [Pager.ana], nextAt: Pager.minute(5)))
  private static let ack = PageEvent.ack(by: Pager.ana)

  @Test(
    arguments: [
      ([fired], ack, [.setDeadline(nil), .escalate(at: Pager.minute(5)), .note(.undone)]),
      (
        [fired], .snooze(until: Pager.minute(90), by: Pager.bo),
        [.setDeadline(nil), .escalate(at: Pager.minute(5)), .note(.undone)]
      ),
      (
        [ack], .snooze(until: Pager.minute(90), by: Pager.ana),
        [
          .setDeadline(Pager.minute(31)), .note(.undone),
        ]
      ),
      ([fired], .escalate(by: Pager.bo), [.escalate(at: Pager.minute(5)), .note(.undone)]),
      (
        [fired], .resolve(.noise, by: Pager.bo),
        [.escalate(at: Pager.minute(5)), .note(.undone)]
      ),
      ([ack], .resolve(.fixed, by: Pager.ana), [.setDeadline(Pager.minute(31)), .note(.undone)]),
      (
        [ack], .release(by: Pager.ana),
        [
          .setDeadline(Pager.minute(31)), .stopEscalation, .note(.undone),
        ]
      ),
      ([.windowBegins], ack, [.setDeadline(nil), .note(.undone)]),
    ] as [([PageEvent], PageEvent, [PageEffect])])
  func `an undone step leaves the page as it was`(
    given: [PageEvent], event: PageEvent, effects: [PageEffect]
  ) throws {
    let before = try Pager.page(after: given)
    var page = before
    _ = try page.handle(event, at: Pager.minute(3))
    let step = PageStep(before: before, after: page)
    #expect(try page.undo(step, at: Pager.minute(4)) == effects)
    #expect(page.state == before.state)
    #expect(page.alarms == before.alarms)
    #expect(page.firstAck == before.firstAck)
    #expect(page.brokenInvariant == nil)
  }

  @Test func `signals that came since stay counted`() throws {
    let before = Pager.page()
    var page = before
    _ = try page.handle(Self.ack, at: Pager.minute(1))
    let step = PageStep(before: before, after: page)
    _ = try page.handle(.trigger(Pager.signal()), at: Pager.minute(2))
    _ = try page.undo(step, at: Pager.minute(3))
    #expect(page.count == 2)
    #expect(page.lastSeen == Pager.minute(2))
    #expect(page.state.phase == .triggered)
  }

  @Test func `a step with a later one upon it is not undone`() throws {
    let before = Pager.page()
    var page = before
    _ = try page.handle(Self.ack, at: Pager.minute(1))
    let step = PageStep(before: before, after: page)
    _ = try page.handle(.ack(by: Pager.bo), at: Pager.minute(2))
    let now = page
    #expect(throws: Page.Refusal.changedSince) { try page.undo(step, at: Pager.minute(3)) }
    #expect(page == now)
  }

  @Test func `a resolved page does not come back beside a newer one`() throws {
    let before = Pager.page()
    var page = before
    _ = try page.handle(.resolve(.fixed, by: Pager.ana), at: Pager.minute(1))
    let step = PageStep(before: before, after: page)
    #expect(throws: Page.Refusal.openedAgain) {
      try page.undo(step, hasNewer: true, at: Pager.minute(3))
    }
    #expect(page.state.phase == .resolved)
  }
}
