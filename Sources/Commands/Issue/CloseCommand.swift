internal import ArgumentParser
internal import Domain

/// `watchbill issue close`.
struct IssueCloseCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close issues: done, or dropped.")

  @OptionGroup var targets: IssueTargets

  @Flag(help: "It will not be done.")
  var dropped = false

  @Option(name: .shortAndLong, help: ArgumentHelp("Say this on them, too.", valueName: "text"))
  var comment: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let close = IssueVerb.close(as: dropped ? .dropped : .done)
    let verbs = try (comment.map { [IssueVerb.comment(try nonemptyComment($0))] } ?? []) + [close]
    try workspace.open(shell).perform(verbs, on: targets, output.form, shell)
  }
}
