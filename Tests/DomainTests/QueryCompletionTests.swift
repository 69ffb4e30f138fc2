import Domain
import Testing

@Suite struct QueryCompletionTests {
  private let vocabulary = QueryCompletion.Vocabulary(
    labels: ["bug", "good first issue", "debug"], people: ["ana", "bo"], teams: ["api"],
    projects: ["API"], services: ["router"], milestones: ["M 1"])

  /// The cursor is the `|`; the result is the input with the first proposal put in, and all texts.
  private func complete(_ input: String) -> (first: String, all: [String]) {
    let cursor = input.firstIndex(of: "|").map { input.distance(from: input.startIndex, to: $0) }
    var text = input
    text.removeAll { $0 == "|" }
    let completion = QueryCompletion.candidates(
      in: text, cursor: cursor ?? 0, vocabulary: vocabulary)
    let all = completion.candidates.map(\.text)
    var characters = Array(text)
    characters.replaceSubrange(completion.range, with: Array(all.first ?? ""))
    return (String(characters), all)
  }

  @Test(arguments: [
    ("la|", "label:"), ("is:open -la|", "is:open -label:"), ("(ow| x", "(owner: x"),
    ("is:op|", "is:open"), ("is:op|xyz a", "is:open a"), ("ope|", "is:open"),
    ("doi|", "status:doing"),
    ("label:go|", "label:\"good first issue\""),
    ("label:bug,go| x", "label:bug,\"good first issue\" x"),
    ("label:\"good f|\" x", "label:\"good first issue\" x"),
    ("label:\"good f|", "label:\"good first issue\""),
    ("label:first|", "label:\"good first issue\""), ("owner:@|", "owner:@me"),
    ("owner:@a|", "owner:ana"),
    ("owner:b|", "owner:bo"), ("team:|", "team:api"), ("milestone:m|", "milestone:\"M 1\""),
    ("sort:upd|", "sort:updated"), ("no:mil|", "no:milestone"), ("priority:h|", "priority:high"),
    ("service:r| project:A", "service:router project:A"),
  ])
  func `the first proposal is the likeliest`(input: String, result: String) {
    #expect(complete(input).first == result)
  }

  @Test func `what begins with the typed text comes before what contains it`() {
    #expect(complete("label:bug|").all == ["bug", "debug"])
    #expect(complete("|").all.contains("sort:"))
    #expect(complete("sort:due|").all == ["due", "due-asc", "due-desc"])
  }
}
