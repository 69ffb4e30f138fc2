internal import ArgumentParser
internal import Domain

/// `watchbill export`.
struct ExportCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write issues out, whole and with their comments.",
    discussion: """
      Without a query it is everything, by key. ndjson holds all there is and comes in \
      again as it went out.
      """)

  @Argument(help: "What to write, in the query language.")
  var query: [String] = []

  @Option(
    help: "ndjson, json, csv or markdown.",
    completion: .list(ExportFormat.allCases.map(\.rawValue)))
  var format = "ndjson"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var workspace: WorkspaceOptions

  func run(in shell: Shell) throws {
    guard let format = ExportFormat(rawValue: format) else {
      let names = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, "'\(format)' is no format; use one of \(names)")
    }
    let workspace = try workspace.open(shell)
    var query = try workspace.query(joinedQuery(self.query))
    // By key, which an import keeps: what comes in and goes out again stands in the same order.
    if query.sort == nil { query.sort = Query.Sort(.key) }
    let export = Export(workspace: workspace, query: query, format: format)
    guard let output else {
      _ = try export.write(to: shell.output)
      return
    }
    let file = try OutputFile(output)
    let count = try export.write(to: file.sink)
    try file.keep()
    try shell.say("exported \(count.grouped) \(count == 1 ? "issue" : "issues") to \(output)")
  }
}
