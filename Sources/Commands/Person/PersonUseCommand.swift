internal import ArgumentParser
internal import Canvas
internal import Domain
internal import Storage

/// `watchbill person use`.
struct PersonUseCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Say who you are in this workspace, for good.")

  @Argument(help: "Your handle.")
  var handle: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let path = try WorkspacePath(workspace.workspace, shell).path
    // The setting may name somebody who is gone, so nobody is looked up on the way.
    let store = try Store.open(path: path, environment: shell.environment)
    let id = try store.personID(handle)
    let person = try store.people().first { $0.id == id }
    try store.set(.person, to: person?.handle)
    if let person, try output.form.print(one: person, .person, shell) { return }
    try shell.output.line("you are \(CleanText(person?.handle ?? handle))")
  }
}
