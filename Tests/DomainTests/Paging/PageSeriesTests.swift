import Domain
import Support
import Testing

/// The rows of the table that begin with no open page, and what merges signals.
@Suite struct PageSeriesTests {
  private func series(key: PageKey? = PageKey("disk-full")) -> PageSeries {
    PageSeries(service: Pager.router, key: key)
  }

  private func opening(_ number: Int, isInMaintenance: Bool = false) -> PageOpening {
    PageOpening(id: Cast.id(number), policy: Pager.policy, isInMaintenance: isInMaintenance)
  }

  @Test func `the first signal opens a page and fires the first step`() throws {
    var series = series()
    let outcome = try series.handle(
      .trigger(Pager.signal()), opening: opening(501), at: Pager.minute(0))
    guard case .opened(let page, let effects) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(effects == [.note(.opened), .notify(rung: 1)])
    #expect(page.state.phase == .triggered)
    #expect(page.policy == Pager.policy)
    #expect((page.count, page.previous, page.repeats) == (1, nil, 0))
  }

  @Test func `in maintenance a page is opened and nobody is told`() throws {
    var series = series()
    let outcome = try series.handle(
      .trigger(Pager.signal()), opening: opening(501, isInMaintenance: true), at: Pager.minute(0))
    guard case .opened(let page, let effects) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(effects == [.note(.openedInMaintenance)])
    #expect(page.state == .suppressed)
    #expect(page.alarms == 0)
  }

  @Test func `a further signal is merged into the open page`() throws {
    var series = series()
    _ = try series.handle(.trigger(Pager.signal()), opening: opening(501), at: Pager.minute(0))
    let outcome = try series.handle(
      .trigger(Pager.signal()), opening: opening(502), at: Pager.minute(5))
    #expect(series.pages.count == 1)
    #expect(series.open?.count == 2)
    #expect(series.open?.lastSeen == Pager.minute(5))
    guard case .changed(_, []) = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test func `after a resolution the next signal opens a page that is linked and counted`() throws {
    var series = series()
    for number in 0..<4 {
      let at = Pager.minute(Int64(number) * 8 * 60)
      _ = try series.handle(.trigger(Pager.signal()), opening: opening(501 + number), at: at)
      _ = try series.handle(.resolve(.fixed, by: Pager.ana), opening: opening(599), at: at)
    }
    #expect(series.pages.map(\.repeats) == [0, 1, 2, 2])
    #expect(
      series.pages.map(\.previous) == [nil, Cast.id(501), Cast.id(502), Cast.id(503)])
    #expect(series.open == nil)
  }

  @Test func `an ack or a resolve for nothing open is counted and ignored`() throws {
    var series = series()
    #expect(
      try series.handle(.ack(by: nil), opening: opening(501), at: Pager.minute(0)) == .ignored)
    #expect(
      try series.handle(.resolve(.selfCleared, by: nil), opening: opening(501), at: Pager.minute(1))
        == .ignored)
    #expect(series.ignored == 2)
    #expect(series.pages == [])
  }

  @Test func `signals without a key are never merged`() throws {
    var series = series(key: nil)
    for number in 501...503 {
      _ = try series.handle(.trigger(Pager.signal()), opening: opening(number), at: Pager.minute(0))
    }
    #expect(series.pages.count == 3)
    #expect(series.pages.allSatisfy { $0.previous == nil && $0.repeats == 0 })
    #expect(series.open == nil)
  }

  @Test(arguments: [(0, false), (1, true), (255, true), (256, false)])
  func `a key has 1 to 255 bytes`(bytes: Int, isKey: Bool) {
    #expect((PageKey(String(repeating: "k", count: bytes)) != nil) == isKey)
  }

  @Test func `a key is measured in bytes and not in characters`() {
    #expect(PageKey(String(repeating: "é", count: 127)) != nil)
    #expect(PageKey(String(repeating: "é", count: 128)) == nil)
  }

  @Test func `words of severity and urgency read back`() {
    for severity in Severity.allCases { #expect(Severity(name: severity.name) == severity) }
    for urgency in Urgency.allCases { #expect(Urgency(name: urgency.name) == urgency) }
    for reason in Page.Reason.allCases { #expect(Page.Reason(name: reason.name) == reason) }
    #expect(Severity(name: "CRITICAL") == .critical)
    #expect(Severity.allCases.map(\.urgency) == [.low, .low, .high, .high])
  }
}
