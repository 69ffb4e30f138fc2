internal import ArgumentParser

/// `watchbill oncall`.
struct OnCallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oncall", abstract: "Who is on call, when and why.",
    subcommands: [
      OnCallNowCommand.self, OnCallAtCommand.self, OnCallNextCommand.self, OnCallShowCommand.self,
      PreviewCommand.self, OverrideCommand.self, CoverCommand.self, TakeCommand.self,
      GiveCommand.self, SwapCommand.self, OfferCommand.self, AbsenceCommand.self,
      CoverageCommand.self, LoadCommand.self, ICSCommand.self,
    ])
}
