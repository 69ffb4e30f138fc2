internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill team show`.
struct TeamShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a team: its people, what it owns and who is on call.")

  @Argument(help: "The team's handle.")
  var handle: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let team = try open.team(handle)
    if try output.form.print(one: team, .team, shell) { return }
    let watches = open.bill.schedules(of: team.id).map { schedule in
      ("on call", "\(schedule.name): \(open.mentions(open.bill.onCall(schedule.id, at: open.now)))")
    }
    let asked = open.bill.prompts.filter { $0.team == team.id }.map { prompt in
      ("asked", prompt.lines(open.words).first ?? "")
    }
    try shell.print(
      facts: [
        ("handle", team.handle), ("name", team.name),
        ("members", team.members.joined(separator: ", ")),
        ("services", team.services.joined(separator: ", ")),
      ] + watches + asked)
  }
}
