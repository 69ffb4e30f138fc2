import Domain
import Glibc
import Support
import Testing

/// What holds for every schedule; `WATCHBILL_LONG=1` tries fifty times as many.
@Suite struct ResolverPropertyTests {
  static let rounds = getenv("WATCHBILL_LONG") == nil ? 2000 : 100_000

  @Test func `turns follow one another without a hole and never run backwards`() throws {
    for seed in 0..<Self.rounds {
      var plan = RandomSchedule(seed: UInt64(seed))
      let turns = try Turns(plan.rotation(), zones: SystemZones.catalog)
      var turn = turns.turn(at: plan.instant())
      for _ in 0..<12 {
        #expect(turn.period.start < turn.period.end, "seed \(seed)")
        let next = turns.turn(at: turn.period.end)
        #expect(next.period.start == turn.period.end && next.index > turn.index, "seed \(seed)")
        #expect(turns.turn(at: turn.period.start) == turn, "seed \(seed)")
        #expect(turns.turn(at: turn.period.end.advanced(by: -1)) == turn, "seed \(seed)")
        turn = next
      }
      let ahead = Period(turn.period.start, turn.period.start.advanced(by: 30 * Instant.day))
      for shift in turns.shifts(in: ahead) {
        #expect(!shift.period.isEmpty && shift.period.overlaps(ahead), "seed \(seed)")
        #expect(shift.period.intersection(shift.turn.period) == shift.period, "seed \(seed)")
      }
    }
  }

  @Test func `an instant and the interval that holds it say the same`() throws {
    for seed in 0..<Self.rounds {
      var plan = RandomSchedule(seed: UInt64(seed))
      let resolver = try Resolver(
        plan.schedule(), zones: SystemZones.catalog, barred: plan.barred())
      let start = plan.instant()
      let range = Period(start, start.advanced(by: 21 * Instant.day))
      let timeline = resolver.timeline(in: range)
      #expect(timeline.stretches.first?.period.start == range.start)
      #expect(timeline.stretches.last?.period.end == range.end)
      for (a, b) in zip(timeline.stretches, timeline.stretches.dropFirst()) {
        #expect(a.period.end == b.period.start, "seed \(seed)")
        var shifted = b
        shifted.period = a.period
        #expect(a != shifted, "seed \(seed)")
      }
      let (shifts, gaps) = (timeline.shifts, timeline.gaps)
      var instants = timeline.stretches.prefix(5).flatMap {
        [$0.period.start, $0.period.end.advanced(by: -1)]
      }
      instants += (0..<4).map { _ in
        range.start.advanced(by: Int64.random(in: 0..<range.milliseconds, using: &plan.random))
      }
      for instant in instants {
        let moment = resolver.resolve(instant)
        let found = try #require(timeline.stretch(at: instant))
        var instantly = found
        instantly.period = moment.period
        #expect(moment == instantly, "seed \(seed) at \(instant.iso8601)")
        let running = shifts.filter { $0.period.contains(instant) }.map(\.person)
        #expect(Set(running) == Set(moment.holders.map(\.person)), "seed \(seed)")
        #expect(
          gaps.contains { $0.period.contains(instant) } == moment.holders.isEmpty,
          "seed \(seed)")
      }
    }
  }

  @Test func `two replicas that got overrides and layers' people in other orders agree`() throws {
    for seed in 0..<Self.rounds {
      var plan = RandomSchedule(seed: UInt64(seed))
      var schedule = plan.schedule()
      schedule.overrides += (0..<4).map { _ in plan.override() }
      let start = schedule.overrides.first?.period.start ?? plan.instant()
      let range = Period(start, start.advanced(by: 10 * Instant.day))
      let one = try Resolver(schedule, zones: SystemZones.catalog).timeline(in: range)
      schedule.overrides.shuffle(using: &plan.random)
      schedule.fixedPlans.shuffle(using: &plan.random)
      schedule.versions.reverse()
      let starts = Set(schedule.versions.map(\.effectiveFrom))
      guard starts.count == schedule.versions.count else { continue }
      let other = try Resolver(schedule, zones: SystemZones.catalog).timeline(in: range)
      #expect(one == other, "seed \(seed)")
    }
  }

  @Test func `the past is not changed by an edit`() throws {
    for seed in 0..<Self.rounds {
      var plan = RandomSchedule(seed: UInt64(seed))
      let schedule = plan.schedule()
      let now = max(plan.instant(), schedule.ledger.closedUntil ?? plan.instant())
      let past = Period(now.advanced(by: -10 * Instant.day), now)
      let before = try Resolver(schedule, zones: SystemZones.catalog).timeline(in: past)
      let layers = plan.schedule().versions[0].layers
      var edited = schedule
      if let added = try? schedule.adding(
        Schedule.Version(effectiveFrom: now.advanced(by: 1), layers: layers), now: now)
      {
        edited = added
      }
      #expect(
        try Resolver(edited, zones: SystemZones.catalog).timeline(in: past) == before,
        "seed \(seed)")

      // With the ledger closed even an edit of everything leaves it.
      var closed = schedule
      closed.ledger = schedule.ledger.closing(at: now, before)
      closed.versions = [Schedule.Version(layers: layers)]
      closed.overrides = []
      closed.fixedPlans = []
      let recorded = try Resolver(closed, zones: SystemZones.catalog).timeline(in: past)
      #expect(
        recorded.stretches.map { Set($0.holders.map(\.person)) }.dedoubled
          == before.stretches.map { Set($0.holders.map(\.person)) }.dedoubled, "seed \(seed)")
    }
  }

  @Test func `whole shifts contain what a range shows of them`() throws {
    for seed in 0..<Self.rounds / 4 {
      var plan = RandomSchedule(seed: UInt64(seed))
      let resolver = try Resolver(plan.schedule(), zones: SystemZones.catalog)
      let start = plan.instant()
      let range = Period(start, start.advanced(by: Instant.day))
      let whole = resolver.wholeShifts(in: range)
      for shift in resolver.timeline(in: range).shifts {
        let found = whole.filter { $0.person == shift.person && $0.reason == shift.reason }
        #expect(
          found.contains { $0.period.intersection(range) == shift.period }, "seed \(seed) \(shift)")
      }
      for shift in whole {
        #expect(shift.period.overlaps(range), "seed \(seed)")
        let holder = Holder(person: shift.person, reason: shift.reason)
        let before = resolver.resolve(shift.period.start.advanced(by: -1)).holders
        #expect(shift.isCutAtStart || !before.contains(holder), "seed \(seed) \(shift)")
        let after = resolver.resolve(shift.period.end).holders
        #expect(shift.isCutAtEnd || !after.contains(holder), "seed \(seed) \(shift)")
      }
    }
  }
}

extension [Set<EntityID>] {
  /// Without neighbours that are the same.
  fileprivate var dedoubled: [Set<EntityID>] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
