internal import ArgumentParser
internal import Domain

/// `watchbill issue own`.
struct IssueOwnCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "own", abstract: "Give issues an owner, yourself unless you name somebody.")

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "The one accountable person; none takes the owner off.", valueName: "handle"))
  var owner = "@me"

  @OptionGroup var targets: IssueTargets
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let verb = IssueVerb.own(owner.orNone)
    try workspace.open(shell).perform([verb], on: targets, output.form, shell)
  }
}
