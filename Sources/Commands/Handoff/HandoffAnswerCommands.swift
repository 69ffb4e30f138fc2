internal import ArgumentParser
internal import Domain

/// `watchbill handoff accept`.
struct HandoffAcceptCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept what is handed to you.",
    discussion: """
      The open pages and asks of a shift are accepted one by one (--item 2, as 'handoff show' \
      numbers them) or all at once (--all); accepting a page takes it over.
      """)

  @OptionGroup var choice: HandoffChoice

  @Option(help: ArgumentHelp("Only this page or ask.", valueName: "number"))
  var item: Int?

  @Flag(help: "Every open page and ask, and the whole.")
  var all = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard item == nil || !all else { throw ValidationError("--item and --all exclude each other") }
  }

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    _ = try open.acting()
    let handoff = try choice.handoff(in: open, to: "accept", where: open.waitsForMe)
    if item == nil, !all, open.waitsForMe(handoff), !handoff.openItems.isEmpty {
      let refusal = Handoff.Refusal.itemsOpen(handoff.openItems.map(\.text))
      throw Failure(.failed, "\(refusal.description) (--item NUMBER, or --all)")
    }
    try open.perform(try deed(handoff), on: handoff, output.form)
  }

  private func deed(_ handoff: Handoff) throws(Failure) -> HandoffDeed {
    guard let item else { return all ? .acceptAll : .accept }
    guard handoff.items.indices.contains(item - 1) else {
      let count = handoff.items.count
      throw Failure(
        .usage,
        count == 0
          ? "--item: it has no pages or asks; accept it as it is"
          : "--item: write a number from 1 to \(count), as 'watchbill handoff show' has them")
    }
    return .acceptItem(handoff.items[item - 1].id)
  }
}

/// `watchbill handoff decline`.
struct HandoffDeclineCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline", abstract: "Decline what is handed to you; it stays where it was.")

  @OptionGroup var choice: HandoffChoice

  @Option(
    name: [.short, .long, .customShort("m"), .customLong("message")],
    help: ArgumentHelp("Why, in a line.", valueName: "text"))
  var reason = ""

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    _ = try open.acting()
    let handoff = try choice.handoff(in: open, to: "decline", where: open.waitsForMe)
    try open.perform(.decline(reason: reason), on: handoff, output.form)
  }
}

/// `watchbill handoff withdraw`.
struct HandoffWithdrawCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Withdraw an offer of yours that nobody accepted.")

  @OptionGroup var choice: HandoffChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let me = try open.acting()
    let handoff = try choice.handoff(in: open, to: "withdraw") {
      $0.giver == me && $0.state == .offered && $0.shiftChange == nil
    }
    try open.perform(.withdraw, on: handoff, output.form)
  }
}
