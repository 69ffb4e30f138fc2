internal import ArgumentParser
internal import Domain

/// `watchbill issue reopen`.
struct IssueReopenCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Open closed issues again.")

  @OptionGroup var targets: IssueTargets
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    try workspace.open(shell).perform([.reopen], on: targets, output.form, shell)
  }
}
