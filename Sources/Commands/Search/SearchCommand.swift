internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill search`.
struct SearchCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find text in titles, bodies and comments.",
    discussion: """
      Words may stand anywhere, "several words" stand together, and reso* begins a word. \
      The query language works here too. Exit status 2 when nothing is found.
      """)

  @Argument(help: "What to find.")
  var text: [String]

  @Option(help: ArgumentHelp("How many at the most; 0 for all.", valueName: "count"))
  var limit = 50

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    let typed = joinedQuery(text)
    let query = try workspace.query(typed)
    let listing = IssueListing(query: query, limit: limit.asLimit, form: output.form)
    let count = try listing.print(workspace, shell)
    try shell.output.flush()
    try sayWhatIsMissing(workspace, shell)
    guard count > 0 else { throw Failure(.notFound, "nothing has \(typed)") }
  }

  private func sayWhatIsMissing(_ workspace: Workspace, _ shell: Shell) throws {
    guard let backlog = try workspace.store.indexBacklog() else { return }
    let (done, total) = (Int(backlog.done).grouped, Int(backlog.total).grouped)
    try shell.say("the text of \(done) of \(total) issues is indexed so far")
  }
}
