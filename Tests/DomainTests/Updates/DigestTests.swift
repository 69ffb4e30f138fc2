import Domain
import Support
import Testing

@Suite struct DigestTests {
  private static let texts = "\(Folder.root)/Tests/DomainTests/Updates/Texts"

  private func material() throws -> DigestMaterial {
    let questions = Prompt.Question.usual + [Prompt.Question("Who can help?", .asks)]
    var material = DigestMaterial(
      prompt: try Standup.prompt(questions: questions), date: Standup.today,
      members: [Standup.ana, Standup.bo, Standup.chloe, Standup.dee, Cast.people[3].id])
    material.excused = [Standup.chloe]
    var ana = Standup.update(
      Standup.ana,
      ["- Closed API-42 Rate limiter drops headers\n- Began API-50 Retry budget", "API-50", "none"])
    ana = Update(
      id: ana.id, prompt: ana.prompt, person: ana.person, period: ana.period,
      answers: ana.answers + [Update.Answer(questions[3], "@bo: would you review API-50?")],
      postedAt: ana.postedAt)
    material.updates = [
      Standup.update(
        Standup.dee, ["Closed WEB-7 Write the docs", "", "- @bo: staging credentials\n- The VPN"],
        id: 2102),
      ana,
      Update(
        id: Cast.id(2103), prompt: Cast.id(2000), person: Standup.bo,
        period: Standup.date("2026-03-10"),
        answers: [Update.Answer(questions[0], "Yesterday's")], postedAt: Cast.now),
    ]
    material.blockers = [
      Blocker(
        id: Cast.id(1), person: Standup.dee, on: .person(Standup.bo), text: "staging credentials",
        since: Standup.date("2026-03-06")),
      Blocker(
        id: Cast.id(2), person: Standup.ana, on: .issue(IssueKey(prefix: "WEB", number: 9)),
        text: "", since: Standup.today),
      Blocker(
        id: Cast.id(3), person: Standup.ana, on: .other("the vendor"), text: "a licence",
        since: Standup.today, clearedAt: Cast.now, clearedBy: Standup.ana),
    ]
    material.ownership = [
      HandoffFacts.OwnershipChange(
        subject: "billing", from: .person(Standup.ana), to: .person(Standup.dee), at: Cast.now)
    ]
    material.onCall = OnCallTail(
      schedules: [
        OnCallTail.Schedule(
          id: Standup.schedule, now: [Standup.ana], until: Standup.at("2026-03-16T08:00:00Z"),
          next: [Standup.bo],
          gaps: [
            HandoffFacts.Span(
              Standup.at("2026-03-22T20:00:00Z"), Standup.at("2026-03-23T08:00:00Z"))
          ])
      ],
      pages: [
        HandoffFacts.ServiceCount(service: Standup.router, count: 2),
        HandoffFacts.ServiceCount(service: Standup.billing, count: 1),
      ])
    return material
  }

  @Test func `blocked comes first by age and nobody who is silent is named`() throws {
    let digest = Digest.make(from: try material(), Standup.wording)
    #expect(digest.blocked.map(\.age) == [3, 0])
    #expect(digest.blocked.map(\.isOverdue) == [true, false])
    #expect(digest.alsoBlocked == [Digest.Said(person: Standup.dee, points: ["The VPN"])])
    #expect(digest.changed.map(\.person) == [Standup.ana, Standup.dee])
    #expect(digest.rest.map(\.question.role) == [.next])
    #expect(digest.silent == 2)
    let text = digest.text(.markdown, Standup.wording)
    #expect(!text.contains("作者") && !text.contains("chloé"))
  }

  @Test func `of two updates of one person the later one counts`() throws {
    var material = try material()
    material.updates = [
      Standup.update(Standup.ana, ["new"], id: 2105, at: Cast.now),
      Standup.update(Standup.ana, ["old"], id: 2106, at: Cast.ago(1, Instant.hour)),
    ]
    let digest = Digest.make(from: material, Standup.wording)
    #expect(digest.changed == [Digest.Said(person: Standup.ana, points: ["new"])])
  }

  @Test func `an amended update says so`() throws {
    var material = try material()
    var update = Standup.update(Standup.ana, ["old"])
    try update.edit(
      [Update.Answer(Prompt.Question.usual[0], "new")], by: Standup.ana, digestAt: Cast.now,
      at: Cast.now)
    material.updates = [update]
    let text = Digest.make(from: material, Standup.wording).text(.plain, Standup.wording)
    #expect(text.contains("- @ana (amended): new\n"))
  }

  @Test func `who was excused and wrote all the same is heard`() throws {
    var material = try material()
    material.updates = [Standup.update(Standup.chloe, ["from the train"])]
    let digest = Digest.make(from: material, Standup.wording)
    #expect(digest.changed.map(\.person) == [Standup.chloe])
    #expect(digest.silent == 4)
  }

  @Test(arguments: TextForm.allCases)
  func `a full digest reads well`(form: TextForm) throws {
    let text = Digest.make(from: try material(), Standup.wording).text(form, Standup.wording)
    let name = form == .markdown ? "full.md" : "full.txt"
    let difference = TextFile.difference(text, from: "\(Self.texts)/\(name)")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func `a day without an answer is a short digest`() throws {
    var material = DigestMaterial(
      prompt: try Standup.prompt(), date: Standup.today, members: [Standup.ana])
    material.onCall = OnCallTail(
      schedules: [OnCallTail.Schedule(id: Standup.schedule, now: [], until: nil, next: [])],
      pages: [])
    let text = Digest.make(from: material, Standup.wording).text(.markdown, Standup.wording)
    let difference = TextFile.difference(text, from: "\(Self.texts)/silent.md")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func `no expected text is unused`() {
    #expect(TextFile.names(in: Self.texts) == ["full.md", "full.txt", "silent.md"])
  }
}
