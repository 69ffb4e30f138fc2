internal import ArgumentParser
internal import Domain

/// `watchbill issue priority`.
struct IssuePriorityCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "priority", abstract: "Say how soon issues matter: 0 urgent to 4 none.")

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("urgent, high, normal, low, none or 0 to 4.", valueName: "priority"),
    completion: .list(Priority.allCases.map(\.name)))
  var priority: String

  @OptionGroup var targets: IssueTargets
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let verb = IssueVerb.priority(try Priority(typed: priority))
    try workspace.open(shell).perform([verb], on: targets, output.form, shell)
  }
}
