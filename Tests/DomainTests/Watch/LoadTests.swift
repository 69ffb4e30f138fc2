import Domain
import Support
import Testing

@Suite struct LoadTests {
  private let ana = BillFixture.ana
  private let bo = BillFixture.bo
  private let period = Period(at("2026-01-05T09:00:00Z"), at("2026-02-02T09:00:00Z"))

  @Test func `weekly turns of two are even, week by week`() throws {
    let bill = BillFixture.bill()
    let load = try bill.load(of: bill.schedules, in: period)
    #expect(load.report.people.map(\.person) == [ana, bo])
    #expect(load.report.people.allSatisfy { $0.held == 14 * Instant.day && $0.debt == 0 })
    let week = 7 * Instant.day
    #expect(load.weeks == [ana: [week, 0, week, 0], bo: [0, week, 0, week]])
    #expect(load.report.balance == 1)
  }

  @Test func `a page counts for who was on call and for who took it, once for each`() throws {
    var bill = BillFixture.bill()
    let (page, _) = Page.opened(
      by: PageTrigger(summary: "p99", severity: .critical), for: BillFixture.router, key: nil,
      with: PageOpening(id: Cast.id(701)), at: at("2026-01-06T10:00:00Z"))
    var taken = page
    _ = try taken.handle(.ack(by: bo), at: at("2026-01-06T10:05:00Z"))
    bill.pages = [taken]
    #expect(try bill.load(of: bill.schedules, in: period).pages == [ana: 1, bo: 1])
    let later = Period(at("2026-01-12T09:00:00Z"), at("2026-02-02T09:00:00Z"))
    #expect(try bill.load(of: bill.schedules, in: later).pages.isEmpty)
  }

  @Test func `who was away is expected to carry less`() throws {
    var bill = BillFixture.bill()
    let half = Period(period.start, at("2026-01-19T09:00:00Z"))
    bill.absences = [Absence(id: Cast.id(702), person: bo, half)]
    let lines = try bill.load(of: bill.schedules, in: period).report.people
    #expect(lines[0].expected == 2 * lines[1].expected)
  }
}
