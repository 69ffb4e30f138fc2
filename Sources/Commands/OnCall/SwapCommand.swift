internal import ArgumentParser
internal import Domain

/// `watchbill oncall swap`.
struct SwapCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "swap", abstract: "Offer to swap time on call with somebody, who has to accept.",
    discussion: """
      watchbill oncall swap api-primary bo --give 2026-03-09T09:00..2026-03-16T09:00 \
      --take 2026-03-16T09:00..2026-03-23T09:00
      A side that is left out is the next shift of yours, or of theirs. Both change hands, or none.
      """)

  @Argument(help: ArgumentHelp("The schedule.", valueName: "schedule"))
  var schedule: String

  @Argument(help: ArgumentHelp("With whom.", valueName: "handle"))
  var person: String

  @Option(help: ArgumentHelp("The time of yours they are to take.", valueName: "from..to"))
  var give: String?

  @Option(help: ArgumentHelp("The time of theirs you take.", valueName: "from..to"))
  var take: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let known = try open.schedule(schedule)
    let other = try open.person(person)
    let typed = try open.typed(known)
    let gives =
      try give.map { try typed.period($0, "--give") }
      ?? open.nextShift(of: try open.acting(), in: known)
    let takes =
      try take.map { try typed.period($0, "--take") } ?? open.nextShift(of: other, in: known)
    try open.offerShift(known, to: other, gives: gives, takes: takes, output.form)
  }
}
