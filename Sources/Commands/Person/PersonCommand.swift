internal import ArgumentParser

/// `watchbill person`.
struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "The people of the workspace.",
    subcommands: [
      PersonListCommand.self, PersonShowCommand.self, PersonAddCommand.self,
      PersonEditCommand.self, PersonRemoveCommand.self, PersonUseCommand.self,
    ])
}
