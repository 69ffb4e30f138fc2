internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill project show`.
struct ProjectShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a project.")

  @Argument(help: "The project's prefix.")
  var prefix: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let store = try workspace.open(shell).store
    let id = try store.projectID(prefix)
    guard let project = try store.projects().first(where: { $0.id == id }) else {
      throw Failure(.notFound, "there is no project '\(prefix)'; see 'watchbill project list'")
    }
    if try output.form.print(one: project, .project, shell) { return }
    try shell.print(facts: [
      ("prefix", project.prefix), ("name", project.name), ("team", project.team ?? ""),
      ("open", project.openCount.grouped),
    ])
  }
}
