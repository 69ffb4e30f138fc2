internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill issue show`.
struct IssueShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show issues whole, with their comments.",
    aliases: ["view"])

  @Argument(help: ArgumentHelp("Issues by their keys: API-42.", valueName: "key"))
  var keys: [String]

  @Flag(help: "Also what happened to it, from the journal.")
  var timeline = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    let ids = try keys.map { try workspace.store.issueID(IssueKey(typed: $0)) }
    guard output.form == .text else {
      return try workspace.printJSON(ids, output.form, usual: IssueJSON.Field.allCases, shell)
    }
    let open = timeline ? try OpenBill(workspace, shell) : nil
    let offers = try workspace.offers()
    for (index, id) in ids.enumerated() {
      guard
        let detail = try workspace.store.detail(
          of: id, commentLimit: .everything, textLimit: .everything, withTimeline: false)
      else { continue }
      if index > 0 { try shell.output.line() }
      let history = try open?.history(of: EntityRef(.issue, id)) ?? []
      let text = IssueText(
        detail, offeredTo: offers[id]?.words, history: history, columns: shell.columns)
      for line in text.lines { try shell.output.line(line) }
    }
  }
}
