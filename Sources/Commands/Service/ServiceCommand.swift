internal import ArgumentParser

/// `watchbill service`.
struct ServiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service", abstract: "The services: apps and components that teams own.",
    subcommands: [
      ServiceListCommand.self, ServiceMapCommand.self, ServiceShowCommand.self,
      ServiceAddCommand.self, ServiceEditCommand.self, ServiceRemoveCommand.self,
      ServiceHandoffCommand.self,
    ])
}
