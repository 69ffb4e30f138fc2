internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill service list`.
struct ServiceListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the services and who owns them.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let services = try workspace.open(shell).store.services()
    if try output.form.print(services, .service, shell) { return }
    guard !services.isEmpty else {
      return try shell.say("there is no service yet; add one with 'watchbill service add HANDLE'")
    }
    var table = TextTable(["HANDLE", "TEAM", "NAME"])
    for service in services { table.add([service.handle, service.team ?? "", service.name]) }
    try shell.print(table)
  }
}

extension JSONShape where Thing == Service {
  /// Services as JSON.
  static var service: JSONShape {
    JSONShape(
      kind: "a service",
      fields: [
        ("handle", { $1.string($0.handle) }),
        ("name", { $1.string($0.name) }),
        ("team", { $1.optional($0.team) }),
        ("id", { $1.string($0.id.description) }),
      ])
  }
}
