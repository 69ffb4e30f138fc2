import Domain
import Support
import Testing

/// Random lives of pages, a seed each.
@Suite struct PageRandomTests {
  @Test(arguments: 0..<200)
  func `whatever happens a page stays sound`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var page = Pager.page(random.chance(50) ? .high : .low, isInMaintenance: random.chance(10))
    var now = Pager.minute(0)
    for _ in 0..<60 {
      now = now.advanced(by: Int64.random(in: 0...40, using: &random) * Instant.minute)
      let event = event(at: now, &random)
      let before = page
      do {
        _ = try page.handle(event, at: now)
      } catch {
        #expect(page == before, "seed \(seed): a refused \(event) changed the page")
        continue
      }
      #expect(page.brokenInvariant == nil, "seed \(seed), after \(event)")
      #expect(page.count >= before.count, "seed \(seed): the count fell")
      #expect(page.severity >= before.severity && page.urgency >= before.urgency)
      // An alarm that maintenance held back before anybody heard it was none.
      #expect(page.alarms >= before.alarms || page.state == .suppressed)
      #expect(page.lastSeen >= before.lastSeen)
      if !before.isOpen { #expect(page == before, "seed \(seed): \(event) woke a resolved page") }
      if case .ack = event, let owner = before.owner { #expect(page.owner == owner) }
      if case .resolve = event { #expect(!page.isOpen) }
      if page.state.phase != .acked { #expect(page.deadline == nil && page.owner == nil) }
      if page.state.phase != .triggered { #expect(page.nextEscalation == nil) }
    }
  }

  @Test(arguments: 0..<100)
  func `a key never has two open pages and forgets no signal`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var series = PageSeries(service: Pager.router, key: PageKey("k"))
    var signals = 0
    for index in 0..<40 {
      let now = Pager.minute(Int64(index) * 7)
      let signal: PageSignal =
        switch Int.random(in: 0..<5, using: &random) {
        case 0: .ack(by: nil)
        case 1: .resolve(.selfCleared, by: nil)
        default: .trigger(Pager.signal(Severity.allCases.randomElement(using: &random) ?? .info))
        }
      if case .trigger = signal { signals += 1 }
      _ = try series.handle(signal, opening: PageOpening(id: Cast.id(600 + index)), at: now)
      #expect(series.pages.count(where: \.isOpen) <= 1)
      #expect(series.pages.reduce(0) { $0 + $1.count } == signals)
      for (older, newer) in zip(series.pages, series.pages.dropFirst()) {
        #expect(newer.previous == older.id)
      }
    }
  }

  private func event(at now: Instant, _ random: inout SeededRandom) -> PageEvent {
    let person = [Pager.ana, Pager.bo, Pager.chloe].randomElement(using: &random) ?? Pager.ana
    let until = now.advanced(by: Int64.random(in: -1...30, using: &random) * Instant.hour)
    let rung = Int.random(in: 1...4, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0...3:
      return .trigger(Pager.signal(Severity.allCases.randomElement(using: &random) ?? .info))
    case 4, 5: return .ack(by: person)
    case 6: return .ack(by: nil)
    case 7: return .escalate(by: person)
    case 8: return .escalationDue
    case 9:
      return .fired(
        EscalationFiring(
          rung: rung, step: rung, at: now, people: [person],
          nextAt: now.advanced(by: 5 * Instant.minute)))
    case 10: return .shiftChanges
    case 11: return .covered
    case 12, 13: return .deadlinePasses
    case 14: return .extend(until: until, by: person)
    case 15: return .release(by: random.chance(80) ? person : nil)
    case 16: return .snooze(until: until, by: person)
    case 17: return .pass(to: person)
    case 18: return random.chance(50) ? .windowBegins : .windowEnds
    default:
      return random.chance(60)
        ? .goesStale : .resolve(.fixed, by: random.chance(50) ? person : nil)
    }
  }
}
