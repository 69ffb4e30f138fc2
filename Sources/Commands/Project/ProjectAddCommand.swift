internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill project add`.
struct ProjectAddCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a project.")

  @Argument(help: "The prefix of its issues' keys: API.")
  var prefix: String

  @Option(help: "Its name.")
  var name: String?

  @Option(help: ArgumentHelp("The team that runs it.", valueName: "handle"))
  var team: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let prefix = try projectPrefix(prefix)
    let workspace = try workspace.openOrCreate(shell)
    guard try !workspace.store.projects(counting: false).map(\.prefix).contains(prefix) else {
      throw Failure(
        .failed,
        "there is a project '\(prefix)' already; change it with 'watchbill project edit'")
    }
    var fields: [Field: Value] = [.prefix: .text(prefix), .name: .text(name ?? "")]
    if let team { fields[.team] = try workspace.teamValue(team) }
    let change = Change.create(CreateEntity(workspace.newEntity(.project), fields: fields))
    try workspace.perform("added project \(prefix)", [change], output.form, shell)
  }
}

/// A project's prefix as typed, in upper-case.
func projectPrefix(_ typed: String) throws(Failure) -> String {
  guard IssueKey.isPrefix(typed) else {
    throw Failure(
      .usage, "'\(typed)' is no prefix; write a letter, then letters, digits or _, 12 at most")
  }
  return typed.uppercased()
}
