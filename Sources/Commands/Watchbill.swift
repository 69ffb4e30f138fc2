internal import ArgumentParser

/// The program's command line, whole.
struct Watchbill: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watchbill",
    abstract: "Issues, ownership and on-call for small teams, in one local file.",
    discussion: """
      Without a command it opens the screen. Results go to standard output, words to standard \
      error; --json gives either as data. Exit status: 0 done, 1 failed, 2 nothing found or no \
      workspace, 64 wrong usage, 65 bad data, 73 cannot write, 77 not yours to do, 130 stopped with \
      ctrl-c.
      """,
    version: programVersion,
    subcommands: [
      DemoCommand.self, ImportCommand.self, ExportCommand.self, IssueCommand.self,
      SearchCommand.self, ViewCommand.self, PersonCommand.self, TeamCommand.self,
      ProjectCommand.self, ServiceCommand.self, OnCallCommand.self, HandoffCommand.self,
      UpdateCommand.self, PageCommand.self, InboxCommand.self, UndoCommand.self, RedoCommand.self,
      CompletionsCommand.self, VersionCommand.self,
    ])

  @OptionGroup var workspace: WorkspaceOptions

  @Option(help: ArgumentHelp("The look of the screen.", valueName: "name"))
  var theme: String?
}
