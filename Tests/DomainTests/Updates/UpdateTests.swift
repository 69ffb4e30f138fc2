import Domain
import Support
import Testing

@Suite struct UpdateTests {
  private let answers = [Update.Answer(Prompt.Question.usual[0], "Closed API-42")]
  private let changed = [Update.Answer(Prompt.Question.usual[0], "Closed API-42 and API-43")]

  private func period() throws -> PromptPeriod {
    try #require(Standup.prompt().period(on: Standup.today, Standup.calendar))
  }

  private func post(at moment: String) throws -> Update {
    try Update.posted(
      answers, to: Standup.prompt(), in: period(), by: Standup.ana, id: Cast.id(2100),
      at: Standup.at(moment))
  }

  @Test func `an update is named by prompt and person and local date`() throws {
    let update = try post(at: "2026-03-10T16:00:00Z")
    #expect(update.prompt == Cast.id(2000))
    #expect(update.person == Standup.ana)
    #expect(update.period == Standup.today)
    #expect(!update.isLate)
  }

  @Test func `a late update is taken and marked but an early one is refused`() throws {
    #expect(try !post(at: "2026-03-11T10:59:00Z").isLate)
    #expect(try post(at: "2026-03-11T11:00:00Z").isLate)
    #expect(throws: Update.Refusal.notOpenYet) { try post(at: "2026-03-10T14:59:00Z") }
  }

  @Test func `an update without a word is refused`() throws {
    let empty = [Update.Answer(Prompt.Question.usual[0], " \n ")]
    let prompt = try Standup.prompt()
    let period = try period()
    #expect(throws: Update.Refusal.isEmpty) {
      try Update.posted(
        empty, to: prompt, in: period, by: Standup.ana, id: Cast.id(1), at: Cast.now)
    }
  }

  @Test func `until the digest an update is edited and afterwards amended`() throws {
    var update = try post(at: "2026-03-11T08:00:00Z")
    let digestAt = try period().digestAt
    try update.edit(
      changed, by: Standup.ana, digestAt: digestAt, at: Standup.at("2026-03-11T13:59:00Z"))
    #expect(!update.isAmended && update.editedAt != nil && update.digested == nil)
    try update.edit(answers, by: Standup.ana, digestAt: digestAt, at: digestAt)
    #expect(update.isAmended)
    #expect(update.digested == changed)
    try update.edit(
      [Update.Answer(Prompt.Question.usual[1], "Rest")], by: Standup.ana, digestAt: digestAt,
      at: digestAt.advanced(by: Instant.hour))
    #expect(update.digested == changed)
  }

  @Test func `an edit that changes nothing leaves no mark and a stranger cannot edit`() throws {
    var update = try post(at: "2026-03-11T08:00:00Z")
    let before = update
    try update.edit(answers, by: Standup.ana, digestAt: Cast.now, at: Cast.now)
    #expect(update == before)
    #expect(throws: Update.Refusal.notTheAuthor) {
      try update.edit(changed, by: Standup.bo, digestAt: Cast.now, at: Cast.now)
    }
    #expect(throws: Update.Refusal.isEmpty) {
      try update.edit([], by: Standup.ana, digestAt: Cast.now, at: Cast.now)
    }
    #expect(update == before)
  }

  @Test func `two that were written apart are merged and no text is lost`() throws {
    let first = Standup.update(Standup.ana, ["one"], id: 2101, at: Cast.ago(2, Instant.hour))
    let second = Standup.update(Standup.ana, ["two"], id: 2102, at: Cast.ago(1, Instant.hour))
    let merged = try first.merged(with: second)
    #expect(try second.merged(with: first) == merged)
    #expect(merged.answers.map(\.text) == ["two"])
    #expect(merged.rivals.map { $0.map(\.text) } == [["one"]])
    #expect(merged.postedAt == first.postedAt)
    #expect(try merged.merged(with: first) == merged)
    #expect(try first.merged(with: first).rivals == [])
    let other = Standup.update(Standup.bo, ["one"])
    #expect(throws: Update.Refusal.notTheSame) { try first.merged(with: other) }
  }

  @Test(
    arguments: [
      ("- one\n- two", ["one", "two"]), ("* one\n\n  • two \n", ["one", "two"]),
      ("plain words", ["plain words"]), ("None.", []), ("no", []), ("-", []), ("N/A", []),
      ("- no\n- really", ["no", "really"]), ("nothing broke", ["nothing broke"]),
      ("", []), ("-5 degrees", ["-5 degrees"]),
    ] as [(String, [String])])
  func `an answer is read as points`(text: String, points: [String]) {
    #expect(Update.Answer(Prompt.Question.usual[0], text).points == points)
  }

  @Test func `a blocker stands until it is cleared and can be put back`() {
    var blocker = Blocker(
      id: Cast.id(1), person: Standup.dee, on: .person(Standup.bo), text: "staging credentials",
      since: Standup.date("2026-03-06"))
    let week = WorkingWeek()
    #expect(blocker.age(on: Standup.date("2026-03-10"), week: week) == 2)
    #expect(!blocker.isOverdue(on: Standup.date("2026-03-10"), week: week))
    #expect(blocker.isOverdue(on: Standup.today, week: week))
    #expect(blocker.tells == .person(Standup.bo))
    let before = blocker
    blocker.clear(by: Standup.bo, at: Cast.now)
    blocker.clear(by: Standup.ana, at: Cast.now.advanced(by: 1))
    #expect(blocker.clearedBy == Standup.bo && !blocker.isOpen)
    #expect(!blocker.isOverdue(on: Standup.today, week: week))
    blocker.restore()
    #expect(blocker == before)
  }
}
