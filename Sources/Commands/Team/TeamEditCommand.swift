internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill team edit`.
struct TeamEditCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a team's name and who is in it.")

  @Argument(help: "The team's handle.")
  var handle: String

  @Option(help: "Another name.")
  var name: String?

  @Option(help: ArgumentHelp("Somebody who joins; several with commas.", valueName: "handle"))
  var add: [String] = []

  @Option(help: ArgumentHelp("Somebody who leaves.", valueName: "handle"))
  var remove: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    let team = EntityRef(.team, try workspace.store.teamID(handle))
    var changes: [Change] = []
    if let name { changes.append(.set(SetField(team, .name, to: .text(name)))) }
    for person in add.split {
      changes.append(.add(AddMember(team, .members, try workspace.store.personID(person))))
    }
    for person in remove.split {
      changes.append(.remove(RemoveMember(team, .members, try workspace.store.personID(person))))
    }
    guard !changes.isEmpty else {
      throw Failure(.usage, "say what to change: --name, --add or --remove")
    }
    try workspace.perform("changed team \(handle)", changes, output.form, shell)
  }
}
