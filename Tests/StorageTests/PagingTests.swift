import Domain
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct PagingTests {
  /// Every order, with and without words to find, both ways.
  static let queries: [String] =
    Query.SortKey.allCases.flatMap { ["sort:\($0.rawValue)-asc", "sort:\($0.rawValue)-desc"] }
    + [
      "is:all", "is:open", "issue", "issue sort:due", "label:bug", "is:open label:bug sort:closed",
    ]

  @Test(arguments: [2, 7, 100])
  func `pages forwards, backwards and around any row are one and the same list`(size: Int) throws {
    let workspace = try Self.workspace(issues: 45)
    for query in Self.queries {
      let whole = try workspace.keys(query)
      try #require(!whole.isEmpty, "\(query)")
      #expect(Set(whole).count == whole.count)
      #expect(try Self.forwards(workspace, query, size) == whole, "forwards: \(query)")
      #expect(try Self.backwards(workspace, query, size) == whole, "backwards: \(query)")
      try Self.expectAround(workspace, query, size, whole)
    }
  }

  @Test func `the order is the evaluator's`() throws {
    let workspace = try Self.workspace(issues: 50)
    let context = workspace.store.context(me: "ana")
    var all: [(issue: Domain.Issue, comments: [Domain.Comment])] = []
    try workspace.store.forEachIssue(matching: Query.parse("is:all"), in: context) {
      all.append(($0, $1))
    }
    for input in Self.queries {
      let query = try Query.parse(input)
      let expected = all.filter { query.matches($0.issue, comments: $0.comments, in: context) }
        .map(\.issue).sorted(by: query.areInOrder)
      #expect(try workspace.keys(input) == expected.map(\.key.description), "\(input)")
      #expect(try workspace.store.ids(matching: query, in: context) == expected.map(\.id))
    }
  }

  @Test func `rows that go while somebody pages leave neither gap nor double`() throws {
    for query in ["is:all", "sort:due", "sort:title-desc", "issue"] {
      let workspace = try Self.workspace(issues: 30)
      let whole = try workspace.keys(query)
      let first = try workspace.page(query, .first, 10)
      let last = try #require(first.rows.last)
      // The row the cursor stands on goes, and the one behind it.
      let next = try workspace.store.issueID(#require(IssueKey(whole[10])))
      try workspace.perform(.trash, on: last.id, next)
      let second = try workspace.page(query, .after(last.cursor), 10)
      #expect(second.rows.map(\.key.description) == Array(whole[11..<21]), "\(query)")
      let around = try workspace.page(query, .around(last.cursor), 6)
      #expect(
        around.rows.map(\.key.description) == Array(whole[6..<9] + whole[11..<14]), "\(query)")
    }
  }

  @Test func `an empty list has one empty page`() throws {
    let workspace = try Workspace()
    for place in [IssuePageRequest.Place.first, .last] {
      let page = try workspace.page("is:all", place, 10)
      #expect(page.rows.isEmpty && !page.hasBefore && !page.hasAfter)
    }
  }

  @Test func `counts stop at the cap`() throws {
    let workspace = try Self.workspace(issues: 12)
    let query = try Query.parse("is:all")
    let context = workspace.store.context(me: nil)
    #expect(
      try workspace.store.count(query, in: context, cap: 11) == CappedCount(11, isCapped: true))
    #expect(try workspace.store.count(query, in: context, cap: 12) == CappedCount(12))
    #expect(try workspace.store.count(query, in: context, cap: nil) == CappedCount(12))
    #expect(try workspace.store.count(query, in: context) == CappedCount(12))
    #expect(try workspace.store.count(Query.parse("nothing"), in: context) == CappedCount(0))
  }

  @Test func `a row of the list says what the issue says`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open(
      String(repeating: "é", count: 600), body: "words", labels: ["good first issue", "bug"])
    try workspace.perform(.assign(add: ["bo", "ana"], remove: []), on: issue)
    try workspace.perform(.own("chloé"), on: issue)
    try workspace.perform(.service("router"), on: issue)
    try workspace.perform(.milestone("March"), on: issue)
    try workspace.perform(.due(CivilDate(year: 2026, month: 4, day: 1)), on: issue)
    try workspace.perform(.close(as: .done), on: issue)
    let row = try #require(try workspace.page("is:all", .first, 1).rows.first)
    let whole = try #require(try workspace.issue(issue))
    #expect(row.title.count == IssueSummary.titleLimit && whole.title.count == 600)
    #expect(row.assignees == ["ana", "bo"] && row.owner == "chloé" && row.author == "ana")
    #expect(row.labels == whole.labels && row.labels.count == 2)
    #expect(row.service == "router" && row.milestone == "March" && row.due == whole.due)
    #expect(row.closedAt == whole.closedAt && row.updatedAt == whole.updatedAt)
  }

  @Test func `rows near an issue that is not in the list are those where it would stand`() throws {
    let workspace = try Workspace()
    let issues = try (1...9).map { try workspace.open("Issue \($0)") }
    try workspace.perform(.close(as: .done), on: issues[4])
    let page = try workspace.page("is:open sort:key", .near(issues[4]), 4)
    #expect(page.rows.map(\.key.number) == [3, 4, 6, 7] && page.hasBefore && page.hasAfter)
    let nowhere = try workspace.page("is:open sort:key", .near(Cast.id(77)), 4)
    #expect(nowhere.rows.map(\.key.number) == [1, 2, 3, 4] && !nowhere.hasBefore)
  }

  private static func forwards(_ workspace: Workspace, _ query: String, _ size: Int) throws
    -> [String]
  {
    var page = try workspace.page(query, .first, size)
    #expect(!page.hasBefore)
    var keys = page.rows.map(\.key.description)
    while page.hasAfter, let last = page.rows.last {
      page = try workspace.page(query, .after(last.cursor), size)
      #expect(page.hasBefore && !page.rows.isEmpty)
      keys += page.rows.map(\.key.description)
    }
    return keys
  }

  private static func backwards(_ workspace: Workspace, _ query: String, _ size: Int) throws
    -> [String]
  {
    var page = try workspace.page(query, .last, size)
    #expect(!page.hasAfter)
    var keys = page.rows.map(\.key.description)
    while page.hasBefore, let first = page.rows.first {
      page = try workspace.page(query, .before(first.cursor), size)
      #expect(page.hasAfter && !page.rows.isEmpty)
      keys = page.rows.map(\.key.description) + keys
    }
    return keys
  }

  private static func expectAround(
    _ workspace: Workspace, _ query: String, _ size: Int, _ whole: [String]
  ) throws {
    let rows = try workspace.page(query, .first, whole.count).rows
    for (index, row) in rows.enumerated() where index % 5 == 0 || index == rows.count - 1 {
      let page = try workspace.page(query, .around(row.cursor), size)
      #expect(try workspace.page(query, .near(row.id), size) == page)
      let keys = page.rows.map(\.key.description)
      let first = try #require(keys.first)
      let start = try #require(whole.firstIndex(of: first))
      #expect(Array(whole[start..<min(start + keys.count, whole.count)]) == keys, "\(query)")
      #expect(keys.contains(whole[index]), "around \(whole[index]): \(query)")
      #expect(page.hasBefore == (start > 0), "\(query)")
      #expect(page.hasAfter == (start + keys.count < whole.count), "\(query)")
    }
  }

  /// Issues with many ties and many gaps.
  private static func workspace(issues count: Int) throws -> Workspace {
    let workspace = try Workspace()
    var random = SeededRandom(seed: 77)
    var issues: [IncomingIssue] = []
    for number in 1...count {
      var issue = IncomingIssue.example(
        number, title: random.chance(50) ? "issue" : "Issue é \(number % 7)")
      // Ids rise with the rows, so that the store and the evaluator break ties alike.
      issue.id = Cast.id(1000 + number)
      issue.prefix = random.chance(50) ? "API" : "WEB"
      issue.status = Status.allCases[Int.random(in: 0..<6, using: &random)]
      issue.priority = Priority.allCases[Int.random(in: 0..<5, using: &random)]
      issue.created = Cast.ago(Int64.random(in: 1...5, using: &random), Instant.day)
      issue.updated = issue.created?.advanced(by: Int64.random(in: 0...2, using: &random))
      issue.closed = issue.updated
      if random.chance(50) {
        issue.due = CivilDate(year: 2026, month: 4, day: Int.random(in: 1...4, using: &random))
      }
      issue.labels = random.chance(40) ? [IncomingLabel(name: "bug")] : []
      issue.comments = (0..<Int.random(in: 0...2, using: &random)).map {
        .example(number * 10 + $0, "said")
      }
      issues.append(issue)
    }
    try workspace.bring(issues)
    try workspace.index()
    return workspace
  }
}

extension Workspace {
  /// A page of a list.
  func page(_ query: String, _ place: IssuePageRequest.Place, _ limit: Int) throws -> IssuePage {
    try store.page(
      IssuePageRequest(query: Query.parse(query), place: place, limit: limit),
      in: store.context(me: "ana"))
  }
}
