internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill project list`.
struct ProjectListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the projects.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let projects = try workspace.open(shell).store.projects()
    if try output.form.print(projects, .project, shell) { return }
    guard !projects.isEmpty else {
      return try shell.say("there is no project yet; add one with 'watchbill project add API'")
    }
    var table = TextTable(["PREFIX", "OPEN", "TEAM", "NAME"])
    for project in projects {
      table.add([
        project.prefix, project.openCount.grouped, project.team ?? "", project.name,
      ])
    }
    try shell.print(table)
  }
}
