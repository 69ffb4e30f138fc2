internal import ArgumentParser
internal import Domain

/// `watchbill oncall now`.
struct OnCallNowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "now", abstract: "Say who is on call now, until when, and who is next.")

  @Option(help: ArgumentHelp("Only the schedules of this team.", valueName: "handle"))
  var team: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    try open.printOnCall(try open.schedules(of: team), at: open.now, output.form)
  }
}
