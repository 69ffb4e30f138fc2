internal import ArgumentParser

/// `watchbill project`.
struct ProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "The projects: streams of issues with a prefix, API.",
    subcommands: [
      ProjectListCommand.self, ProjectShowCommand.self, ProjectAddCommand.self,
      ProjectEditCommand.self,
    ])
}
