internal import ArgumentParser

/// `watchbill view`.
struct ViewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "view", abstract: "Saved queries, which are the sections of the screen.",
    subcommands: [ViewListCommand.self, ViewSaveCommand.self, ViewRemoveCommand.self])
}
