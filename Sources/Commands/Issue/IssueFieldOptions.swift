internal import ArgumentParser
internal import Domain

/// The fields of an issue that a word or two can set, for `create` and `edit` alike.
struct IssueFieldOptions: ParsableArguments {
  @Option(
    help: "triage, todo, doing, review, done or dropped.",
    completion: .list(Status.allCases.map(\.name)))
  var status: String?

  @Option(
    help: "urgent, high, normal, low, none or 0 to 4.",
    completion: .list(Priority.allCases.map(\.name)))
  var priority: String?

  @Option(help: ArgumentHelp("The one accountable person.", valueName: "handle"))
  var owner: String?

  @Option(help: ArgumentHelp("When it should be done: 2026-01-31.", valueName: "date"))
  var due: String?

  @Option(help: ArgumentHelp("Its milestone, made if there is none.", valueName: "title"))
  var milestone: String?

  @Option(help: ArgumentHelp("The service it concerns.", valueName: "handle"))
  var service: String?

  @Option(help: ArgumentHelp("Where the work can be seen.", valueName: "url"))
  var demo: String?

  /// What the options ask for, as verbs.
  func verbs() throws(Failure) -> [IssueVerb] {
    var verbs: [IssueVerb] = []
    if let status { verbs.append(.status(try Status(typed: status))) }
    if let priority { verbs.append(.priority(try Priority(typed: priority))) }
    if let owner { verbs.append(.own(owner.orNone)) }
    if let due { verbs.append(.due(try dueDate(due))) }
    if let milestone { verbs.append(.milestone(milestone.orNone)) }
    if let service { verbs.append(.service(service.orNone)) }
    if let demo { verbs.append(.demo(demo.orNone)) }
    return verbs
  }

  /// What the options ask for, in a new issue.
  func fill(_ draft: inout IssueDraft) throws(Failure) {
    if let status { draft.status = try Status(typed: status) }
    if let priority { draft.priority = try Priority(typed: priority) }
    draft.owner = owner?.orNone
    if let due { draft.due = try dueDate(due) }
    draft.milestone = milestone?.orNone
    draft.service = service?.orNone
    draft.demo = demo?.orNone
  }

  private func dueDate(_ text: String) throws(Failure) -> CivilDate? {
    guard let text = text.orNone else { return nil }
    return try CivilDate(typed: text)
  }
}
