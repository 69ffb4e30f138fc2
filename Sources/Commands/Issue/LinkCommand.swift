internal import ArgumentParser
internal import Domain

/// `watchbill issue link`.
struct IssueLinkCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Say how issues relate to another.",
    discussion: "watchbill issue link API-42 --blocks WEB-7")

  @Option(help: ArgumentHelp("They block this issue.", valueName: "key"))
  var blocks: String?

  @Option(help: ArgumentHelp("This issue blocks them.", valueName: "key"))
  var blockedBy: String?

  @Option(help: ArgumentHelp("They relate to this issue.", valueName: "key"))
  var relates: String?

  @Option(help: ArgumentHelp("They duplicate this issue.", valueName: "key"))
  var duplicates: String?

  @Flag(help: "Take the links away instead.")
  var remove = false

  @OptionGroup var targets: IssueTargets
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let asked: [(LinkKind, String?)] = [
      (.blocks, blocks), (.blockedBy, blockedBy), (.relates, relates), (.duplicates, duplicates),
    ]
    let verbs = try asked.compactMap { kind, text -> IssueVerb? in
      guard let text else { return nil }
      let key = try IssueKey(typed: text)
      return remove ? .unlink(kind, key) : .link(kind, key)
    }
    guard !verbs.isEmpty else {
      throw Failure(
        .usage, "say how: --blocks KEY, --blocked-by KEY, --relates KEY or --duplicates KEY")
    }
    try workspace.open(shell).perform(verbs, on: targets, output.form, shell)
  }
}
