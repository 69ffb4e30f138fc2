internal import ArgumentParser
internal import Domain

/// `watchbill issue delete`.
struct IssueDeleteCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Take issues out of every list; undo brings them back.")

  @OptionGroup var targets: IssueTargets
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    try workspace.open(shell).perform([.trash], on: targets, output.form, shell)
  }
}
