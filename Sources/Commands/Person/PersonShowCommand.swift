internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill person show`.
struct PersonShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a person, with the open issues they own.")

  @Argument(help: "The person's handle.")
  var handle: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    let id = try workspace.store.personID(handle)
    guard let person = try workspace.store.people().first(where: { $0.id == id }) else {
      throw Failure(.notFound, "there is no person '\(handle)'; see 'watchbill person list'")
    }
    if try output.form.print(one: person, .person, shell) { return }
    let query = try workspace.query("is:open owner:\(person.handle)")
    let owned = try workspace.store.count(query, in: workspace.context)
    try shell.print(facts: [
      ("handle", person.handle), ("name", person.name), ("email", person.email ?? ""),
      ("zone", person.zone ?? ""), ("teams", person.teams.joined(separator: ", ")),
      ("owns", "\(owned) open"),
    ])
  }
}
