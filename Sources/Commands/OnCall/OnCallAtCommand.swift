internal import ArgumentParser
internal import Domain

/// `watchbill oncall at`.
struct OnCallAtCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "at", abstract: "Say who is on call at a moment, past or to come.",
    discussion: """
      watchbill oncall at 2026-03-08T14:00Z
      A local time (2026-03-08T09:00) or a date is in your own zone.
      """)

  @Argument(help: ArgumentHelp("The moment.", valueName: "time"))
  var time: String

  @Option(help: ArgumentHelp("Only the schedules of this team.", valueName: "handle"))
  var team: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let instant = try open.typed().instant(time, "the time")
    try open.printOnCall(try open.schedules(of: team), at: instant, output.form)
  }
}
