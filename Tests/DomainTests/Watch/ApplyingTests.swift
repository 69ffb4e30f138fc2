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

  @Test func `an override that is over is left out with a word, unless it is known`() throws {
    let past = Period(at("2026-03-01T09:00:00Z"), at("2026-03-02T09:00:00Z"))
    let over = Override(id: Cast.id(803), .remove(ana), past)
    let file = BillFixture.weekly([[ana], [bo]], [over])
    func plan(_ bill: WatchBill) throws -> WatchPlan {
      try bill.plan(.apply(file, from: start), by: ana, at: now, newID: { Cast.id(900) })
    }
    let new = try plan(BillFixture.bill())
    #expect(new.edits.isEmpty)
    #expect(
      new.warnings == [
        "one override of the file is over and is left out; what has happened stays as it was"
      ])
    let known = try plan(BillFixture.bill([over]))
    #expect(known.edits.isEmpty && known.warnings.isEmpty)
  }

  @Test func `an override without an id is the known one of the same kind and time`() throws {
    let week = Period(start, start.advanced(by: Instant.week))
    let known = Override(
      id: Cast.id(801), .replace(ana, with: bo), week, origin: Cast.id(700), note: "skiing")
    let file = BillFixture.weekly(
      [[ana], [bo]], [Override(id: Cast.id(850), .replace(ana, with: bo), week)])
    let plan = try BillFixture.bill([known]).plan(
      .apply(file, from: start), by: ana, at: now, newID: { Cast.id(900) })
    #expect(plan.edits.isEmpty && plan.warnings.isEmpty)
  }

  @Test func `versions to come stay where an earlier one changes`() throws {
    let later = start.advanced(by: 4 * Instant.week)
    var schedule = BillFixture.weekly([[ana], [bo]])
    schedule.versions.append(
      Schedule.Version(effectiveFrom: later, layers: BillFixture.weekly([[bo]]).versions[0].layers))
    var bill = BillFixture.bill()
    bill.schedules = [schedule]
    var file = schedule
    file.versions[0] = BillFixture.weekly([[bo], [ana]]).versions[0]
    let changed = try applied(file, to: bill)
    #expect(changed.versions.map(\.effectiveFrom) == [nil, start, later])
  }

  @Test func `a fixed plan that runs keeps what has happened in it`() throws {
    let whole = Period(at("2026-03-10T09:00:00Z"), at("2026-03-13T09:00:00Z"))
    let plan = FixedPlan(
      id: Cast.id(870), whole, shifts: [PersonShift(bo, whole)], fallback: ana)
    var known = BillFixture.weekly([[ana], [bo]])
    known.fixedPlans = [plan]
    var bill = BillFixture.bill()
    bill.schedules = [known]
    let without = try applied(BillFixture.weekly([[ana], [bo]]), to: bill)
    #expect(without.fixedPlans.map(\.period) == [Period(whole.start, now)])

    var file = known
    file.fixedPlans = [
      FixedPlan(id: Cast.id(871), whole, shifts: [PersonShift(ana, whole)])
    ]
    let changed = try applied(file, to: bill)
    let resolver = try bill.resolver(of: changed)
    func person(_ time: String) -> [EntityID] { resolver.resolve(at(time)).holders.map(\.person) }
    #expect(person("2026-03-11T09:00:00Z") == [bo] && person("2026-03-12T09:00:00Z") == [ana])
    bill.schedules = [changed]
    let again = try bill.plan(
      .apply(file, from: start), by: ana, at: now.advanced(by: Instant.hour),
      newID: { Cast.id(900) })
    #expect(again.edits.isEmpty)
  }

  @Test func `who is away comes with the schedule in one step`() throws {
    let week = Period(start, start.advanced(by: Instant.week))
    let past = Period(now.advanced(by: -Instant.day), now)
    let plan = try BillFixture.bill().plan(
      .apply(
        BillFixture.weekly([[ana], [bo]]), from: start,
        absences: [
          Absence(id: Cast.id(880), person: ana, week), Absence(id: Cast.id(881), person: bo, past),
        ]), by: ana, at: now, newID: { Cast.id(900) })
    #expect(plan.edits == [.put(.absence(Absence(id: Cast.id(880), person: ana, week)))])
    #expect(plan.title == "said who is away in api-primary")
    #expect(plan.warnings.count == 2 && plan.warnings[1].hasSuffix("ask for cover"))
  }

  @Test func `a name that is taken is refused`() throws {
    var bill = BillFixture.bill()
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
