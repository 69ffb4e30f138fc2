import Domain
import Support
import Testing

/// Random lives of handoffs, a seed each.
@Suite struct HandoffRandomTests {
  @Test(arguments: 0..<200)
  func `an answer comes from who may give it and is final`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let isShift = random.chance(50)
    var handoff = isShift ? try Offer.ofShift() : try Offer.ofIssue()
    var now = Offer.change.at.advanced(by: -3 * Instant.day)
    var moves = 0
    var returned = 0
    for _ in 0..<40 {
      now = now.advanced(by: Int64.random(in: 0...600, using: &random) * Instant.minute)
      let event = event(&random)
      let before = handoff
      let effects: [HandoffEffect]
      do throws(Handoff.Refusal) {
        effects = try handoff.handle(event, at: now)
      } catch {
        #expect(handoff == before, "seed \(seed): a refused \(event) changed the handoff")
        continue
      }
      if before.state.isOver { #expect(handoff.state == before.state, "seed \(seed)") }
      if case .accepted(let person, _) = handoff.state {
        #expect(person == Offer.bo && handoff.openItems.isEmpty)
      }
      moves += effects.count { if case .moveOwner = $0 { true } else { false } }
      returned += effects.count { if case .returnPage = $0 { true } else { false } }
      if isShift {
        for name in ["declined", "withdrawn", "expired"] { #expect(handoff.state.name != name) }
      } else {
        #expect(handoff.state.name != "passed")
      }
      if let deadline = handoff.nextDeadline, case .timePasses = event { #expect(deadline > now) }
    }
    #expect(moves <= (isShift ? 0 : 1), "seed \(seed): ownership moved twice")
    #expect(returned <= 1, "seed \(seed): a page was returned twice")
  }

  private func event(_ random: inout SeededRandom) -> HandoffEvent {
    let person = [Offer.ana, Offer.bo, Offer.dee].randomElement(using: &random) ?? Offer.ana
    let actor = Handoff.Actor(person)
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1: return .offer(by: person)
    case 2: return .accept(by: actor)
    case 3: return .acceptItem(random.chance(50) ? Offer.page : Offer.ask, by: actor)
    case 4: return .acceptEverything(by: actor)
    case 5: return .decline(reason: "", by: actor)
    case 6: return .withdraw(by: person)
    case 7: return .say("please", by: person)
    default: return .timePasses(pages: [Offer.openPage(.high)])
    }
  }
}
