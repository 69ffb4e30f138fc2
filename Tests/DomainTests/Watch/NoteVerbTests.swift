import Domain
import Support
import Testing

/// What the planner writes for notes, and how the digest of a day that is over reads.
@Suite struct NoteVerbTests {
  private let bill = Cast.updatesBill
  private let ana = Cast.id(101)

  private func plan(_ verb: WatchVerb) throws -> WatchPlan {
    try bill.plan(verb, by: ana, at: Cast.now, newID: { Cast.id(9000) })
  }

  private func note() throws -> HandoffNote {
    let end = try #require(bill.shiftEnd(of: ana, now: Cast.now))
    return bill.note(for: end, touched: [])
  }

  @Test func `an ask is added to the note under an id of its own`() throws {
    let plan = try plan(.ask(" undrain\nit ", in: note()))
    guard case .put(.handoff(let handoff)) = plan.edits.first else {
      Testing.Issue.record("no handoff is written")
      return
    }
    #expect(handoff.state == .draft)
    #expect(handoff.note?.asks.last == HandoffNote.Ask(id: Cast.id(9000), "undrain it"))
    #expect(throws: WatchRefusal.self) { try self.plan(.ask("  ", in: note())) }
  }

  @Test func `a note that was never kept is written and offered in one step`() throws {
    let plan = try plan(.offerNote(note()))
    guard case .put(.handoff(let handoff)) = plan.edits.first else {
      Testing.Issue.record("no handoff is written")
      return
    }
    #expect(plan.edits.count == 1)
    #expect(handoff.state == .offered && handoff.offeredAt == Cast.now)
    #expect(plan.title == "offered the note of the shift of api-primary to @bo")
  }

  @Test func `notes that wait are those offered to a person and not accepted`() {
    #expect(bill.notesToAccept(by: ana).map(\.id) == [Cast.id(881)])
    #expect(bill.notesToAccept(by: Cast.id(105)).isEmpty)
  }

  @Test func `the digest of a day that is over stands as it stood then`() throws {
    var bill = bill
    let prompt = try #require(bill.prompts.first)
    let before = bill.digest(of: prompt, on: Cast.date(10), now: Cast.now)
    #expect(before.blocked.map(\.blocker.id) == [Cast.id(841)])
    #expect(before.onCall == nil && before.silent == 0)
    var cleared = bill.blockers[0]
    cleared.clear(by: ana, at: Cast.now)
    bill.blockers[0] = cleared
    #expect(bill.digest(of: prompt, on: Cast.date(10), now: Cast.now).blocked.count == 1)
    #expect(
      bill.digest(of: prompt, on: Cast.date(11), now: Cast.now).blocked.map(\.blocker.id)
        == [Cast.id(842)])
  }

  @Test func `a draft tells what was done since the last update to the same prompt`() {
    let last = Cast.date(10).startUTC.advanced(by: 9 * Instant.hour + 42 * Instant.minute)
    #expect(bill.draftStart(of: ana, for: Cast.id(801), now: Cast.now) == last)
    let weekAgo = Cast.now.advanced(by: -Instant.week)
    #expect(bill.draftStart(of: ana, for: Cast.id(802), now: Cast.now) == weekAgo)
  }
}
