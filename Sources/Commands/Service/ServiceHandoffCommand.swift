internal import ArgumentParser
internal import Domain

/// `watchbill service handoff`.
struct ServiceHandoffCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "handoff", abstract: "Offer a service to somebody, who has to accept.",
    discussion: "watchbill service handoff router --to team:routing -m 'yours by what it does'")

  @Argument(help: ArgumentHelp("The service.", valueName: "handle"))
  var handle: String

  @OptionGroup var terms: OfferTerms
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    try open.offer(.service(try open.service(handle).id), terms, output.form)
  }
}
