internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill service add`.
struct ServiceAddCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a service.")

  @Argument(help: "What people type for it, in one word.")
  var handle: String

  @OptionGroup var fields: ServiceFieldOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.openOrCreate(shell)
    let handle = try Commands.handle(self.handle)
    guard try !workspace.store.services().contains(where: { $0.handle.isSame(as: handle) }) else {
      throw Failure(
        .failed, "there is a service '\(handle)' already; change it with 'watchbill service edit'")
    }
    var first: [Field: Value] = [.handle: .text(handle), .name: .text("")]
    for (field, value) in try fields.values(OpenBill(workspace, shell)) { first[field] = value }
    let change = Change.create(CreateEntity(workspace.newEntity(.service), fields: first))
    try workspace.perform("added service \(handle)", [change], output.form, shell)
  }
}

/// What can be said of a service, for `add` and `edit` alike.
struct ServiceFieldOptions: ParsableArguments {
  @Option(help: "Its name.")
  var name: String?

  @Option(help: ArgumentHelp("The team that owns it.", valueName: "handle"))
  var team: String?

  @Option(
    help: ArgumentHelp(
      "Who answers for it; 'service handoff' asks them first.", valueName: "handle"))
  var owner: String?

  @Option(
    help: ArgumentHelp(
      "The escalation policy its pages follow, else the team's.", valueName: "name"))
  var policy: String?

  /// The fields that were given; the word none empties one.
  func values(_ open: OpenBill) throws -> [(Field, Value)] {
    var values: [(Field, Value)] = []
    if let name { values.append((.name, .text(name))) }
    if let team { values.append((.team, try open.workspace.teamValue(team))) }
    if let owner {
      values.append((.owner, .optional(try owner.orNone.map { try open.person($0) })))
    }
    if let policy {
      let id = try policy.orNone.map { try open.policy($0).policy.version.policy }
      values.append((.policy, .optional(id)))
    }
    return values
  }
}
