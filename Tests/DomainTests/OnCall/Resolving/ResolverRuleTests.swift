import Domain
import Testing

/// The rules of resolution that people get wrong, one by one.
@Suite struct ResolverRuleTests {
  private let ana = VectorName.id("ana")
  private let bo = VectorName.id("bo")
  private let dee = VectorName.id("dee")
  private let eli = VectorName.id("eli")
  private let day = Period(at("2026-03-11T00:00:00Z"), at("2026-03-12T00:00:00Z"))

  private func layer(
    _ name: String, priority: Int = 0, isShadow: Bool = false, _ people: EntityID...
  )
    -> Layer
  {
    Layer(
      id: VectorName.id(name), name: name, priority: priority, isShadow: isShadow,
      source: .people(people))
  }

  private func weekly(_ slots: [[EntityID]], offset: Int = 0) -> Layer {
    Layer(
      id: VectorName.id("week"), name: "week",
      source: .rotation(
        Rotation(
          unit: .week, zone: "Europe/Copenhagen", anchor: local("2026-03-02T09:00"), slots: slots,
          offset: offset)))
  }

  private func override(
    _ number: Int, _ kind: Override.Kind, _ period: Period? = nil, priority: Int = 0,
    sequence: Int64? = nil
  ) -> Override {
    Override(
      id: VectorName.id("o\(number)"), kind, period ?? day, priority: priority, sequence: sequence)
  }

  private func schedule(_ layers: [Layer], _ overrides: [Override] = []) -> Schedule {
    Schedule(
      id: VectorName.id("schedule"), name: "API", zone: "Europe/Copenhagen",
      versions: [Schedule.Version(layers: layers)], overrides: overrides)
  }

  private func people(
    _ layers: [Layer], _ overrides: [Override] = [], barred: Barred = Barred()
  ) throws -> [String] {
    let resolver = try Resolver(
      schedule(layers, overrides), zones: SystemZones.catalog, barred: barred)
    return resolver.resolve(day.start.advanced(by: Instant.hour)).holders.map {
      VectorName.name($0.person)
    }
  }

  @Test func `the highest layer that has anybody wins and equals are united`() throws {
    #expect(try people([layer("a", priority: 1, ana), layer("b", priority: 2, bo)]) == ["bo"])
    #expect(
      try people([layer("a", priority: 2, ana), layer("b", priority: 2, bo, ana)]) == ["ana", "bo"])
    let nobody = Layer(id: VectorName.id("n"), name: "n", priority: 9, source: .people([]))
    #expect(try people([nobody, layer("a", ana)]) == ["ana"])
  }

  @Test func `who may not be on call keeps the slot and the next does not step in`() throws {
    let barred = Barred(always: [ana])
    let resolver = try Resolver(
      schedule([weekly([[ana], [bo]])]), zones: SystemZones.catalog, barred: barred)
    let timeline = resolver.timeline(
      in: Period(at("2026-03-02T08:00:00Z"), at("2026-03-16T08:00:00Z")))
    #expect(timeline.gaps.map(\.kind) == [.empty] && timeline.gaps[0].people == [ana])
    #expect(timeline.shifts.map(\.person) == [bo])
    #expect(try people([layer("a", ana, bo)], barred: barred) == ["bo"])
    // A lower layer does step in, and whose place it is is still said.
    let two = try Resolver(
      schedule([layer("a", priority: 1, ana), layer("b", dee)]), zones: SystemZones.catalog,
      barred: barred)
    let stretch = two.resolve(day.start)
    #expect(stretch.holders.map(\.person) == [dee] && stretch.barred.map(\.person) == [ana])
    // And a replacement of theirs is on call.
    #expect(
      try people(
        [layer("a", priority: 1, ana), layer("b", dee)], [override(1, .replace(ana, with: bo))],
        barred: barred)
        == ["bo"])
    #expect(
      try people([layer("a", bo)], [override(1, .replace(bo, with: ana))], barred: barred).isEmpty)
  }

  @Test func `from an instant on a person may not be on call`() throws {
    let noon = day.start.advanced(by: 12 * Instant.hour)
    let resolver = try Resolver(
      schedule([layer("a", ana)]), zones: SystemZones.catalog, barred: Barred(since: [ana: noon]))
    #expect(resolver.timeline(in: day).shifts.map(\.period) == [Period(day.start, noon)])
  }

  @Test func `replacements apply at once and make no chains`() throws {
    let base = [layer("a", ana, bo)]
    #expect(
      try people(
        base, [override(1, .replace(ana, with: bo)), override(2, .replace(bo, with: ana))])
        == ["bo", "ana"])
    #expect(
      try people(
        base, [override(1, .replace(ana, with: dee)), override(2, .replace(dee, with: eli))])
        == ["dee", "bo"])
    #expect(try people(base, [override(1, .replace(ana, with: bo))]) == ["bo"])
    #expect(
      try people(base, [override(1, .replace(ana, with: bo)), override(2, .remove(bo))]) == ["bo"])
    #expect(
      try people(base, [override(1, .add([dee])), override(2, .remove(dee))]) == [
        "ana", "bo", "dee",
      ])
  }

  @Test func `of two rules on one person priority, then the hub's order, then the id decides`()
    throws
  {
    let base = [layer("a", ana)]
    let first = override(1, .replace(ana, with: bo), sequence: 5)
    #expect(
      try people(base, [first, override(2, .replace(ana, with: dee), sequence: 6)]) == ["dee"])
    #expect(
      try people(base, [first, override(2, .replace(ana, with: dee), sequence: 4)]) == ["bo"])
    #expect(
      try people(base, [first, override(2, .replace(ana, with: dee), priority: 1, sequence: 4)])
        == ["dee"])
    // What the hub has not seen yet is later than all.
    #expect(try people(base, [first, override(2, .replace(ana, with: dee))]) == ["dee"])
    #expect(
      try people(
        base, [override(1, .replace(ana, with: bo)), override(2, .replace(ana, with: dee))])
        == ["dee"])
  }

  @Test func `a cover stands for everyone and only later rules touch its people`() throws {
    let base = [layer("a", ana, bo)]
    let cover = override(3, .cover([dee]), sequence: 3)
    #expect(try people(base, [cover]) == ["dee"])
    #expect(try people(base, [cover, override(1, .remove(dee), sequence: 1)]) == ["dee"])
    #expect(try people(base, [cover, override(4, .remove(dee), sequence: 4)]).isEmpty)
    #expect(
      try people(base, [cover, override(4, .replace(dee, with: eli), sequence: 4)]) == ["eli"])
    #expect(try people(base, [override(1, .cover([]))]).isEmpty)
    #expect(try people(base, [override(1, .cover([])), override(2, .add([eli]))]) == ["eli"])
  }

  @Test func `a shadow never counts as cover`() throws {
    let resolver = try Resolver(
      schedule([layer("a", isShadow: true, ana)]), zones: SystemZones.catalog)
    let timeline = resolver.timeline(in: day)
    #expect(timeline.shifts.isEmpty && timeline.gaps.map(\.period) == [day])
    #expect(timeline.shadowShifts.map(\.person) == [ana])
  }

  @Test func `an override over several turns leaves each its own shift`() throws {
    let period = Period(at("2026-03-05T00:00:00Z"), at("2026-03-19T00:00:00Z"))
    let resolver = try Resolver(
      schedule([weekly([[ana]])], [override(1, .replace(ana, with: bo), period)]),
      zones: SystemZones.catalog)
    let shifts = resolver.timeline(
      in: Period(at("2026-03-02T08:00:00Z"), at("2026-03-23T08:00:00Z"))
    ).shifts
    #expect(shifts.map { VectorName.name($0.person) } == ["ana", "bo", "bo", "bo", "ana"])
    #expect(shifts.map { $0.reason.turn?.index } == [0, 0, 1, 2, 2])
    #expect(shifts[1].reason.insteadOf == ana)
  }

  @Test func `inside a fixed plan only its shifts count`() throws {
    var schedule = schedule([layer("a", ana)], [override(1, .cover([dee]))])
    let noon = day.start.advanced(by: 12 * Instant.hour)
    let plan = FixedPlan(
      id: VectorName.id("plan"), day, shifts: [PersonShift(bo, Period(day.start, noon))])
    schedule.fixedPlans = [plan]
    let hole = try Resolver(schedule, zones: SystemZones.catalog).timeline(in: day)
    #expect(hole.shifts.map(\.person) == [bo])
    #expect(hole.gaps.map(\.period) == [Period(noon, day.end)])
    schedule.fixedPlans[0].fallback = eli
    let whole = try Resolver(schedule, zones: SystemZones.catalog).timeline(in: day)
    #expect(whole.shifts.map(\.person) == [bo, eli])
    #expect(whole.shifts.map(\.reason.source) == [.fixedPlan(plan.id), .fallback(plan.id)])
    #expect(throws: ScheduleRefusal.insideFixedPlan(plan.id, day)) {
      try schedule.check(override(2, .add([dee])), now: day.start)
    }
  }

  @Test func `the ledger answers for the past and a running shift goes on`() throws {
    let noon = day.start.advanced(by: 12 * Instant.hour)
    var schedule = schedule([weekly([[ana], [bo]])])
    let asPlanned = try Resolver(schedule, zones: SystemZones.catalog)
    let since = at("2026-03-09T08:00:00Z")
    schedule.ledger = Ledger().closing(at: noon, asPlanned.timeline(in: Period(since, day.end)))
    #expect(schedule.ledger.shifts.map(\.person) == [bo] && schedule.ledger.shifts[0].end == nil)
    schedule.overrides = [override(1, .replace(bo, with: dee), Period(since, noon))]
    let resolver = try Resolver(schedule, zones: SystemZones.catalog)
    let shifts = resolver.wholeShifts(in: Period(noon, day.end))
    #expect(shifts.map(\.person) == [bo])
    #expect(shifts.map(\.period) == [Period(since, at("2026-03-16T08:00:00Z"))])
    #expect(throws: ScheduleRefusal.past(earliest: noon)) {
      try schedule.check(override(2, .add([dee]), Period(since, day.end)), now: since)
    }
    // Closing again continues what still runs and ends what does not.
    let later = at("2026-03-17T00:00:00Z")
    let closed = schedule.ledger.closing(at: later, resolver.timeline(in: Period(noon, later)))
    #expect(closed.shifts.map(\.person) == [bo, ana])
    #expect(closed.shifts.map(\.end) == [at("2026-03-16T08:00:00Z"), nil])
  }

  @Test func `a running shift without a recorded reason is continued`() throws {
    let (since, noon) = (
      day.start.advanced(by: -Instant.hour), day.start.advanced(by: 12 * Instant.hour)
    )
    var schedule = schedule([layer("a", ana)])
    schedule.ledger = Ledger(
      closedUntil: day.start, shifts: [Ledger.Entry(person: ana, start: since, end: nil)])
    let timeline = try Resolver(schedule, zones: SystemZones.catalog)
      .timeline(in: Period(day.start, noon))
    let closed = schedule.ledger.closing(at: noon, timeline)
    #expect(closed.shifts == [Ledger.Entry(person: ana, start: since, end: nil)])
    #expect(schedule.ledger.closing(at: since, timeline) == schedule.ledger)
  }

  @Test func `a person, a turn and an override that go on over a version stay one shift`() throws {
    var schedule = schedule([weekly([[ana], [bo]])])
    schedule = try schedule.adding(
      Schedule.Version(
        effectiveFrom: day.start, layers: [weekly([[ana], [bo], [dee]], offset: 2)]),
      now: day.start)
    let resolver = try Resolver(schedule, zones: SystemZones.catalog)
    let shifts = resolver.timeline(
      in: Period(at("2026-03-09T08:00:00Z"), at("2026-03-16T08:00:00Z"))
    ).shifts
    #expect(shifts.map(\.person) == [bo, ana])
    schedule.versions[1].layers = [weekly([[ana], [bo], [dee]])]
    let kept = try Resolver(schedule, zones: SystemZones.catalog)
    #expect(
      kept.timeline(in: Period(at("2026-03-09T08:00:00Z"), at("2026-03-16T08:00:00Z"))).shifts.map(
        \.person)
        == [bo])
    #expect(throws: ScheduleRefusal.past(earliest: day.end)) {
      try schedule.adding(Schedule.Version(effectiveFrom: day.start, layers: []), now: day.end)
    }
  }

  @Test func `handoffs say who goes and who comes`() throws {
    let resolver = try Resolver(
      schedule([weekly([[ana], [bo], [bo, dee]])]), zones: SystemZones.catalog)
    let handoffs = resolver.timeline(
      in: Period(at("2026-03-02T08:00:00Z"), at("2026-04-01T00:00:00Z"))
    ).handoffs
    #expect(
      handoffs == [
        PagerHandoff(at: at("2026-03-09T08:00:00Z"), outgoing: [ana], incoming: [bo]),
        PagerHandoff(at: at("2026-03-16T08:00:00Z"), outgoing: [], incoming: [dee]),
        PagerHandoff(at: at("2026-03-23T08:00:00Z"), outgoing: [bo, dee], incoming: [ana]),
        // Summer time has begun: the same hour on the clock is another one in UTC.
        PagerHandoff(at: at("2026-03-30T07:00:00Z"), outgoing: [ana], incoming: [bo]),
      ])
  }

  @Test func `every answer explains itself`() throws {
    var late = override(1, .replace(bo, with: dee))
    late.note = "dentist"
    let resolver = try Resolver(
      schedule([weekly([[ana], [bo]]), layer("learning", isShadow: true, eli)], [late]),
      zones: SystemZones.catalog)
    #expect(
      resolver.explain(day.start, name: VectorName.name) == [
        "On call at 2026-03-11 01:00 Europe/Copenhagen: dee.",
        "dee: instead of bo from 2026-03-11 01:00 to 2026-03-12 01:00, \"dentist\" "
          + "(layer week, turn 1 (2026-03-09 09:00 to 2026-03-16 09:00), slot 2 of 2, "
          + "turns of 1 week from 2026-03-02 09:00 Europe/Copenhagen).",
        "eli watches and learns: layer learning.",
        "Next: 2026-03-12 01:00 bo takes over from dee.",
        "Next: 2026-03-16 09:00 ana takes over from bo.",
        "Next: 2026-03-23 09:00 bo takes over from ana.",
      ])
    let none = try Resolver(
      schedule([layer("a", ana)], [override(1, .cover([]))]), zones: SystemZones.catalog)
    #expect(
      none.explain(day.start, name: VectorName.name) == [
        "Nobody is on call at 2026-03-11 01:00 Europe/Copenhagen: an override says so.",
        "Next: 2026-03-12 01:00 ana comes on.",
      ])
    let barred = try Resolver(
      schedule([layer("a", ana)]), zones: SystemZones.catalog, barred: Barred(always: [ana]))
    #expect(
      barred.explain(day.start, name: VectorName.name) == [
        "Nobody is on call at 2026-03-11 01:00 Europe/Copenhagen: whose turn it is may not.",
        "ana would be, but may not be on call: layer a.",
      ])
  }

  @Test func `a second rule on one person is worth a warning`() {
    let schedule = schedule([layer("a", ana)], [override(1, .replace(ana, with: bo))])
    #expect(schedule.rivals(of: override(2, .remove(ana))).map(\.id) == [VectorName.id("o1")])
    #expect(schedule.rivals(of: override(2, .remove(bo))).isEmpty)
    #expect(
      schedule.rivals(of: override(2, .remove(ana), Period(day.end, day.end.advanced(by: 1))))
        .isEmpty)
  }
}
