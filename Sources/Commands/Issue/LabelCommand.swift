internal import ArgumentParser
internal import Domain

/// `watchbill issue label`.
struct IssueLabelCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "label", abstract: "Put labels on issues and take them off.",
    discussion: "A label that does not exist yet is made.")

  @Option(help: ArgumentHelp("A label to put on; several with commas.", valueName: "label"))
  var add: [String] = []

  @Option(help: ArgumentHelp("A label to take off.", valueName: "label"))
  var remove: [String] = []

  @OptionGroup var targets: IssueTargets
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    guard !add.isEmpty || !remove.isEmpty else {
      throw Failure(.usage, "say which labels: --add LABEL or --remove LABEL")
    }
    let verb = IssueVerb.label(add: add.split, remove: remove.split)
    try workspace.open(shell).perform([verb], on: targets, output.form, shell)
  }
}
