internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill team show`.
struct TeamShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a team: its people and what it owns.")

  @Argument(help: "The team's handle.")
  var handle: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let store = try workspace.open(shell).store
    let id = try store.teamID(handle)
    guard let team = try store.teams().first(where: { $0.id == id }) else {
      throw Failure(.notFound, "there is no team '\(handle)'; see 'watchbill team list'")
    }
    if try output.form.print(one: team, .team, shell) { return }
    try shell.print(facts: [
      ("handle", team.handle), ("name", team.name),
      ("members", team.members.joined(separator: ", ")),
      ("services", team.services.joined(separator: ", ")),
    ])
  }
}
