internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill person list`.
struct PersonListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the people.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let people = try workspace.open(shell).store.people()
    if try output.form.print(people, .person, shell) { return }
    guard !people.isEmpty else {
      return try shell.say("there is nobody yet; add them with 'watchbill person add HANDLE'")
    }
    var table = TextTable(["HANDLE", "TEAMS", "ZONE", "NAME"])
    for person in people {
      table.add([
        person.handle, person.teams.joined(separator: ", "), person.zone ?? "", person.name,
      ])
    }
    try shell.print(table)
  }
}
