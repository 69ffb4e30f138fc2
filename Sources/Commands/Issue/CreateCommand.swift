internal import ArgumentParser
internal import Canvas
internal import Domain
internal import Storage

/// `watchbill issue create`.
struct IssueCreateCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Open a new issue.",
    discussion: """
      watchbill issue create --project API --title 'Feed is slow' --label bug --owner @me
      Without a title, on a terminal, it opens your editor: the first line is the title.
      """)

  @Option(help: ArgumentHelp("The project; needed when there are several.", valueName: "prefix"))
  var project: String?

  @Option(name: .shortAndLong, help: "What it is about, in a line.")
  var title: String?

  @OptionGroup var body: BodyOptions
  @OptionGroup var fields: IssueFieldOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("A label; several with commas.", valueName: "label"))
  var label: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Who helps; several with commas.", valueName: "handle"))
  var assignee: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    _ = try workspace.acting()
    var draft = IssueDraft(project: try chosenProject(workspace), title: "")
    try fields.fill(&draft)
    draft.labels = label.split
    draft.assignees = assignee.split
    if let title {
      draft.title = try nonempty(title)
      draft.body = try body.text(shell) ?? ""
      return try create(draft, workspace, shell)
    }
    guard shell.isInputTerminal, shell.isOutputTerminal else {
      throw Failure(.usage, "say what it is about: --title TITLE")
    }
    try Editor(shell).edit(try body.text(shell).map { "\n\n" + $0 } ?? "") { text in
      let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      draft.title = try nonempty(String(lines.first ?? ""))
      draft.body = lines.count > 1 ? String(lines[1].drop { $0 == "\n" }) : ""
      try create(draft, workspace, shell)
    }
  }

  private func create(_ draft: IssueDraft, _ workspace: Workspace, _ shell: Shell) throws {
    let me = try workspace.acting()
    let created = try workspace.store.create(draft, as: me)
    guard output.form == .text else {
      return try workspace.printJSON(
        [created.id], output.form, usual: IssueJSON.Field.allCases, shell)
    }
    try shell.output.line("opened \(created.key): \(CleanText(draft.title))")
  }

  private func chosenProject(_ workspace: Workspace) throws -> String {
    if let project { return project }
    let prefixes = try workspace.store.projects(counting: false).map(\.prefix)
    if prefixes.count == 1 { return prefixes[0] }
    guard !prefixes.isEmpty else {
      throw Failure(
        .usage, "there is no project yet; make one with 'watchbill project add API --name NAME'")
    }
    throw Failure(.usage, "say in which project: --project \(prefixes.joined(separator: "|"))")
  }
}
