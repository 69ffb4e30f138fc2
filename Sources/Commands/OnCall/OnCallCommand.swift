internal import ArgumentParser

/// `watchbill oncall`.
struct OnCallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oncall", abstract: "Who is on call, when and why.",
    subcommands: [PreviewCommand.self])
}
