import Domain
import Support
import Testing

/// Whoever stands in for somebody can be replaced, relieved and taken off like anybody else.
///
/// In the cast's `api-primary` Bo stands in for Ana on Thursday 12 March from 08:00 UTC to Friday.
@Suite struct StandingInTests {
  private let bill = Cast.watchBill
  private let schedule = Cast.id(601)
  private let ana = Cast.id(101)
  private let bo = Cast.id(102)
  private let chloé = Cast.id(103)
  private let thursday = Cast.span("12T08:00", "13T08:00")

  /// The bill after a verb.
  private func after(
    _ verb: WatchVerb, by actor: EntityID, at now: Instant = Cast.now, of start: WatchBill? = nil
  ) throws -> WatchBill {
    var bill = start ?? bill
    var next = 8000 + bill.schedules[0].overrides.count * 100
    let plan = try bill.plan(verb, by: actor, at: now) {
      next += 1
      return Cast.id(next)
    }
    for case .put(.override(let override, of: schedule)) in plan.edits {
      bill.schedules[0].overrides.append(override)
    }
    return bill
  }

  private func onCall(_ bill: WatchBill, _ moment: String) -> [EntityID] {
    bill.onCall(schedule, at: Cast.march(moment))
  }

  @Test func `another takes the place of who stands in`() throws {
    let changed = try after(
      .override(schedule, .replace(bo, with: chloé), thursday, note: ""), by: ana)
    #expect(onCall(changed, "12T12:00") == [chloé])
    #expect(onCall(changed, "13T12:00") == [ana])
  }

  @Test func `somebody takes their own place back`() throws {
    let changed = try after(
      .override(schedule, .replace(bo, with: ana), thursday, note: ""), by: ana)
    #expect(onCall(changed, "12T12:00") == [ana])
  }

  @Test func `who stands in is taken off, and nobody follows`() throws {
    let changed = try after(.override(schedule, .remove(bo), thursday, note: ""), by: ana)
    #expect(onCall(changed, "12T12:00").isEmpty)
  }

  @Test func `the running shift of who stands in is taken`() throws {
    let changed = try after(
      .takeShift(schedule, from: bo), by: chloé, at: Cast.march("12T12:00"))
    #expect(onCall(changed, "12T11:59") == [bo])
    #expect(onCall(changed, "12T12:00") == [chloé])
    #expect(onCall(changed, "13T08:00") == [ana])
  }

  @Test func `an override over more than that is parted where it is about another`() throws {
    // Bo is there in Ana's place on Thursday, and by the plan from Monday 16 on.
    let long = Cast.span("12T08:00", "18T08:00")
    let changed = try after(
      .override(schedule, .replace(bo, with: chloé), long, note: ""), by: ana)
    #expect(changed.schedules[0].overrides.count == 3)
    #expect(onCall(changed, "12T12:00") == [chloé])
    #expect(onCall(changed, "14T12:00") == [ana])
    #expect(onCall(changed, "17T12:00") == [chloé])
    #expect(onCall(changed, "18T12:00") == [bo])
  }

  @Test func `who was added is not taken away by another override`() throws {
    let friday = Cast.span("13T12:00", "13T18:00")
    let added = try after(.override(schedule, .add([bo]), friday, note: ""), by: ana)
    #expect(onCall(added, "13T13:00") == [ana, bo])
    #expect(throws: WatchRefusal("@bo was added Fri 13 Mar 13:00; end that override first")) {
      try after(
        .override(schedule, .replace(bo, with: chloé), friday, note: ""), by: ana, of: added)
    }
  }
}
