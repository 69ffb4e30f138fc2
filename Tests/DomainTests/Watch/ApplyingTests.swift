import Domain
import Support
import Testing

@Suite struct ApplyingTests {
  private let ana = BillFixture.ana
  private let bo = BillFixture.bo
  private let now = at("2026-03-11T10:00:00Z")
  private let start = at("2026-03-16T09:00:00Z")

  private func applied(_ schedule: Schedule, to bill: WatchBill) throws -> Schedule {
    let plan = try bill.plan(
      .apply(schedule, from: start), by: ana, at: now, newID: { Cast.id(900) })
    var result = bill.schedules[0]
    for case .put(let record) in plan.edits {
      switch record {
      case .schedule(let changed):
        let overrides = result.overrides
        result = changed
        result.overrides = overrides
      case .override(let override, _):
        result.overrides.removeAll { $0.id == override.id }
        result.overrides.append(override)
      default: Testing.Issue.record("\(record) is no part of a schedule")
      }
    }
    return result
  }

  @Test func `a plan holds from its start on, and what was before stays`() throws {
    let bill = BillFixture.bill()
    let changed = try applied(BillFixture.weekly([[bo], [ana]]), to: bill)
    #expect(changed.versions.count == 2)
    #expect(changed.versions[1].effectiveFrom == start)
    let before = try bill.resolver(of: bill.schedules[0])
    let after = try bill.resolver(of: changed)
    let past = Period(at("2026-01-05T09:00:00Z"), start)
    #expect(before.timeline(in: past).shifts == after.timeline(in: past).shifts)
    #expect(before.resolve(start).holders != after.resolve(start).holders)
  }

  @Test func `the same plan again changes nothing`() throws {
    let bill = BillFixture.bill()
    let plan = try bill.plan(
      .apply(bill.schedules[0], from: start), by: ana, at: now, newID: { Cast.id(900) })
    #expect(plan.edits.isEmpty)
  }

  @Test func `overrides are added and none is taken away`() throws {
    let week = Period(start, start.advanced(by: Instant.week))
    let known = Override(id: Cast.id(801), .remove(ana), week)
    let bill = BillFixture.bill([known])
    let new = Override(id: Cast.id(802), .add([bo]), week)
    let changed = try applied(BillFixture.weekly([[ana], [bo]], [new]), to: bill)
    #expect(changed.overrides == [known, new] && changed.versions.count == 1)
  }

  @Test func `what has happened is refused, and a name that is taken`() throws {
    var bill = BillFixture.bill()
    let past = Period(at("2026-03-01T09:00:00Z"), at("2026-03-02T09:00:00Z"))
    let over = BillFixture.weekly([[ana]], [Override(id: Cast.id(803), .remove(ana), past)])
    #expect(throws: WatchRefusal.self) { try applied(over, to: bill) }
    var other = BillFixture.weekly([[ana]])
    other.id = Cast.id(603)
    other.name = "web"
    bill.schedules.append(other)
    var renamed = bill.schedules[0]
    renamed.name = "WEB"
    #expect(throws: WatchRefusal.self) { try applied(renamed, to: bill) }
  }

  @Test func `a new schedule is made as it is`() throws {
    var bill = BillFixture.bill()
    bill.schedules = []
    let plan = try bill.plan(
      .apply(BillFixture.weekly([[ana]]), from: now), by: ana, at: now,
      newID: { Cast.id(900) })
    #expect(plan.title == "made schedule api-primary" && plan.edits.count == 1)
  }
}
