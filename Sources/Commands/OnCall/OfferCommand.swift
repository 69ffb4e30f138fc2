internal import ArgumentParser
internal import Domain

/// `watchbill oncall offer`: the answers to `give` and `swap`.
struct OfferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer", abstract: "Answer offers of shifts: gifts and swaps.",
    subcommands: [
      OfferListCommand.self, OfferAcceptCommand.self, OfferDeclineCommand.self,
      OfferWithdrawCommand.self,
    ], defaultSubcommand: OfferListCommand.self)
}

/// `watchbill oncall offer list`.
struct OfferListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the offers of shifts that wait for an answer.")

  @Flag(help: "Also those that were answered or ran out.")
  var all = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let offers = open.bill.offers.filter { all || $0.state(at: open.now) == .offered }
      .sorted { $0.gives.start < $1.gives.start }
    if try output.form.print(offers, .shiftOffer(open.bill, open.now), shell) { return }
    guard !offers.isEmpty else { return try shell.say("no offer of a shift is open") }
    let ids = ShortIDs(open.bill.offers.map(\.id))
    var table = TextTable(["ID", "STATE", "SCHEDULE", "FROM", "TO", "WHAT (\(open.zoneName))"])
    for offer in offers {
      let swap = offer.takes.map { " for \(open.words.span($0.start, $0.end))" } ?? ""
      table.add([
        ids.short(offer.id), offer.state(at: open.now).rawValue,
        open.bill.schedule(offer.schedule)?.name ?? "", open.words.mention(offer.giver),
        open.words.mention(offer.receiver),
        open.words.span(offer.gives.start, offer.gives.end) + swap,
      ])
    }
    try shell.print(table)
  }
}

/// `watchbill oncall offer accept`.
struct OfferAcceptCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept an offer of a shift, or of a swap.")

  @OptionGroup var choice: OfferChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let offer = try choice.offer(in: open) { $0.receiver }
    try open.perform(.answerOffer(offer, accepts: true), output.form)
  }
}

/// `watchbill oncall offer decline`.
struct OfferDeclineCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline", abstract: "Decline an offer of a shift, or of a swap.")

  @OptionGroup var choice: OfferChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let offer = try choice.offer(in: open) { $0.receiver }
    try open.perform(.answerOffer(offer, accepts: false), output.form)
  }
}

/// `watchbill oncall offer withdraw`.
struct OfferWithdrawCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Withdraw an offer of yours that nobody answered.")

  @OptionGroup var choice: OfferChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let offer = try choice.offer(in: open) { $0.giver }
    try open.perform(.withdrawOffer(offer), output.form)
  }
}

/// Which offer of a shift.
struct OfferChoice: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Its id, or 'latest'; needed when several wait.", valueName: "id"))
  var id: String?

  /// The offer that was named, or the only one that waits with whoever acts on this side.
  func offer(in open: OpenBill, side: (ShiftOffer) -> EntityID) throws(Failure) -> EntityID {
    let me = try open.acting()
    let offers = open.bill.offers.sorted { $0.id > $1.id }
    let likely = offers.filter { side($0) == me && $0.state(at: open.now) == .offered }
    return try open.choose(
      id, among: offers, likely: likely, "offer of a shift", list: "oncall offer list", id: \.id
    ).id
  }
}

extension JSONShape where Thing == ShiftOffer {
  /// Offers of shifts as JSON.
  static func shiftOffer(_ bill: WatchBill, _ now: Instant) -> JSONShape {
    let words = bill.wording(for: nil)
    return JSONShape(
      kind: "an offer of a shift",
      fields: [
        ("id", { $1.string($0.id.description) }),
        ("schedule", { $1.string(words.name($0.schedule)) }),
        ("state", { $1.string($0.state(at: now).rawValue) }),
        ("from", { $1.string(words.handle($0.giver)) }),
        ("to", { $1.string(words.handle($0.receiver)) }),
        ("gives", { $1.object($0.gives) }),
        ("takes", { $1.object($0.takes) }),
      ])
  }
}

extension JSONWriter {
  /// Writes a period as an object, or null.
  mutating func object(_ period: Period?) {
    guard let period else { return null() }
    beginObject()
    span(period)
    endObject()
  }
}
