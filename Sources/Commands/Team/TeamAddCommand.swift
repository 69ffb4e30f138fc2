internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill team add`.
struct TeamAddCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a team.")

  @Argument(help: "What people type for it, in one word.")
  var handle: String

  @Option(help: "Its name.")
  var name: String?

  @Option(help: ArgumentHelp("Somebody in it; several with commas.", valueName: "handle"))
  var member: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.openOrCreate(shell)
    let handle = try Commands.handle(self.handle)
    guard try !workspace.store.teams().contains(where: { $0.handle.isSame(as: handle) }) else {
      throw Failure(
        .failed, "there is a team '\(handle)' already; change it with 'watchbill team edit'")
    }
    let team = workspace.newEntity(.team)
    var changes = [
      Change.create(
        CreateEntity(team, fields: [.handle: .text(handle), .name: .text(name ?? "")]))
    ]
    for person in member.split {
      changes.append(.add(AddMember(team, .members, try workspace.store.personID(person))))
    }
    try workspace.perform("added team \(handle)", changes, output.form, shell)
  }
}
