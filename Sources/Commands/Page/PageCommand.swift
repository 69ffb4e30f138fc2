internal import ArgumentParser

/// `watchbill page`.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Pages: calls for help about a service.",
    discussion: """
      Without a hub nobody is rung up: who would be told and when is worked out whenever somebody \
      looks.
      """,
    subcommands: [
      PageListCommand.self, PageShowCommand.self, PageTriggerCommand.self, PageAckCommand.self,
      PageResolveCommand.self, PageSnoozeCommand.self, PageEscalateCommand.self,
      PageReleaseCommand.self, PolicyCommand.self, MaintenanceCommand.self,
    ])
}
