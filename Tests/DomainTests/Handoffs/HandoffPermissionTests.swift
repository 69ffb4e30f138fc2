import Domain
import Support
import Testing

/// Who may do what, in which state.
@Suite struct HandoffPermissionTests {
  private static let ana = Offer.ana
  private static let bo = Handoff.Actor(Offer.bo)
  private static let dee = Handoff.Actor(Offer.dee)
  private static let offered: [HandoffEvent] = [.offer(by: ana)]
  private static let accepted = offered + [.accept(by: bo)]
  private static let declined = offered + [.decline(reason: "too much", by: bo)]
  private static let withdrawn = offered + [.withdraw(by: ana)]

  private func outcome(
    _ handoff: Handoff, _ given: [HandoffEvent], _ event: HandoffEvent
  ) throws -> Handoff.Refusal? {
    var handoff = handoff
    for past in given { _ = try handoff.handle(past, at: Cast.ago(1, Instant.day)) }
    let before = handoff
    do throws(Handoff.Refusal) {
      _ = try handoff.handle(event, at: Cast.now)
      return nil
    } catch {
      #expect(handoff == before, "a refused \(event) changed the handoff")
      return error
    }
  }

  @Test(
    arguments: [
      ([], .offer(by: ana), nil), ([], .offer(by: Offer.bo), .notTheGiver),
      ([], .accept(by: bo), .isDraft), ([], .decline(reason: "", by: bo), .isDraft),
      ([], .withdraw(by: ana), nil), ([], .withdraw(by: Offer.bo), .notTheGiver),
      ([], .say("please", by: ana), nil), ([], .say("please", by: Offer.bo), .notTheGiver),
      (offered, .offer(by: ana), .isOffered),
      (offered, .accept(by: bo), nil), (offered, .accept(by: dee), .notTheReceiver),
      (offered, .accept(by: Handoff.Actor(ana)), .notTheReceiver),
      (offered, .acceptEverything(by: bo), nil),
      (offered, .acceptEverything(by: dee), .notTheReceiver),
      (offered, .acceptItem(Offer.page, by: bo), .noSuchItem),
      (offered, .decline(reason: "", by: bo), nil),
      (offered, .decline(reason: "", by: dee), .notTheReceiver),
      (offered, .decline(reason: "", by: Handoff.Actor(ana)), .notTheReceiver),
      (offered, .withdraw(by: ana), nil), (offered, .withdraw(by: Offer.bo), .notTheGiver),
      (offered, .withdraw(by: Offer.dee), .notTheGiver),
      (offered, .say("please", by: ana), nil),
      (accepted, .withdraw(by: ana), .isOver("accepted")),
      (accepted, .accept(by: bo), .isOver("accepted")),
      (accepted, .offer(by: ana), .isOver("accepted")),
      (accepted, .say("please", by: ana), .isOver("accepted")),
      (declined, .accept(by: bo), .isOver("declined")),
      (declined, .offer(by: ana), .isOver("declined")),
      (withdrawn, .accept(by: bo), .isOver("withdrawn")),
      (withdrawn, .decline(reason: "", by: bo), .isOver("withdrawn")),
    ] as [([HandoffEvent], HandoffEvent, Handoff.Refusal?)])
  func `only the giver offers and withdraws and only the receiver answers for an issue`(
    given: [HandoffEvent], event: HandoffEvent, refusal: Handoff.Refusal?
  ) throws {
    #expect(try outcome(Offer.ofIssue(), given, event) == refusal)
  }

  @Test(
    arguments: [
      ([], .accept(by: bo), .isDraft), ([], .acceptItem(Offer.page, by: bo), .isDraft),
      ([], .withdraw(by: ana), .shiftMovesAnyway),
      (offered, .accept(by: bo), .itemsOpen(["disk full on db-2", "rotate the API key"])),
      (offered, .acceptItem(Offer.page, by: bo), nil),
      (offered, .acceptItem(Offer.page, by: dee), .notTheReceiver),
      (offered, .acceptItem(Cast.id(1), by: bo), .noSuchItem),
      (offered, .acceptEverything(by: bo), nil),
      (offered, .acceptEverything(by: Handoff.Actor(ana)), .notTheReceiver),
      (offered, .decline(reason: "", by: bo), .shiftMovesAnyway),
      (offered, .withdraw(by: ana), .shiftMovesAnyway),
      (offered, .say("please", by: ana), .wrongWords),
      (
        offered + [.acceptItem(Offer.page, by: bo), .acceptItem(Offer.ask, by: bo)],
        .accept(by: bo), nil
      ),
    ] as [([HandoffEvent], HandoffEvent, Handoff.Refusal?)])
  func `a shift is accepted by the receiver item by item and cannot be declined`(
    given: [HandoffEvent], event: HandoffEvent, refusal: Handoff.Refusal?
  ) throws {
    #expect(try outcome(Offer.ofShift(), given, event) == refusal)
  }

  @Test func `anybody of a receiving team may accept for it`() throws {
    let handoff = try Offer.ofIssue(to: .team(Offer.team))
    let member = Handoff.Actor(Offer.dee, teams: [Offer.team])
    #expect(try outcome(handoff, Self.offered, .accept(by: member)) == nil)
    #expect(try outcome(handoff, Self.offered, .accept(by: Self.bo)) == .notTheReceiver)
  }

  @Test func `nobody hands over to themselves and no shift goes to a team`() {
    #expect(throws: Handoff.Refusal.toOneself) { try Offer.ofIssue(to: .person(Offer.ana)) }
    #expect(throws: Handoff.Refusal.shiftNeedsPerson) {
      try Handoff(
        id: Cast.id(1), subject: .shift(Offer.change), from: Offer.ana, to: .team(Offer.team))
    }
  }

  @Test func `a refusal says what to do`() {
    #expect(
      Handoff.Refusal.itemsOpen(["a", "b", "c", "d"]).description
        == "4 pages and asks are not accepted yet (a; b; c; ...); "
        + "accept each, or everything at once")
    #expect(
      Handoff.Refusal.itemsOpen(["a"]).description
        == "1 page or ask is not accepted yet (a); accept each, or everything at once")
  }
}
