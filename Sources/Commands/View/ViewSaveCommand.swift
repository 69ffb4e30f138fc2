internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill view save`.
struct ViewSaveCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Save a query under a name; the same name replaces it.",
    discussion: "watchbill view save 'Mine, urgent' 'is:open is:mine priority:<=1'")

  @Argument(help: "The view's name.")
  var name: String

  @Argument(help: "What it lists, in the query language.")
  var query: String

  @Option(help: ArgumentHelp("Where it stands among the views.", valueName: "number"))
  var position: Int?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    _ = try workspace.query(query)
    let views = try workspace.store.views()
    guard let old = views.first(where: { $0.name.isSame(as: name) }) else {
      let last = views.map(\.position).max() ?? 0
      let fields: [Field: Value] = [
        .name: .text(name), .query: .text(query), .position: .integer(Int64(position ?? last + 1)),
      ]
      let change = Change.create(CreateEntity(workspace.newEntity(.view), fields: fields))
      return try workspace.perform("saved view \(name)", [change], output.form, shell)
    }
    let view = EntityRef(.view, old.id)
    var changes = [Change.set(SetField(view, .query, to: .text(query)))]
    if let position {
      changes.append(.set(SetField(view, .position, to: .integer(Int64(position)))))
    }
    try workspace.perform("changed view \(old.name)", changes, output.form, shell)
  }
}
