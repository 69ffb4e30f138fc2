internal import ArgumentParser

/// `watchbill status`: how people and teams stand.
struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say how it stands, and read how others do.",
    discussion: "The status of an issue is changed with 'watchbill issue status'.",
    subcommands: [
      UpdatePostCommand.self, UpdateShowCommand.self, UpdateDigestCommand.self,
      PromptCommand.self, BlockedCommand.self,
    ])
}
