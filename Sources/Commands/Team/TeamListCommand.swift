internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill team list`.
struct TeamListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the teams.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let teams = try workspace.open(shell).store.teams()
    if try output.form.print(teams, .team, shell) { return }
    guard !teams.isEmpty else {
      return try shell.say("there is no team yet; add one with 'watchbill team add HANDLE'")
    }
    var table = TextTable(["HANDLE", "NAME", "MEMBERS"])
    for team in teams {
      table.add([team.handle, team.name, team.members.joined(separator: ", ")])
    }
    try shell.print(table)
  }
}
