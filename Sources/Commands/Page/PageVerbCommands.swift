internal import ArgumentParser
internal import Domain

/// `watchbill page ack`.
struct PageAckCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "ack", abstract: "Take a page, or help who has it.")

  @OptionGroup var choice: PageChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    try open.perform(.ack, on: try choice.page(in: open, to: .acknowledge), output.form)
  }
}

/// `watchbill page resolve`.
struct PageResolveCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "End a page.")

  @OptionGroup var choice: PageChoice

  @Option(
    name: .shortAndLong, help: "fixed, self-cleared, noise or stale.",
    completion: .list(Page.Reason.allCases.map(\.name)))
  var reason = "fixed"

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    guard let reason = Page.Reason(name: reason) else {
      let names = Page.Reason.allCases.map(\.name).inWords
      throw Failure(.usage, "--reason: '\(reason)' is none; write \(names)")
    }
    let open = try workspace.openBill(shell)
    try open.perform(.resolve(reason), on: try choice.page(in: open, to: .resolve), output.form)
  }
}

/// `watchbill page snooze`.
struct PageSnoozeCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Let a page ring again later, within 24 hours.")

  @OptionGroup var choice: PageChoice

  @Option(
    name: .customLong("for"), help: ArgumentHelp("How long: 45m, 2h.", valueName: "length"))
  var length: String?

  @Option(help: ArgumentHelp("Until when, in your zone.", valueName: "time"))
  var until: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let end: Instant
    switch (length, until) {
    case (let length?, nil): end = open.now.advanced(by: try duration(length, "--for"))
    case (nil, let until?): end = try open.typed().instant(until, "--until")
    default: throw Failure(.usage, "say how long: --for 2h, or --until TIME")
    }
    try open.perform(.snooze(until: end), on: try choice.page(in: open, to: .snooze), output.form)
  }
}

/// `watchbill page escalate`.
struct PageEscalateCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalate", abstract: "Call the next ones now.")

  @OptionGroup var choice: PageChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    try open.perform(.escalate, on: try choice.page(in: open, to: .escalate), output.form)
  }
}

/// `watchbill page release`.
struct PageReleaseCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Give a page back, so that it rings again.")

  @OptionGroup var choice: PageChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    try open.perform(.release, on: try choice.page(in: open, to: .release), output.form)
  }
}
