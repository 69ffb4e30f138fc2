internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill service add`.
struct ServiceAddCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a service.")

  @Argument(help: "What people type for it, in one word.")
  var handle: String

  @Option(help: "Its name.")
  var name: String?

  @Option(help: ArgumentHelp("The team that owns it.", valueName: "handle"))
  var team: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.openOrCreate(shell)
    let handle = try Commands.handle(self.handle)
    guard try !workspace.store.services().contains(where: { $0.handle.isSame(as: handle) }) else {
      throw Failure(.failed, "there is a service '\(handle)' already")
    }
    var fields: [Field: Value] = [.handle: .text(handle), .name: .text(name ?? "")]
    if let team { fields[.team] = try workspace.teamValue(team) }
    let change = Change.create(CreateEntity(workspace.newEntity(.service), fields: fields))
    try workspace.perform("added service \(handle)", [change], output.form, shell)
  }
}
