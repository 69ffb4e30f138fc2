internal import ArgumentParser
internal import Domain

/// `watchbill issue status`.
struct IssueStatusCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Move issues: triage, todo, doing, review, done, dropped.")

  @Option(
    name: .customLong("to"), help: ArgumentHelp("Where to.", valueName: "status"),
    completion: .list(Status.allCases.map(\.name)))
  var status: String

  @OptionGroup var targets: IssueTargets
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let verb = IssueVerb.status(try Status(typed: status))
    try workspace.open(shell).perform([verb], on: targets, output.form, shell)
  }
}
