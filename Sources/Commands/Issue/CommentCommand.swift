internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill issue comment`.
struct IssueCommentCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment", abstract: "Say something on an issue.",
    discussion: """
      watchbill issue comment API-42 'Fixed by the restart.'
      With - the text comes from standard input; without one, on a terminal, from your editor.
      """)

  @Argument(help: ArgumentHelp("The issue by its key: API-42.", valueName: "key"))
  var key: String

  @Argument(help: "What to say, in Markdown.")
  var text: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    _ = try workspace.acting()
    let id = try workspace.store.issueID(IssueKey(typed: key))
    if let text {
      return try say(text == "-" ? InputFile.text("-") : text, on: id, workspace, shell)
    }
    guard shell.isInputTerminal, shell.isOutputTerminal else {
      throw Failure(.usage, "say something: the text itself, or - to read standard input")
    }
    try Editor(shell).edit("") { try say($0, on: id, workspace, shell) }
  }

  private func say(
    _ body: String, on issue: EntityID, _ workspace: Workspace, _ shell: Shell
  ) throws {
    try workspace.perform(
      [.comment(try nonemptyComment(body))], on: [issue], output.form, shell)
  }
}

/// A comment as written, which must say something.
func nonemptyComment(_ body: String) throws(Failure) -> String {
  guard body.contains(where: { !$0.isWhitespace }) else {
    throw Failure(.failed, "the comment is empty; nothing was changed")
  }
  return body
}
