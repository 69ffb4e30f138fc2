internal import ArgumentParser

/// `watchbill handoff`.
struct HandoffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handoff", abstract: "Hand over issues, services and shifts.",
    discussion: """
      An issue or a service moves when the other one accepts. The pager of a shift moves at its time \
      whatever happens; its handoff is the note that goes with it.
      """,
    subcommands: [
      HandoffListCommand.self, HandoffShowCommand.self, HandoffDraftCommand.self,
      HandoffOfferCommand.self, HandoffAcceptCommand.self, HandoffDeclineCommand.self,
      HandoffWithdrawCommand.self,
    ])
}
