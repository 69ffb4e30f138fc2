internal import ArgumentParser
internal import Domain

/// `watchbill issue watch`.
struct IssueWatchCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Say who follows issues.",
    discussion: "Without --add and --remove it is you. @me stands for you.")

  @Option(help: ArgumentHelp("Who follows from now on; several with commas.", valueName: "handle"))
  var add: [String] = []

  @Option(help: ArgumentHelp("Who does not any more.", valueName: "handle"))
  var remove: [String] = []

  @OptionGroup var targets: IssueTargets
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let add = add.isEmpty && remove.isEmpty ? ["@me"] : add.split
    let verb = IssueVerb.watch(add: add, remove: remove.split)
    try workspace.open(shell).perform([verb], on: targets, output.form, shell)
  }
}
