internal import Canvas
internal import Domain

extension OutputForm {
  /// Prints what a step did.
  func print(_ report: StepReport, _ shell: Shell) throws(Failure) {
    let shape = JSONShape<StepReport>(
      kind: "a step",
      fields: [
        ("title", { $1.string($0.title) }),
        ("operations", { $1.integer($0.operationCount) }),
        ("issues", { $1.list($0.issues.map(\.description)) }),
      ])
    if try print(one: report, shape, shell) { return }
    try shell.output.line(CleanText(report.title).characters)
    for warning in report.warnings { try shell.say(CleanText(warning).characters) }
  }
}

extension Workspace {
  /// For sentences about a person's steps: ` by ana`.
  var byWhom: String { handle.map { " by \($0)" } ?? "" }
}
