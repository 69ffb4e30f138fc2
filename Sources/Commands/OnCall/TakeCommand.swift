internal import ArgumentParser
internal import Domain

/// `watchbill oncall take`.
struct TakeCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Take over the running shift of somebody, now.",
    discussion: "It needs nobody's yes; it lasts until the shift would have ended.")

  @Argument(help: ArgumentHelp("The schedule.", valueName: "schedule"))
  var schedule: String

  @Option(
    help: ArgumentHelp("Whose shift; needed when several are on call.", valueName: "handle"))
  var from: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let known = try open.schedule(schedule)
    var relieved: EntityID?
    if let from { relieved = try open.person(from) }
    try open.perform(.takeShift(known.id, from: relieved), output.form)
  }
}
