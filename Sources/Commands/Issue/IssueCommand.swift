internal import ArgumentParser

/// `watchbill issue`: everything that is done with issues.
struct IssueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "List, show and change issues.",
    subcommands: [
      IssueListCommand.self, IssueShowCommand.self, IssueCreateCommand.self,
      IssueEditCommand.self, IssueCloseCommand.self, IssueReopenCommand.self,
      IssueStatusCommand.self, IssuePriorityCommand.self, IssueOwnCommand.self,
      IssueAssignCommand.self, IssueLabelCommand.self, IssueWatchCommand.self,
      IssueLinkCommand.self, IssueHandoffCommand.self, IssueCommentCommand.self,
      IssueDeleteCommand.self,
    ])
}
