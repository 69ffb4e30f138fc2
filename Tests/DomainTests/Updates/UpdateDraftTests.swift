import Domain
import Support
import Testing

@Suite struct UpdateDraftTests {
  private static let limiter = IssueTitle(
    IssueKey(prefix: "API", number: 42), "Rate limiter drops headers")
  private static let retry = IssueTitle(IssueKey(prefix: "API", number: 50), "Retry budget")
  private static let docs = IssueTitle(IssueKey(prefix: "WEB", number: 7), "Write the docs")
  private static let login = IssueTitle(IssueKey(prefix: "WEB", number: 9), "Log in again")

  private func draft(
    _ deeds: [Activity.Deed], _ change: (inout UpdateMaterial) -> Void = { _ in }
  ) throws -> [String] {
    var material = UpdateMaterial()
    material.since = Cast.ago(1, Instant.day)
    material.activity = deeds.enumerated().map { index, deed in
      Activity(at: Cast.ago(60 - Int64(index), Instant.minute), deed)
    }
    change(&material)
    return try Standup.prompt().draft(from: material, Standup.wording).map(\.text)
  }

  @Test(
    arguments: [
      ([], ""),
      ([.moved(limiter, from: .doing, to: .done)], "- Closed API-42 Rate limiter drops headers"),
      (
        [.moved(limiter, from: .review, to: .dropped)],
        "- Dropped API-42 Rate limiter drops headers"
      ),
      ([.moved(retry, from: .todo, to: .doing)], "- Began API-50 Retry budget"),
      ([.moved(retry, from: .done, to: .doing)], "- Reopened API-50 Retry budget"),
      ([.moved(retry, from: .review, to: .doing)], "- Moved API-50 Retry budget to doing"),
      (
        [.moved(retry, from: .todo, to: .doing), .moved(retry, from: .doing, to: .review)],
        "- Put API-50 Retry budget into review"
      ),
      ([.moved(retry, from: .todo, to: .doing), .moved(retry, from: .doing, to: .todo)], ""),
      ([.opened(docs), .commented(docs)], "- Opened WEB-7 Write the docs"),
      (
        [.opened(docs), .moved(docs, from: .triage, to: .doing)], "- Began WEB-7 Write the docs"
      ),
      ([.commented(docs), .commented(login), .commented(docs)], "- Commented on WEB-7 and WEB-9"),
      (
        [
          .held(page: Cast.id(1), service: Standup.router, isResolved: false),
          .held(page: Cast.id(1), service: Standup.router, isResolved: true),
          .held(page: Cast.id(2), service: Standup.billing, isResolved: false),
        ],
        "- Handled 2 pages on router and billing, 1 still open"
      ),
      (
        [.gave("billing", to: .team(Standup.team)), .took("API-42", from: Standup.dee)],
        "- Handed billing to team api\n- Took over API-42 from @dee"
      ),
    ] as [([Activity.Deed], String)])
  func `what was done is told in a line each`(deeds: [Activity.Deed], text: String) throws {
    #expect(try draft(deeds).first == text)
  }

  @Test func `issues come before pages and handoffs whatever the order they happened in`() throws {
    let texts = try draft([
      .took("API-42", from: Standup.dee),
      .held(page: Cast.id(1), service: Standup.router, isResolved: true),
      .commented(Self.docs), .moved(Self.retry, from: .todo, to: .doing),
      .moved(Self.limiter, from: .doing, to: .done),
    ])
    #expect(
      texts.first?.split(separator: "\n").map(String.init) == [
        "- Closed API-42 Rate limiter drops headers", "- Began API-50 Retry budget",
        "- Commented on WEB-7", "- Handled 1 page on router", "- Took over API-42 from @dee",
      ])
  }

  @Test func `what lies before the last update is not told again`() throws {
    let texts = try draft([.moved(Self.limiter, from: .doing, to: .done)]) {
      $0.since = Cast.now
    }
    #expect(texts == ["", "", ""])
  }

  @Test func `next is what is being done and what waits for a review`() throws {
    let texts = try draft([]) {
      $0.open = [(Self.retry, .review), (Self.docs, .todo), (Self.limiter, .doing)]
    }
    #expect(
      texts[1]
        == "- Go on with API-42 Rate limiter drops headers\n- Get API-50 Retry budget through review"
    )
    let idle = try draft([]) { $0.open = [(Self.docs, .todo), (Self.login, .triage)] }
    #expect(idle[1] == "- Begin WEB-7 Write the docs")
  }

  @Test func `blocked is what was said to block and what waits for another issue`() throws {
    let texts = try draft([]) {
      $0.blockers = [
        Blocker(
          id: Cast.id(1), person: Standup.dee, on: .person(Standup.bo), text: "staging credentials",
          since: Standup.today)
      ]
      $0.waiting = [(Self.retry, Self.login)]
    }
    #expect(texts[2] == "- @bo: staging credentials\n- API-50 waits for WEB-9 Log in again")
  }
}
