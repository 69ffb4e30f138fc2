import Domain
import Support
import Testing

@Suite struct QueryDoubtTests {
  private let names = QueryCompletion.Vocabulary(
    labels: ["bug", "Good first issue"], people: ["ana", "bo", "chloé"], teams: ["api"],
    projects: ["API"], services: ["router"], milestones: ["March"])

  private func doubts(_ text: String, me: String? = "ana") throws -> [String] {
    try Query.parse(text).doubts(among: names, me: me).map(\.description)
  }

  @Test(arguments: [
    ("owner:xyz", ["nobody here is called 'xyz'"]),
    ("owner:anna", ["nobody here is called 'anna'; did you mean ana?"]),
    ("label:foo", ["no label 'foo' here"]),
    ("-label:bgu", ["no label 'bgu' here; did you mean bug?"]),
    (
      "label:\"good frist issue\"",
      ["no label 'good frist issue' here; did you mean Good first issue?"]
    ),
    ("team:web service:edge", ["no team 'web' here", "no service 'edge' here"]),
    ("project:WEB milestone:May", ["no project 'WEB' here", "no milestone 'May' here"]),
    (
      "assignee:xyz OR (author:xyz owner:ana,zoe)",
      ["nobody here is called 'xyz'", "nobody here is called 'zoe'"]
    ),
  ])
  func `what a query names and nobody has is doubted, each once`(
    _ text: String, _ expected: [String]
  ) throws {
    #expect(try doubts(text) == expected)
  }

  @Test(arguments: [
    "", "is:open", "owner:ANA label:BUG", "label:\"GOOD first issue\"", "is:mine owner:@me",
    "mentions:stranger", "words \"label:no\"", "author:chloé team:Api project:api",
  ])
  func `what is there is not doubted, whatever its case`(_ text: String) throws {
    #expect(try doubts(text) == [])
  }

  @Test(arguments: ["is:mine", "owner:@me", "mentions:@me", "is:open (is:mine OR author:@me)"])
  func `who I am must have been said`(_ text: String) throws {
    #expect(try doubts(text, me: nil) == ["@me: nobody said who you are"])
    #expect(try doubts(text) == [])
  }

  @Test func `a query without names needs no list of them`() throws {
    for text in ["", "is:open priority:<=1 words sort:due", "has:label"] {
      #expect(try !Query.parse(text).namesAnything)
    }
    for text in ["label:x", "is:open is:mine", "-owner:@me", "a OR (b team:api)"] {
      #expect(try Query.parse(text).namesAnything)
    }
  }
}
