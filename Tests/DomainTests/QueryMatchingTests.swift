import Domain
import Testing

/// What the words of the language mean, by example; that the store agrees is tested there.
@Suite struct QueryMatchingTests {
  private let now = Instant(seconds: 1_790_000_000)

  private func matches(_ query: String, _ change: (inout Domain.Issue) -> Void) throws -> Bool {
    var issue = Domain.Issue(
      id: EntityID(high: 1, low: 1), key: IssueKey(prefix: "API", number: 42),
      title: "Latency spike at the édge", createdAt: now, updatedAt: now)
    change(&issue)
    let comment = Comment(
      id: EntityID(high: 2, low: 1), author: "bo", body: "ask @Chie-2", createdAt: now,
      updatedAt: now)
    var context = Query.Context(now: now, today: now.utcDate, me: "ana")
    context.teams = ["api": Query.TeamFacts(members: ["ana"], services: ["router"])]
    context.openKeys = [IssueKey(prefix: "API", number: 2)]
    return try Query.parse(query).matches(issue, comments: [comment], in: context)
  }

  @Test(arguments: [
    ("updated:>2w", 15, true), ("updated:>2w", 13, false), ("updated:<2d", 1, true),
    ("updated:<2d", 3, false), ("updated:2w", 14, true), ("updated:2w", 15, false),
    ("updated:1w..2w", 10, true), ("updated:1w..2w", 6, false), ("updated:today", 0, true),
    ("updated:yesterday", 1, true), ("updated:>yesterday", 1, false),
  ])
  func `ages are compared as ages`(query: String, daysAgo: Int64, expected: Bool) throws {
    let answer = try matches(query) { $0.updatedAt = now.advanced(by: -daysAgo * Instant.day) }
    #expect(answer == expected)
  }

  @Test(arguments: [
    ("due:<1w", 6, true), ("due:<1w", 7, false), ("due:<=1w", 7, true), ("due:<1w", -1, false),
    ("due:>1w", 8, true), ("due:tomorrow", 1, true), ("due:overdue", -1, true),
    ("is:overdue", 0, false),
    ("due:today", 0, true), ("no:due", 0, false),
  ])
  func `due dates look ahead`(query: String, days: Int, expected: Bool) throws {
    let answer = try matches(query) {
      $0.due = CivilDate(daysSinceEpoch: now.utcDate.daysSinceEpoch + days)
    }
    #expect(answer == expected)
  }

  @Test(arguments: [
    ("api-42", true), ("API-4", false), ("edge", true), ("\"the edge\"", true),
    ("\"edge the\"", false),
    ("lat*", true), ("lat", false), ("mentions:chie-2", true), ("commenter:BO", true),
    ("in:title ask", false), ("ask", true), ("team:api", true), ("is:mine", true),
    ("is:blocked", true), ("involves:bo -owner:bo", true), ("is:unassigned", false),
    ("label:BUG", true),
    ("-label:bug", false), ("closed:<2d", false), ("-closed:<2d", true), ("team:none", false),
  ])
  func `conditions mean what they say`(query: String, expected: Bool) throws {
    let answer = try matches(query) {
      $0.owner = "Ana"
      $0.labels = [Label(name: "bug")]
      $0.blockedBy = [IssueKey(prefix: "API", number: 1), IssueKey(prefix: "API", number: 2)]
    }
    #expect(answer == expected)
  }

  @Test func `closed blockers block nothing`() throws {
    #expect(try !matches("is:blocked") { $0.blockedBy = [IssueKey(prefix: "API", number: 1)] })
  }

  @Test(
    arguments: [
      ("(@Ana, @bo-1) @ana", ["ana", "bo-1"]), ("me@example.org _@x é@y", []), ("@ @@a", ["a"]),
    ] as [(String, [String])])
  func `mentions are handles behind an at sign`(text: String, handles: [String]) {
    #expect(Mentions.handles(in: text) == handles)
  }
}
