internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill import`.
struct ImportCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring issues in from files.",
    discussion: """
      The same file again changes nothing; a newer one updates. Killed half-way, the next run \
      finishes. The formats: gh (gh issue list --json ...), github-rest, github-archive, \
      ndjson (our own), csv.
      """)

  @Argument(help: "Files; - for standard input.", completion: .file())
  var file: [String]

  @Option(
    help: "auto, gh, github-rest, github-archive, ndjson or csv.",
    completion: .list(ImportFormat.allCases.map(\.rawValue)))
  var format = "auto"

  @Option(
    help: ArgumentHelp(
      "The project of issues that name none; else GitHub's repository names it.",
      valueName: "prefix"))
  var project: String?

  @Flag(help: "Only say what it would do.")
  var dryRun = false

  @Flag(help: "Leave the search index to be caught up with later.")
  var noIndex = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    guard let format = ImportFormat(rawValue: format) else {
      let names = ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, "'\(format)' is no format; use one of \(names)")
    }
    let prefix = try project.map(projectPrefix)
    // All files are opened before anything is made, so that a wrong name changes nothing.
    let sources = try file.map { try FileSource($0, format: format, now: shell.now) }
    for source in sources {
      try FileImport(
        source: source, prefix: prefix, isDryRun: dryRun, workspace: workspace,
        form: output.form, shell: shell
      ).run()
    }
    guard !noIndex, !dryRun else { return }
    guard try !Indexing(store: workspace.open(shell).store, shell: shell).run() else { return }
    throw Failure(
      .interrupted,
      "stopped: the issues are here, their text is not all indexed; the screen and the next "
        + "import go on with it")
  }
}
