internal import ArgumentParser
internal import Domain

/// `watchbill issue close`.
struct IssueCloseCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close issues: done, or dropped.")

  @OptionGroup var targets: IssueTargets

  @Flag(help: "It will not be done.")
  var dropped = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let verb = IssueVerb.close(as: dropped ? .dropped : .done)
    try workspace.open(shell).perform([verb], on: targets, output.form, shell)
  }
}
