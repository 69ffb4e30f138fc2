import Domain
import Support
import Testing

/// What was offered or asked for is looked at again when somebody answers.
///
/// Bo has the week from Monday 16 March 09:00 UTC.
@Suite struct ChangedSinceTests {
  private let ana = BillFixture.ana
  private let bo = BillFixture.bo
  private let cy = Cast.id(103)
  private let now = at("2026-03-11T10:00:00Z")
  private let week = Period(at("2026-03-16T09:00:00Z"), at("2026-03-23T09:00:00Z"))
  private let tuesday = Period(at("2026-03-17T09:00:00Z"), at("2026-03-18T09:00:00Z"))

  /// A bill in which Bo offers his week to Ana and asks for cover of it.
  private func bill(_ overrides: [Override] = []) -> WatchBill {
    var bill = BillFixture.bill()
    bill.schedules = [BillFixture.weekly([[bo], [ana]], overrides)]
    bill.people.append(Person(id: cy, handle: "cy", name: "", teams: ["api"]))
    bill.offers = [
      ShiftOffer(id: Cast.id(701), schedule: BillFixture.schedule, from: bo, to: ana, gives: week)
    ]
    bill.covers = [
      CoverRequest(id: Cast.id(702), schedule: BillFixture.schedule, asker: bo, period: week)
    ]
    return bill
  }

  private func plan(_ verb: WatchVerb, by person: EntityID, _ bill: WatchBill) throws -> WatchPlan {
    var next = 8000
    return try bill.plan(verb, by: person, at: now) {
      next += 1
      return Cast.id(next)
    }
  }

  private var taken: Override {
    Override(id: Cast.id(801), .replace(bo, with: cy), tuesday)
  }

  @Test func `an offer whose shift somebody else has by now is refused`() throws {
    #expect(try plan(.answerOffer(Cast.id(701), accepts: true), by: ana, bill()).edits.count == 2)
    let refusal = #expect(throws: WatchRefusal.self) {
      try plan(.answerOffer(Cast.id(701), accepts: true), by: ana, bill([taken]))
    }
    #expect(
      refusal?.description.hasPrefix(
        "api-primary has changed since: @bo is no longer on call all of Mon 16 Mar") == true)
    #expect(
      try plan(.answerOffer(Cast.id(701), accepts: false), by: ana, bill([taken])).edits.count == 1)
  }

  @Test func `cover is given for what the asker still has`() throws {
    let refusal = #expect(throws: WatchRefusal.self) {
      try plan(.takeCover(Cast.id(702), nil), by: ana, bill([taken]))
    }
    #expect(refusal?.description.contains("@cy is on call for @bo Tue 17 Mar") == true)
    let rest = Period(tuesday.end, week.end)
    #expect(try plan(.takeCover(Cast.id(702), rest), by: ana, bill([taken])).edits.count == 2)
    let none = Override(id: Cast.id(802), .remove(bo), week)
    #expect(throws: WatchRefusal.self) {
      try plan(.takeCover(Cast.id(702), nil), by: ana, bill([none]))
    }
  }

  @Test func `a second rule on one person is done with a warning`() throws {
    let part = Override(id: Cast.id(803), .remove(bo), tuesday, priority: 1)
    let taking = try plan(.takeCover(Cast.id(702), nil), by: ana, bill([part]))
    #expect(taking.warnings.count == 1 && taking.warnings[0].hasSuffix("it counts, not this one"))
    let weak = Override(id: Cast.id(804), .remove(bo), tuesday)
    #expect(
      try plan(.takeCover(Cast.id(702), nil), by: ana, bill([weak])).warnings.allSatisfy {
        $0.hasSuffix("the later one counts")
      })
  }
}
