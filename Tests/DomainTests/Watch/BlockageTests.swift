import Domain
import Support
import Testing

@Suite struct BlockageTests {
  private let bill = BillFixture.bill()

  private func blockages(_ text: String, _ role: Prompt.Question.Role = .blocked) -> [Blockage] {
    bill.blockages(in: [Update.Answer(Prompt.Question("?", role), text)])
  }

  @Test func `a line that begins with whom it waits for is a blockage`() throws {
    let key = try #require(IssueKey("API-42"))
    #expect(
      blockages("- @Bo: staging credentials\n- team API: a decision\n- API-42: the schema") == [
        Blockage(on: .person(BillFixture.bo), "staging credentials"),
        Blockage(on: .team(BillFixture.team), "a decision"),
        Blockage(on: .issue(key), "the schema"),
      ])
  }

  @Test(arguments: [
    "the vendor is slow", "@nobody: hello", "team ops: x", "API-42 waits for WEB-7", "none", "",
    "note: something",
  ])
  func `other lines are words alone`(text: String) {
    #expect(blockages(text).isEmpty)
  }

  @Test func `other questions are not about blockers`() {
    #expect(blockages("@bo: thanks", .done).isEmpty)
  }

  @Test func `what a draft says of a blocker is the same blockage again`() throws {
    let blocker = Blocker(
      id: Cast.id(901), person: BillFixture.ana, on: .team(BillFixture.team), text: "a decision",
      since: try #require(CivilDate("2026-03-11")))
    let said = blockages("- " + blocker.words(bill.wording(for: nil)))
    #expect(said == [Blockage(on: blocker.cause, blocker.text)])
  }

  @Test func `the issues of a shift are told once, with the last deed`() throws {
    let one = IssueTitle(try #require(IssueKey("API-1")), "One")
    let two = IssueTitle(try #require(IssueKey("API-2")), "Two")
    let activity = [
      Activity(at: Cast.ago(3, Instant.hour), .opened(one)),
      Activity(at: Cast.ago(2, Instant.hour), .moved(one, from: .triage, to: .done)),
      Activity(at: Cast.ago(1, Instant.hour), .commented(one)),
      Activity(at: Cast.ago(1, Instant.hour), .commented(two)),
    ]
    #expect(activity.touchedIssues.map(\.how) == ["closed", "commented"])
  }
}
