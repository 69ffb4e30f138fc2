import Domain
import Support
import Testing

@Suite struct PageHistoryTests {
  private let ana = Cast.id(101)
  private let bo = Cast.id(102)

  private func opened() -> Page {
    Page.opened(
      by: PageTrigger(summary: "p99", severity: .error), for: Cast.id(401), key: nil,
      with: PageOpening(id: Cast.id(701)), at: Cast.now
    ).page
  }

  @Test func `each deed is told from the page before and after it`() throws {
    var page = opened()
    #expect(page.change(since: nil, by: ana) == .opened)
    func next(_ event: PageEvent, after minutes: Int64, by person: EntityID) throws -> PageNote? {
      let before = page
      _ = try page.handle(event, at: Cast.now.advanced(by: minutes * Instant.minute))
      return page.change(since: before, by: person)
    }
    #expect(try next(.escalate(by: ana), after: 1, by: ana) == .escalated(by: ana))
    #expect(try next(.ack(by: ana), after: 2, by: ana) == .acked(by: ana))
    #expect(try next(.ack(by: bo), after: 3, by: bo) == .helps(bo))
    let until = Cast.now.advanced(by: Instant.hour)
    #expect(
      try next(.snooze(until: until, by: ana), after: 4, by: ana)
        == .snoozed(by: ana, until: until))
    #expect(try next(.pass(to: bo), after: 5, by: bo) == .passed(from: ana, to: bo))
    #expect(try next(.release(by: bo), after: 6, by: bo) == .released(by: bo))
    #expect(try next(.resolve(.noise, by: ana), after: 7, by: ana) == .resolved(.noise, by: ana))
  }

  @Test func `an acknowledgement that ran out is told as that`() throws {
    var page = opened()
    _ = try page.handle(.ack(by: ana), at: Cast.now)
    let before = page
    let later = Cast.now.advanced(by: Instant.hour)
    _ = try page.handle(.deadlinePasses, at: later)
    _ = try page.handle(.escalate(by: bo), at: later)
    #expect(page.change(since: before, by: bo) == .ackLapsed(of: ana))
  }

  @Test func `what changes nothing leaves no line`() throws {
    let page = opened()
    #expect(page.change(since: page, by: ana) == nil)
  }
}
