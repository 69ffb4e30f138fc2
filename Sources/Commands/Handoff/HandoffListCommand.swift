internal import ArgumentParser
internal import Domain

/// `watchbill handoff list`.
struct HandoffListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what is being handed over.")

  @Flag(help: "Also what was accepted, declined or withdrawn, or ran out.")
  var all = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let handoffs = open.handoffs.filter { all || !$0.state.isOver }
    if try output.form.print(handoffs, .handoff(open.bill), shell) { return }
    guard !handoffs.isEmpty else { return try shell.say("nothing is being handed over") }
    let ids = ShortIDs(open.handoffs.map(\.id))
    var table = TextTable(["ID", "STATE", "FROM", "TO", "SINCE (\(open.zoneName))", "WHAT"])
    for handoff in handoffs {
      let since = handoff.offeredAt ?? handoff.shiftChange?.at
      table.add([
        ids.short(handoff.id), handoff.state.name, open.words.mention(handoff.giver),
        open.words.receiver(handoff.receiver), since.map(open.words.moment) ?? "",
        open.bill.name(of: handoff.subject),
      ])
    }
    try shell.print(table)
  }
}

extension OpenBill {
  /// The handoffs whoever acts may see, newest first: drafts are their giver's alone.
  var handoffs: [Handoff] {
    bill.handoffs.filter { $0.state != .draft || $0.giver == workspace.me }
  }

  /// Whether a handoff waits for the answer of whoever acts, or of one of their teams.
  func waitsForMe(_ handoff: Handoff) -> Bool {
    guard let me = workspace.me, !handoff.state.isOver, handoff.state != .draft else {
      return false
    }
    switch handoff.receiver {
    case .person(let person): return person == me
    case .team(let team): return handoff.giver != me && bill.teams(of: me).contains(team)
    }
  }
}
