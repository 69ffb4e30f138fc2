import Domain
import Testing

extension Vector {
  /// A swap of two groups of events: both of its replacements together.
  func checkEventSwap() throws {
    let groups = (given["groups"]?.list ?? []).map(\.list)
    let periods = try groups.map { group in
      let periods = try group.map { try $0.period() }
      return Period(
        try #require(periods.map(\.start).min()), try #require(periods.map(\.end).max()))
    }
    let before = at("2024-06-04T00:00:00Z")
    var offer = try ShiftOffer(
      id: VectorName.id("swap"), schedule: VectorName.id("schedule"),
      from: groups[0][0].person("user"), to: groups[1][0].person("user"), gives: periods[0],
      takes: periods[1]
    ).offering(now: before)
    var written = 0
    let overrides = try offer.accept(by: offer.receiver, now: before) {
      written += 1
      return VectorName.id("swapped \(written)")
    }
    let (shifts, layers) = try shifts(of: groups.flatMap(\.self), overrides)
    for (number, user) in (expect["users_by_id"]?.members ?? []).map({ ($0.name, $0.value.text) }) {
      let mine = shifts.filter { shift in
        guard case .layer(let id) = shift.reason.source else { return false }
        return layers[id] == Int(number) && shift.reason.override != nil
      }
      #expect(!mine.isEmpty && mine.allSatisfy { VectorName.name($0.person) == user }, "\(id)")
    }
  }

  func checkTake() throws {
    let now = at("2024-06-05T00:00:00Z")
    let day = Period(now.advanced(by: Instant.day), now.advanced(by: 2 * Instant.day))
    var request = CoverRequest(
      id: VectorName.id("swap"), schedule: VectorName.id("schedule"), asker: VectorName.id("asker"),
      period: day)
    if given["status"]?.text == "taken" {
      _ = try request.take(by: VectorName.id("first"), now: now) { VectorName.id("o") }
    } else {
      try request.withdraw(now: now)
    }
    let taker = VectorName.id(given["taker"]?.text ?? "")
    let isAccepted = (try? request.take(by: taker, now: now) { VectorName.id("p") }) != nil
    #expect(isAccepted == expect["accepted"]?.flag, "\(id)")
  }

  func checkRequestState() throws {
    let period = try given.period()
    var request = CoverRequest(
      id: VectorName.id("swap"), schedule: VectorName.id("schedule"), asker: VectorName.id("asker"),
      period: period)
    if let taker = given["benefactor"]?.text {
      let before = period.start.advanced(by: -Instant.day)
      _ = try request.take(by: VectorName.id(taker), now: before) { VectorName.id("o") }
    }
    let state = request.state(at: try #require(given["now"]?.instant))
    #expect(state.rawValue == expect["status"]?.text, "\(id)")
  }

  /// The figures of the source's own formula, from our report's parts.
  func checkCoverage() throws {
    let resolver = try #require(given["schedule"]).resolver()
    let now = try #require(given["from"]?.instant)
    let report = resolver.coverage(now: now, days: try #require(given["days"]?.integer))
    let timeline = resolver.timeline(in: report.period)
    let people = Set(timeline.shifts.map(\.person)).sorted().map { LoadPerson(id: $0, zone: .utc) }
    let load = LoadReport(
      timeline.shifts.map { PersonShift($0.person, $0.period) }, of: people, in: report.period)
    let covered = Double(report.covered) / Double(report.wanted)
    let balance = load.balance >= 0.95 ? 1 : load.balance
    #expect(Int(((1 - covered) * 100).rounded()) == expect["not_covered_percent"]?.integer, "\(id)")
    #expect((balance == 1) == expect["balanced"]?.flag, "\(id)")
    #expect(Int(((covered + balance) / 2 * 100).rounded()) == expect["score"]?.integer, "\(id)")
    #expect(load.people.allSatisfy { abs($0.debt) < Instant.minute }, "\(id)")
  }
}
