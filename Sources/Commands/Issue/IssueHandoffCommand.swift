internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill issue handoff`.
struct IssueHandoffCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "handoff", abstract: "Offer an issue to somebody, who has to accept.",
    discussion: """
      watchbill issue handoff API-42 --to bo -m 'knows the parser'
      It stays yours until they do. 'watchbill issue own' moves an issue without asking.
      """)

  @Argument(help: ArgumentHelp("The issue by its key: API-42.", valueName: "key"))
  var key: String

  @OptionGroup var terms: OfferTerms
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let issue = try open.workspace.store.issueID(IssueKey(typed: key))
    try open.offer(.issue(issue), terms, output.form)
  }
}
