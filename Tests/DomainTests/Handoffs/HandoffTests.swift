import Domain
import Support
import Testing

@Suite struct HandoffTests {
  private let ana = Offer.ana
  private let bo = Handoff.Actor(Offer.bo)

  private func after(_ minutes: Int64) -> Instant {
    Offer.change.at.advanced(by: minutes * Instant.minute)
  }

  @Test func `ownership moves when the receiver accepts and not before`() throws {
    var handoff = try Offer.ofIssue()
    #expect(
      try handoff.handle(.offer(by: ana), at: Cast.now) == [
        .tell(.person(Offer.bo)), .line(.offered(by: ana, to: .person(Offer.bo))),
      ])
    let effects = try handoff.handle(.accept(by: bo), at: Cast.now)
    #expect(
      effects == [
        .moveOwner(to: .person(Offer.bo), by: Offer.bo), .tell(.person(ana)),
        .line(.accepted(by: Offer.bo, from: ana)),
      ])
    #expect(handoff.state == .accepted(by: Offer.bo, at: Cast.now))
  }

  @Test func `a team that receives owns and not the person who accepted`() throws {
    var handoff = try Offer.ofIssue(to: .team(Offer.team))
    _ = try handoff.handle(.offer(by: ana), at: Cast.now)
    let member = Handoff.Actor(Offer.dee, teams: [Offer.team])
    let effects = try handoff.handle(.accept(by: member), at: Cast.now)
    #expect(effects.first == .moveOwner(to: .team(Offer.team), by: Offer.dee))
  }

  @Test func `an offer expires after seven days and cannot be accepted from then on`() throws {
    var handoff = try Offer.ofIssue()
    _ = try handoff.handle(.offer(by: ana), at: Cast.now)
    let end = Cast.now.advanced(by: 7 * Instant.day)
    #expect(handoff.nextDeadline == end)
    #expect(try handoff.handle(.timePasses(pages: []), at: end.advanced(by: -1)) == [])
    #expect(throws: Handoff.Refusal.lapsed) { try handoff.handle(.accept(by: bo), at: end) }
    let effects = try handoff.handle(.timePasses(pages: []), at: end.advanced(by: Instant.day))
    #expect(effects.contains(.line(.expired(to: .person(Offer.bo)))))
    #expect(handoff.state == .expired(at: end))
    #expect(handoff.nextDeadline == nil)
    #expect(try handoff.handle(.timePasses(pages: []), at: end.advanced(by: Instant.week)) == [])
  }

  @Test func `accepting an item takes the page or the ask over`() throws {
    var handoff = try Offer.ofShift()
    _ = try handoff.handle(.offer(by: ana), at: after(-60))
    #expect(
      try handoff.handle(.acceptItem(Offer.page, by: bo), at: after(-30))
        == [.passPage(Offer.page, to: Offer.bo)])
    #expect(try handoff.handle(.acceptItem(Offer.page, by: bo), at: after(-29)) == [])
    #expect(handoff.openItems.map(\.id) == [Offer.ask])
    #expect(
      try handoff.handle(.acceptEverything(by: bo), at: after(-28)) == [
        .takeAsk(Offer.ask, by: Offer.bo), .tell(.person(ana)),
        .line(.accepted(by: Offer.bo, from: ana)),
      ])
  }

  @Test func `a rewritten note keeps what was accepted`() throws {
    var handoff = try Offer.ofShift()
    _ = try handoff.handle(.offer(by: ana), at: after(-60))
    _ = try handoff.handle(.acceptItem(Offer.ask, by: bo), at: after(-30))
    var note = try #require(handoff.note)
    note.asks.append(HandoffNote.Ask(id: Cast.id(1103), "call the vendor"))
    _ = try handoff.handle(.rewrite(note, by: ana), at: after(-20))
    #expect(handoff.openItems.map(\.id) == [Offer.page, Cast.id(1103)])
    #expect(handoff.items.count == 3)
  }

  @Test func `a shift nobody accepted passes and its pages move after a quarter of an hour`()
    throws
  {
    let pages = [
      Offer.openPage(.high), Offer.openPage(.low, id: Cast.id(1201)),
      Offer.openPage(.high, id: Cast.id(1202), owner: Offer.bo),
    ]
    var handoff = try Offer.ofShift()
    _ = try handoff.handle(.offer(by: ana), at: after(-60))
    #expect(handoff.nextDeadline == after(0))
    #expect(try handoff.handle(.timePasses(pages: pages), at: after(-1)) == [])
    #expect(
      try handoff.handle(.timePasses(pages: pages), at: after(0)) == [
        .tell(.person(Offer.bo)), .line(.passed(to: .person(Offer.bo))),
      ])
    #expect(handoff.state == .passed(at: after(0)))
    #expect(handoff.nextDeadline == after(15))
    #expect(try handoff.handle(.timePasses(pages: pages), at: after(14)) == [])
    #expect(
      try handoff.handle(.timePasses(pages: pages), at: after(15)) == [
        .returnPage(Offer.page), .passPage(Cast.id(1201), to: Offer.bo),
      ])
    #expect(handoff.nextDeadline == after(60))
    #expect(try handoff.handle(.timePasses(pages: pages), at: after(59)) == [])
    #expect(try handoff.handle(.timePasses(pages: pages), at: after(60)) == [.tellTeam])
    #expect(handoff.nextDeadline == nil)
    #expect(try handoff.handle(.timePasses(pages: pages), at: after(61)) == [])
  }

  @Test func `an accepted shift is not shown to the team but its pages move`() throws {
    var handoff = try Offer.ofShift()
    _ = try handoff.handle(.offer(by: ana), at: after(-60))
    _ = try handoff.handle(.acceptEverything(by: bo), at: after(-30))
    let effects = try handoff.handle(.timePasses(pages: [Offer.openPage(.high)]), at: after(90))
    #expect(effects == [.returnPage(Offer.page)])
    #expect(handoff.nextDeadline == nil)
  }

  @Test func `a computer that slept through the handoff does everything once`() throws {
    var handoff = try Offer.ofShift()
    let effects = try handoff.handle(.timePasses(pages: [Offer.openPage(.high)]), at: after(600))
    #expect(
      effects == [
        .tell(.person(Offer.bo)), .line(.passed(to: .person(Offer.bo))),
        .returnPage(Offer.page), .tellTeam,
      ])
    #expect(
      try handoff.handle(.timePasses(pages: [Offer.openPage(.high)]), at: after(601)) == [])
  }

  @Test func `a passed shift can still be accepted but no longer rewritten`() throws {
    var handoff = try Offer.ofShift(isQuiet: true)
    _ = try handoff.handle(.timePasses(pages: []), at: after(1))
    let note = try #require(handoff.note)
    #expect(throws: Handoff.Refusal.hasPassed) {
      try handoff.handle(.rewrite(note, by: ana), at: after(2))
    }
    #expect(throws: Handoff.Refusal.hasPassed) {
      try handoff.handle(.offer(by: ana), at: after(2))
    }
    _ = try handoff.handle(.accept(by: bo), at: after(3))
    #expect(handoff.state == .accepted(by: Offer.bo, at: after(3)))
    #expect(try handoff.handle(.timePasses(pages: []), at: after(90)) == [])
  }

  @Test func `the draft is gathered an hour or a working day before`() {
    #expect(
      Offer.change.draftAt(on: Offer.stockholm) == Offer.at("2026-03-13T08:00:00Z"))
    var night = Offer.change
    night.began = night.at.advanced(by: -12 * Instant.hour)
    #expect(night.draftAt(on: Offer.stockholm) == Offer.at("2026-03-16T07:00:00Z"))
    var weekend = Offer.change
    weekend.began = weekend.at.advanced(by: -2 * Instant.day)
    #expect(weekend.draftAt(on: Offer.stockholm) == weekend.began)
  }

  @Test func `every answer leaves a line in the timeline`() {
    let lines: [HandoffLine] = [
      .offered(by: ana, to: .team(Offer.team)), .accepted(by: Offer.bo, from: ana),
      .declined(by: Offer.bo, reason: "too\nmuch "), .declined(by: Offer.bo, reason: " "),
      .withdrawn(by: ana), .expired(to: .person(Offer.bo)), .passed(to: .person(Offer.bo)),
    ]
    #expect(
      lines.map { $0.words(Offer.wording) } == [
        "@ana offered this to team api", "@bo accepted this from @ana",
        "@bo declined this: too much", "@bo declined this", "@ana withdrew the offer",
        "the offer to @bo expired after seven days",
        "the pager passed to @bo; the note was not accepted",
      ])
  }
}
