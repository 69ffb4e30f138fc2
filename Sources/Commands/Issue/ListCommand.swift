internal import ArgumentParser
internal import Domain

/// `watchbill issue list`.
struct IssueListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the issues that match a query.",
    discussion: """
      Without a query it lists what is open; is:all asks for every state. For example:
        watchbill issue list 'is:open label:bug -owner:@me sort:due'
      The options are parts of the query said otherwise: --label bug is label:bug.
      --json gives all fields but body, comments and foreign, which can be named.
      """,
    aliases: ["ls"])

  @Argument(help: "What to list, in the query language.")
  var query: [String] = []

  @OptionGroup var filter: ListFilterOptions

  @Option(
    name: [.customShort("L"), .long],
    help: ArgumentHelp("How many at the most; 0 for all.", valueName: "count"))
  var limit = 50

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    let query = try filter.query(joinedQuery(query), in: workspace)
    let listing = IssueListing(query: query, limit: limit.asLimit, form: output.form)
    let count = try listing.print(workspace, shell)
    if count == 0, output.form == .text {
      try shell.say(
        query.description == "is:open" ? "no issue is open" : "no issue matches \(query)")
    }
  }
}
