internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill team remove`.
struct TeamRemoveCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take a team out of every list; undo brings it back.",
    discussion: "While services, schedules or projects are its own it is refused, and said which.")

  @Argument(help: "The team's handle.")
  var handle: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let team = try open.team(handle)
    var ties = open.bill.ties(ofTeam: team.id)
    let projects = try open.workspace.store.projects(counting: false)
      .filter { $0.team?.isSame(as: team.handle) ?? false }.map(\.prefix)
    if !projects.isEmpty {
      ties.append(
        "has project \(projects.joined(separator: ", ")): give it another team with 'watchbill "
          + "project edit --team'")
    }
    try open.remove(EntityRef(.team, team.id), "team \(team.handle)", ties, output.form)
  }
}
