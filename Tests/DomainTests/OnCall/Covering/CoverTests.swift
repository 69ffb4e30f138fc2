import Domain
import Testing

@Suite struct CoverTests {
  private let ana = VectorName.id("ana")
  private let bo = VectorName.id("bo")
  private let dee = VectorName.id("dee")
  private let now = at("2026-03-10T00:00:00Z")
  private let day = Period(at("2026-03-11T00:00:00Z"), at("2026-03-12T00:00:00Z"))

  private func hours(_ from: Int64, _ to: Int64) -> Period {
    Period(
      day.start.advanced(by: from * Instant.hour), day.start.advanced(by: to * Instant.hour))
  }

  private func request(named: [EntityID] = []) -> CoverRequest {
    CoverRequest(
      id: VectorName.id("r"), schedule: VectorName.id("s"), asker: ana, period: day,
      note: "dentist",
      named: named)
  }

  @Test func `taking writes one replacement linked to the request`() throws {
    var request = request()
    let overrides = try request.take(by: bo, now: now) { VectorName.id("o") }
    #expect(
      overrides == [
        Override(
          id: VectorName.id("o"), .replace(ana, with: bo), day, origin: request.id, note: "dentist")
      ])
    #expect(request.state(at: now) == .taken && request.state(at: day.end) == .taken)
    #expect(throws: CoverRefusal.notOpen(.taken)) {
      try request.take(by: dee, now: now) { VectorName.id("p") }
    }
  }

  @Test func `parts may be taken and the rest stays open until it begins`() throws {
    var request = request()
    _ = try request.take(by: bo, hours(8, 12), now: now) { VectorName.id("o1") }
    #expect(request.state(at: now) == .open)
    #expect(request.remainder == [hours(0, 8), hours(12, 24)])
    #expect(throws: CoverRefusal.notLeft(hours(10, 13))) {
      try request.take(by: dee, hours(10, 13), now: now) { VectorName.id("o2") }
    }
    var rest = request
    var count = 1
    let overrides = try rest.take(by: dee, now: now) {
      count += 1
      return VectorName.id("o\(count)")
    }
    #expect(overrides.map(\.period) == [hours(0, 8), hours(12, 24)])
    #expect(overrides.map(\.id) == [VectorName.id("o2"), VectorName.id("o3")])
    #expect(rest.state(at: now) == .taken)
    #expect(request.state(at: day.start) == .expired)
    _ = try request.take(by: dee, hours(0, 8), now: now) { VectorName.id("o4") }
    #expect(
      request.state(at: day.start) == .open && request.state(at: hours(12, 13).start) == .expired)
    try request.withdraw(now: now)
    #expect(request.state(at: now) == .withdrawn && request.takes.count == 2)
  }

  @Test func `what cannot be asked or taken is refused in words`() throws {
    var own = request()
    #expect(throws: CoverRefusal.own) { try own.take(by: ana, now: now) { VectorName.id("o") } }
    var named = request(named: [dee])
    #expect(throws: CoverRefusal.notNamed) {
      try named.take(by: bo, now: now) { VectorName.id("o") }
    }
    #expect(throws: CoverRefusal.begun(day.start)) {
      try request().asking(among: [], now: day.start)
    }
    #expect(throws: CoverRefusal.notOpen(.expired)) {
      try own.take(by: bo, now: day.start) { VectorName.id("o") }
    }
    let other = CoverRequest(
      id: VectorName.id("q"), schedule: VectorName.id("s"), asker: ana, period: hours(20, 30))
    let refusal = #expect(throws: CoverRefusal.self) {
      try other.asking(among: [request()], now: now)
    }
    #expect(
      refusal?.description
        == "there is an open request from 2026-03-11T00:00:00Z to 2026-03-12T00:00:00Z already; "
        + "withdraw it or ask for another time")
    var elsewhere = other
    elsewhere.schedule = VectorName.id("t")
    #expect(throws: Never.self) { try elsewhere.asking(among: [request()], now: now) }
    // One that began untaken is no longer in the way.
    #expect(throws: Never.self) { try other.asking(among: [request()], now: hours(1, 2).start) }
  }

  @Test func `a swap is two replacements or none`() throws {
    var swap = try ShiftOffer(
      id: VectorName.id("x"), schedule: VectorName.id("s"), from: ana, to: bo, gives: hours(0, 8),
      takes: hours(24, 40)
    ).offering(now: now)
    #expect(throws: CoverRefusal.notReceiver) {
      try swap.accept(by: dee, now: now) { VectorName.id("o") }
    }
    #expect(swap.state(at: now) == .offered && swap.state(at: day.start) == .expired)
    var ids = 0
    let overrides = try swap.accept(by: bo, now: now) {
      ids += 1
      return VectorName.id("o\(ids)")
    }
    #expect(overrides.map(\.kind) == [.replace(ana, with: bo), .replace(bo, with: ana)])
    #expect(overrides.map(\.period) == [hours(0, 8), hours(24, 40)])
    #expect(swap.state(at: day.end) == .accepted)
    #expect(throws: CoverRefusal.answered(.accepted)) { try swap.withdraw(now: now) }
    #expect(throws: CoverRefusal.own) {
      try ShiftOffer(
        id: swap.id, schedule: swap.schedule, from: ana, to: ana, gives: day
      ).offering(now: now)
    }
    var gift = ShiftOffer(id: swap.id, schedule: swap.schedule, from: ana, to: bo, gives: day)
    try gift.decline(by: bo, now: now)
    #expect(gift.state(at: now) == .declined)
    #expect(throws: CoverRefusal.answered(.declined)) {
      try gift.accept(by: bo, now: now) { VectorName.id("o") }
    }
  }

  private func resolver(fixed: [FixedPlan] = []) throws -> Resolver {
    let rotation = Rotation(
      unit: .day, zone: "UTC", anchor: local("2026-03-11T00:00"), slots: [[ana], [bo]])
    let schedule = Schedule(
      id: VectorName.id("s"), name: "API", zone: "UTC",
      versions: [
        Schedule.Version(
          layers: [Layer(id: VectorName.id("l"), name: "days", source: .rotation(rotation))])
      ], fixedPlans: fixed)
    return try Resolver(schedule, zones: SystemZones.catalog)
  }

  @Test func `somebody takes over now until the running shift ends`() throws {
    let noon = hours(12, 13).start
    let resolver = try resolver()
    let taken = try resolver.taking(over: ana, by: dee, now: noon, id: VectorName.id("o"))
    #expect(taken.period == Period(noon, day.end) && taken.kind == .replace(ana, with: dee))
    #expect(throws: CoverRefusal.notOnCall) {
      try resolver.taking(over: bo, by: dee, now: noon, id: VectorName.id("o"))
    }
    let plan = FixedPlan(id: VectorName.id("f"), day, shifts: [PersonShift(ana, day)])
    #expect(throws: CoverRefusal.schedule(.insideFixedPlan(plan.id, day))) {
      try self.resolver(fixed: [plan]).taking(over: ana, by: dee, now: noon, id: VectorName.id("o"))
    }
  }

  @Test func `an absence changes nothing and says which shifts it meets`() throws {
    let absence = Absence(id: VectorName.id("a"), person: bo, hours(30, 100))
    let conflicts = try resolver().conflicts(with: [absence], in: Period(now, hours(0, 90).end))
    #expect(conflicts.map(\.overlap) == [hours(30, 48), hours(72, 90)])
  }
}
