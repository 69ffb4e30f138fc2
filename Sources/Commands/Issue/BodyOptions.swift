internal import ArgumentParser

/// A text given on the command line, in a file, or on standard input.
struct BodyOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("The text, in Markdown.", valueName: "text"))
  var body: String?

  @Option(
    name: [.customShort("F"), .long],
    help: ArgumentHelp("A file that holds the text; - for standard input.", valueName: "file"),
    completion: .file())
  var bodyFile: String?

  /// The text; nil when none was given.
  func text(_ shell: Shell) throws(Failure) -> String? {
    guard body == nil || bodyFile == nil else {
      throw Failure(.usage, "--body and --body-file exclude each other; keep one")
    }
    guard let bodyFile else { return body }
    return try InputFile.text(bodyFile)
  }
}
