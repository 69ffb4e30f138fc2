internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill issue edit`.
struct IssueEditCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change fields of issues.",
    discussion: """
      The word none empties a field. With one key and nothing to change it opens the body in \
      your editor.
      """)

  @OptionGroup var targets: IssueTargets

  @Option(name: .shortAndLong, help: "What it is about, in a line.")
  var title: String?

  @OptionGroup var body: BodyOptions
  @OptionGroup var fields: IssueFieldOptions

  @Option(help: ArgumentHelp("A label to put on; several with commas.", valueName: "label"))
  var addLabel: [String] = []

  @Option(help: ArgumentHelp("A label to take off.", valueName: "label"))
  var removeLabel: [String] = []

  @Option(help: ArgumentHelp("Who helps from now on; several with commas.", valueName: "handle"))
  var addAssignee: [String] = []

  @Option(help: ArgumentHelp("Who does not any more.", valueName: "handle"))
  var removeAssignee: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    var verbs = try title.map { [IssueVerb.retitle(try nonempty($0))] } ?? []
    if let text = try body.text(shell) { verbs.append(.rewrite(text)) }
    verbs += try fields.verbs()
    if !addLabel.isEmpty || !removeLabel.isEmpty {
      verbs.append(.label(add: addLabel.split, remove: removeLabel.split))
    }
    if !addAssignee.isEmpty || !removeAssignee.isEmpty {
      verbs.append(.assign(add: addAssignee.split, remove: removeAssignee.split))
    }
    guard !verbs.isEmpty else { return try editBody(workspace, shell) }
    try workspace.perform(verbs, on: targets, output.form, shell)
  }

  private func editBody(_ workspace: Workspace, _ shell: Shell) throws {
    _ = try workspace.acting()
    guard let key = targets.keys.first, targets.keys.count == 1, targets.query == nil,
      shell.isInputTerminal, shell.isOutputTerminal
    else {
      throw Failure(.usage, "say what to change: --title, --body, --status, --owner and so on")
    }
    let id = try workspace.store.issueID(IssueKey(typed: key))
    let old = try workspace.store.detail(
      of: id, commentLimit: 0, textLimit: .everything, withTimeline: false)
    let begun = old?.issue.body ?? ""
    try Editor(shell).edit(begun) { body in
      try workspace.perform([.rewrite(body, insteadOf: begun)], on: [id], output.form, shell)
    }
  }
}

/// A title as typed, which must say something.
func nonempty(_ title: String) throws(Failure) -> String {
  guard title.contains(where: { !$0.isWhitespace }) else {
    throw Failure(.usage, "the title is empty; say in a line what it is about")
  }
  return title
}
