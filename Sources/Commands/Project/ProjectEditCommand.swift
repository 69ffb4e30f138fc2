internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill project edit`.
struct ProjectEditCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a project's name or team.")

  @Argument(help: "The project's prefix.")
  var prefix: String

  @Option(help: "Another name.")
  var name: String?

  @Option(help: ArgumentHelp("The team that runs it; none for nobody.", valueName: "handle"))
  var team: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    let project = EntityRef(.project, try workspace.store.projectID(prefix))
    var changes: [Change] = []
    if let name { changes.append(.set(SetField(project, .name, to: .text(name)))) }
    if let team {
      changes.append(.set(SetField(project, .team, to: try workspace.teamValue(team))))
    }
    guard !changes.isEmpty else {
      throw Failure(.usage, "say what to change: --name or --team")
    }
    try workspace.perform("changed project \(prefix)", changes, output.form, shell)
  }
}
