internal import Canvas
internal import Domain
internal import Storage

extension Workspace {
  /// Does verbs to issues and prints what became of them.
  func perform(
    _ verbs: [IssueVerb], on targets: IssueTargets, _ form: OutputForm, _ shell: Shell
  ) throws {
    _ = try acting()
    try perform(verbs, on: try targets.ids(in: self), form, shell)
  }

  /// Does verbs to issues and prints what became of them.
  func perform(
    _ verbs: [IssueVerb], on ids: [EntityID], _ form: OutputForm, _ shell: Shell
  ) throws {
    let me = try acting()
    let report = try shell.following("changing") { progress throws(StoreError) in
      try store.perform(verbs, on: ids, as: me, progress: progress)
    }
    guard form == .text else {
      return try printJSON(ids, form, usual: IssueJSON.listed, shell)
    }
    guard report.operationCount > 0 else {
      let subject = ids.count == 1 ? "it was so already" : "they were so already"
      return try shell.say("nothing changed: \(subject)")
    }
    try shell.output.line(CleanText(report.title).characters)
    for warning in report.warnings { try shell.say(CleanText(warning).characters) }
  }

  /// To whom issues are offered that wait for an answer, by issue: in words and as it is typed.
  func offers() throws -> [EntityID: (words: String, typed: String)] {
    let bill = try store.watchBill(for: me)
    let words = bill.wording(for: me)
    var offers: [EntityID: (words: String, typed: String)] = [:]
    for offer in bill.openOffers {
      guard case .issue(let id) = offer.subject else { continue }
      offers[id] = (words.receiver(offer.receiver), words.typed(offer.receiver))
    }
    return offers
  }

  /// Prints issues as JSON: the thing for one, a list for several.
  func printJSON(
    _ ids: [EntityID], _ form: OutputForm, usual: [IssueJSON.Field], _ shell: Shell
  ) throws {
    let fields = try IssueJSON.chosen(form.fields, usual: usual)
    let offers = try fields.contains(.offeredTo) ? offers() : [:]
    var printer = JSONPrinter(form, shell.output)
    for id in ids {
      guard
        let detail = try store.detail(
          of: id, commentLimit: .everything, textLimit: .everything, withTimeline: false)
      else { continue }
      let write = { (writer: inout JSONWriter) in
        IssueJSON.encode(
          detail.issue, comments: detail.comments, offeredTo: offers[id]?.typed, fields: fields,
          into: &writer)
      }
      if ids.count == 1, case .json = form {
        return try JSONPrinter.printOne(to: shell.output, write)
      }
      try printer.print(write)
    }
    try printer.finish()
  }
}

extension IssueJSON {
  /// The fields that are wanted by name; nil asks for the usual ones.
  static func chosen(_ names: [String]?, usual: [Field]) throws(Failure) -> [Field] {
    guard let names else { return usual }
    switch fields(names.joined(separator: ",")) {
    case .success(let fields): return fields
    case .failure(let unknown): throw Failure(.usage, unknown.description)
    }
  }
}
