import Domain
import Support

@testable import Storage

/// Plays random changes by two people on a workspace: every verb, comments, edits, deletions.
struct VerbPlayer {
  let workspace: Workspace
  var random: SeededRandom
  var issues: [EntityID] = []
  var comments: [EntityID] = []

  static let texts = [
    "Router drops connections", "e\u{301}te\u{301} été", "@bo please look, @Ana too", "作者名 🔥",
    "\u{301}begins with an accent", "", "a=1:b\nf3:x", "mail me@ana.example", "re-request retry",
    "\u{1B}[31mred\u{1B}[0m \u{202E}evil", "@chloé naïve", "x",
  ]

  init(_ workspace: Workspace, seed: UInt64) throws {
    self.workspace = workspace
    random = SeededRandom(seed: seed)
    for number in 1...4 {
      issues.append(
        try workspace.open("Issue \(number)", project: number < 3 ? "API" : "WEB", as: workspace.bo)
      )
    }
  }

  /// Makes one random change; who made it, nil when it was refused or changed nothing.
  mutating func play() throws -> EntityID? {
    let author = random.chance(50) ? workspace.ana : workspace.bo
    workspace.clock.advance(
      by: random.chance(20) ? 0 : Int64.random(in: 1...9_999_999, using: &random))
    do throws(StoreError) {
      return try change(as: author) > 0 ? author : nil
    } catch {
      guard error.code == .refused || error.code == .notFound else { throw error }
      return nil
    }
  }

  private mutating func change(as author: EntityID) throws(StoreError) -> Int {
    let store = workspace.store
    switch Int.random(in: 0..<20, using: &random) {
    case 0, 1:
      var draft = IssueDraft(project: one(["API", "web"]), title: one(Self.texts))
      draft.body = one(Self.texts)
      draft.status = one(Status.allCases)
      draft.labels = some(["bug", "docs", "new-\(Int.random(in: 0...3, using: &random))"])
      draft.assignees = some(["ana", "@bo", "chloé"])
      draft.owner = some(["@me"]).first
      draft.milestone = some(["March", "April"]).first
      let made = try store.create(draft, as: author)
      issues.append(made.id)
      return made.report.operationCount
    case 2, 3:
      let id = store.environment.newID()
      let body = one(Self.texts)
      let report = try store.perform(
        "said", [.addComment(AddComment(id, on: one(issues), body: body))], as: author)
      comments.append(id)
      return report.operationCount
    case 4, 5:
      guard !comments.isEmpty else { return 0 }
      let comment = EntityRef(.comment, one(comments))
      let changes: [Change] = [
        .editComment(EditComment(comment, body: one(Self.texts))),
        .editComment(EditComment(comment, body: one(Self.texts))),
        .redactComment(RedactComment(comment)), .trash(TrashEntity(comment)),
        .restore(RestoreEntity(comment)),
      ]
      return try store.perform("changed", [one(changes)], as: author).operationCount
    case 6:
      let issue = EntityRef(.issue, one(issues))
      return try store.perform("restored", [.restore(RestoreEntity(issue))], as: author)
        .operationCount
    default:
      let some = (0..<(random.chance(70) ? 1 : 3)).map { _ in one(issues) }
      return try store.perform(verb(), on: some, as: author).operationCount
    }
  }

  private mutating func verb() -> IssueVerb {
    let people = ["ana", "bo", "chloé", "@me"]
    let labels = ["bug", "docs", "latency", "Größe"]
    let key = ["API", "WEB"].map { IssueKey(prefix: $0, number: 1) }
    let verbs: [IssueVerb] = [
      .close(as: .done), .close(as: .dropped), .reopen, .status(one(Status.allCases)),
      .priority(one(Priority.allCases)), .retitle(one(Self.texts)), .rewrite(one(Self.texts)),
      .own(one(people)), .own(nil), .assign(add: some(people), remove: some(people)),
      .label(add: some(labels), remove: some(labels)), .watch(add: some(people), remove: []),
      .service(one(["router", nil])), .milestone(one(["March", "May", nil])),
      .due(one([CivilDate(year: 2026, month: 4, day: 1), nil])),
      .demo(one(["https://x.example", nil])),
      .link(one(LinkKind.allCases), one(key)), .unlink(one(LinkKind.allCases), one(key)),
      .comment(one(Self.texts)), .trash,
    ]
    return one(verbs)
  }

  private mutating func one<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func some(_ values: [String]) -> [String] {
    values.filter { _ in random.chance(40) }
  }
}
