internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill view remove`.
struct ViewRemoveCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a saved view; undo brings it back.")

  @Argument(help: "The view's name.")
  var name: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    let view = try workspace.view(name)
    let change = Change.trash(TrashEntity(EntityRef(.view, view.id)))
    try workspace.perform("removed view \(view.name)", [change], output.form, shell)
  }
}
