internal import ArgumentParser

/// `watchbill team`.
struct TeamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "team", abstract: "The teams of the workspace.",
    subcommands: [
      TeamListCommand.self, TeamShowCommand.self, TeamAddCommand.self, TeamEditCommand.self,
      TeamRemoveCommand.self,
    ])
}
