internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill person add`.
struct PersonAddCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a person.")

  @Argument(help: "What people type after @, in one word.")
  var handle: String

  @OptionGroup var fields: PersonFieldOptions
  @Option(help: ArgumentHelp("A team they belong to; several with commas.", valueName: "handle"))
  var team: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.openOrCreate(shell)
    let handle = try Commands.handle(self.handle)
    guard try !workspace.store.people().contains(where: { $0.handle.isSame(as: handle) }) else {
      throw Failure(
        .failed, "there is a person '\(handle)' already; change them with 'watchbill person edit'")
    }
    let person = workspace.newEntity(.person)
    var first: [Field: Value] = [.handle: .text(handle), .name: .text("")]
    for (field, value) in try fields.values(shell) { first[field] = value }
    var changes = [Change.create(CreateEntity(person, fields: first))]
    for name in team.split {
      let team = EntityRef(.team, try workspace.store.teamID(name))
      changes.append(.add(AddMember(team, .members, person.id)))
    }
    try workspace.perform("added \(handle)", changes, output.form, shell)
  }
}

extension String {
  /// Whether two handles name the same: whatever the case of their letters.
  func isSame(as other: String) -> Bool { lowercased() == other.lowercased() }
}
