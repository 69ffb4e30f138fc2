internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill view list`.
struct ViewListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the saved views.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let views = try workspace.open(shell).store.views()
    if try output.form.print(views, .view, shell) { return }
    guard !views.isEmpty else {
      return try shell.say("there is no view yet; save one with 'watchbill view save NAME QUERY'")
    }
    var table = TextTable(["NAME", "QUERY"])
    for view in views { table.add([view.name, view.query]) }
    try shell.print(table)
  }
}

extension JSONShape where Thing == SavedView {
  /// Views as JSON.
  static var view: JSONShape {
    JSONShape(
      kind: "a view",
      fields: [
        ("name", { $1.string($0.name) }),
        ("query", { $1.string($0.query) }),
        ("position", { $1.integer($0.position) }),
        ("id", { $1.string($0.id.description) }),
      ])
  }
}
