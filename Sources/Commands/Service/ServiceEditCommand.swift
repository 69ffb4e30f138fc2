internal import ArgumentParser
internal import Domain

/// `watchbill service edit`.
struct ServiceEditCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change what is said of a service.",
    discussion: "The word none empties a field.")

  @Argument(help: ArgumentHelp("The service.", valueName: "handle"))
  var handle: String

  @Option(name: .customLong("handle"), help: ArgumentHelp("Another handle.", valueName: "handle"))
  var newHandle: String?

  @OptionGroup var fields: ServiceFieldOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let service = EntityRef(.service, try open.service(handle).id)
    var values = try fields.values(open)
    if let newHandle { values.append((.handle, .text(try Commands.handle(newHandle)))) }
    guard !values.isEmpty else {
      throw Failure(
        .usage, "say what to change: --name, --team, --owner, --policy or --handle")
    }
    let changes = values.map { Change.set(SetField(service, $0, to: $1)) }
    try open.workspace.perform("changed service \(handle)", changes, output.form, shell)
  }
}
