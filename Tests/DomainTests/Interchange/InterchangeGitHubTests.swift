import Domain
import Testing

@Suite struct InterchangeGitHubTests: ReadsFiles {
  @Test func `gh's issues keep every field, modelled or not`() throws {
    let text = """
      [{"assignees":[{"id":"U_2","login":"ben","name":"Ben Ito"}],"author":{"id":"U_1",\
      "is_bot":false,"login":"ana","name":"Ana Sørensen"},"body":"a\\r\\nb","closed":true,\
      "closedAt":"2026-01-03T00:00:00Z","comments":[{"id":"IC_1","author":{"login":"cy"},\
      "authorAssociation":"MEMBER","body":"Yes","createdAt":"2026-01-02T00:00:00Z",\
      "url":"https://github.com/o/n/issues/36#c1"}],"createdAt":"2026-01-01T00:00:00Z","id":"I_36",\
      "isPinned":false,"labels":[{"id":"L_1","name":"bug","description":"broken","color":"d73a4a"}],\
      "milestone":{"number":3,"title":"Q1","description":"","dueOn":"2026-03-31T07:00:00Z"},\
      "number":36,"projectItems":[ {"title" : "Roadmap"} ],"reactionGroups":[],"state":"CLOSED",\
      "stateReason":"NOT_PLANNED","title":"Stampede","updatedAt":"2026-01-03T00:00:00Z",\
      "url":"https://github.com/o/n/issues/36"}]
      """
    let (records, warnings) = try read(text)
    let people = records.compactMap { if case .person(let person) = $0 { person } else { nil } }
    #expect(people.map(\.handle) == ["ben", "ana"])
    #expect(people.map(\.name) == ["Ben Ito", "Ana Sørensen"])
    #expect(people.last?.foreign?.id == "U_1")
    let issue = try #require(records.issues.first)
    #expect(issue.number == 36 && issue.kind == .issue && issue.status == .dropped)
    #expect(issue.author == "ana" && issue.assignees == ["ben"])
    #expect(issue.body == "a\r\nb")
    #expect(
      issue.labels == [IncomingLabel(name: "bug", color: "d73a4a", description: "broken")])
    #expect(issue.milestone == "Q1")
    #expect(issue.milestoneDue == CivilDate(year: 2026, month: 3, day: 31))
    #expect(issue.foreign?.system == "github" && issue.foreign?.id == "I_36")
    #expect(issue.foreign?.url == "https://github.com/o/n/issues/36")
    #expect(
      issue.foreign?.extra == """
        {"assignees":[{"id":"U_2","login":"ben","name":"Ben Ito"}],"author":{"id":"U_1",\
        "is_bot":false,"login":"ana","name":"Ana Sørensen"},"closed":true,"isPinned":false,\
        "labels":[{"id":"L_1","name":"bug","description":"broken","color":"d73a4a"}],\
        "milestone":{"number":3,"title":"Q1","description":"","dueOn":"2026-03-31T07:00:00Z"},\
        "projectItems":[{"title":"Roadmap"}],"reactionGroups":[],"stateReason":"NOT_PLANNED"}
        """)
    let comment = try #require(issue.comments.first)
    #expect(comment.author == "cy" && comment.body == "Yes" && comment.foreign?.id == "IC_1")
    #expect(comment.foreign?.extra == #"{"authorAssociation":"MEMBER"}"#)
    #expect(warnings.count == 0)
  }

  @Test(arguments: [
    (#""state":"OPEN""#, IssueKind.issue, Status.todo),
    (#""state":"CLOSED","stateReason":"COMPLETED""#, .issue, .done),
    (#""state":"CLOSED","stateReason":"NOT_PLANNED""#, .issue, .dropped),
    (#""state":"OPEN","isDraft":false"#, .pull, .review),
    (#""state":"OPEN","isDraft":true"#, .pull, .doing),
    (#""state":"MERGED","mergedAt":"2026-01-01T00:00:00Z""#, .pull, .done),
    (#""state":"CLOSED","mergedAt":null"#, .pull, .dropped),
    (#""state":"CLOSED","url":"https://github.com/o/n/pull/1""#, .pull, .dropped),
  ])
  func `gh's states become ours`(state: String, kind: IssueKind, status: Status) throws {
    let issue = try #require(try issues("[{\"number\":1,\"title\":\"a\",\(state)}]").first)
    #expect(issue.kind == kind)
    #expect(issue.status == status)
  }

  @Test(arguments: [
    (#""state":"open""#, IssueKind.issue, Status.todo),
    (#""state":"closed","state_reason":"not_planned""#, .issue, .dropped),
    (#""state":"closed","state_reason":null"#, .issue, .done),
    (#""state":"open","pull_request":{"url":"u"}"#, .pull, .review),
    (#""state":"closed","pull_request":{"url":"u"}"#, .pull, .done),
    (#""state":"closed","pull_request":{"merged_at":null}"#, .pull, .dropped),
    (#""state":"closed","pull_request":{"merged_at":"2026-01-01T00:00:00Z"}"#, .pull, .done),
  ])
  func `the REST API's states become ours`(
    state: String, kind: IssueKind, status: Status
  ) throws {
    let item = "{\"id\":9,\"number\":1,\"title\":\"a\",\"created_at\":null,\(state)}"
    let issue = try #require(try issues("[\(item)]").first)
    #expect(issue.kind == kind)
    #expect(issue.status == status)
    #expect(issue.foreign?.id == "9")
  }

  @Test func `pages after one another and lines of objects read as one list`() throws {
    let item = #"{"number":NUM,"title":"a","html_url":"u","state":"open"}"#
    let items = (1...4).map { item.replacing("NUM", with: "\($0)") }
    for text in [
      "[\(items[0]),\(items[1])][\(items[2]),\(items[3])]",
      "[\(items[0]),\n\(items[1])\n]\n[]\n[\(items[2]),\(items[3])]\n",
      items.joined(separator: "\n"),
    ] {
      #expect(try issues(text).map(\.number) == [1, 2, 3, 4])
    }
  }

  @Test func `an archive brings labels, reviews without a word and remarks`() throws {
    let text = """
      {"magic":"E!vIA5L86J2I","repo":"o/n","labels":[{"name":"bug","description":null,\
      "color":"fc2929"}],"issues":[],"pulls":[{"number":5,"id":"PR_5","title":"Fix","url":\
      "https://github.com/o/n/pull/5","state":"MERGED","author":"ana","labels":["bug"],\
      "body":null,"createdAt":"2026-01-01T00:00:00Z","mergedBy":"ben","comments":[],"reviews":[\
      {"id":"R_1","commit":{"abbreviatedOid":"964f6fa"},"author":"cy","state":"APPROVED","body":"",\
      "createdAt":"2026-01-01T00:00:00Z","comments":[{"originalPosition":44,"body":"Done.",\
      "createdAt":"2026-01-01T00:00:00Z"},{"originalPosition":45,"body":"Done.",\
      "createdAt":"2026-01-01T00:00:00Z"}]},{"id":"R_2","author":null,"state":"PENDING",\
      "body":"?","comments":[]}]}]}
      """
    let records = try read(text).records
    guard case .label(let label)? = records.first else {
      Testing.Issue.record("no label first")
      return
    }
    #expect(label.name == "bug" && label.color == "fc2929" && label.description == nil)
    let pull = try #require(records.issues.first)
    #expect(pull.kind == .pull && pull.status == .done && pull.closedBy == "ben")
    #expect(
      pull.comments.map(\.kind) == [.approved, .reviewComment, .reviewComment, .reviewed])
    #expect(pull.comments.map(\.author) == ["cy", "cy", "cy", nil])
    #expect(pull.comments[0].body.isEmpty)
    #expect(pull.comments[0].foreign?.extra == #"{"commit":{"abbreviatedOid":"964f6fa"}}"#)
    #expect(pull.comments[1].foreign?.extra == #"{"originalPosition":44}"#)
    #expect(pull.comments[3].foreign?.extra == #"{"state":"PENDING"}"#)
    #expect(Set(pull.comments.compactMap(\.foreign?.id)).count == 4)
    #expect(try read(text).records == records)
  }

  @Test func `an item without an id is known by its place`() throws {
    let issue = try #require(try issues(#"[{"number":7,"title":"a"}]"#).first)
    #expect(issue.foreign?.id == "#7")
  }

  @Test(arguments: [
    ("[{\"number\":1}]", 1, "title"), ("[\n{\"number\":0,\"title\":\"a\"}]", 2, "number"),
    ("[{\"title\":\"a\",\n\"state\":\"LOST\"}]", 2, "state"),
    ("[{\"title\":\"a\",\"createdAt\":\"x\"}]", 1, "createdAt"),
    ("[{\"title\":\"a\",\"author\":{\"login\":5}}]", 1, "author.login"),
    ("[{\"title\":\"a\"},7]", 1, ""),
  ])
  func `what is wrong is named by line and field`(text: String, line: Int, field: String) {
    let error = failure(text, as: .gh)
    #expect(error?.line == line)
    #expect(error?.field == field)
  }
}
