internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill person edit`.
struct PersonEditCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change what is said of a person.")

  @Argument(help: "The person's handle.")
  var handle: String

  @Option(name: .customLong("handle"), help: ArgumentHelp("Another handle.", valueName: "handle"))
  var newHandle: String?

  @OptionGroup var fields: PersonFieldOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    let person = EntityRef(.person, try workspace.store.personID(handle))
    var values = try fields.values(shell)
    if let newHandle { values.append((.handle, .text(try Commands.handle(newHandle)))) }
    guard !values.isEmpty else {
      throw Failure(.usage, "say what to change: --name, --email, --zone or --handle")
    }
    let changes = values.map { Change.set(SetField(person, $0, to: $1)) }
    try workspace.perform("changed \(handle)", changes, output.form, shell)
  }
}
