internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill handoff offer`.
struct HandoffOfferCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer", abstract: "Offer an issue, a service, or the note of your shift.",
    discussion: """
      watchbill handoff offer                                        the note you drafted
      watchbill handoff offer API-42 --to bo -m 'knows the parser'
      watchbill handoff offer service router --to team:routing
      Until it is accepted it stays yours; after seven days the offer runs out.
      """)

  @Argument(
    help: ArgumentHelp(
      "An issue's key, 'service' and its name, or a draft's id.", valueName: "what"))
  var what: [String] = []

  @OptionGroup var terms: OfferTerms
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let me = try open.acting()
    if what.first == "service", what.count == 2 {
      let service = try open.service(what[1])
      return try open.offer(.service(service.id), terms, output.form)
    }
    guard what.count <= 1 else {
      throw Failure(.usage, "offer one thing: an issue's key, or 'service NAME'")
    }
    if let key = what.first.flatMap({ IssueKey($0) }) {
      let issue = try open.workspace.store.issueID(key)
      return try open.offer(.issue(issue), terms, output.form)
    }
    let drafts = open.handoffs.filter { $0.giver == me && $0.state == .draft }
    guard !drafts.isEmpty || what.first != nil else {
      throw Failure(
        .notFound,
        "you have no note to offer; write it with 'watchbill handoff draft', or say what to offer")
    }
    let handoff = try open.choose(
      what.first, among: open.handoffs, likely: drafts, "handoff", to: "offer",
      list: "handoff list", id: \.id)
    guard terms.isEmpty else {
      throw Failure(
        .usage, "the note of a shift goes to who is next on call; leave --to and --message out")
    }
    try open.perform(.offer, on: handoff, output.form)
  }
}

/// To whom something is offered, and with what words.
struct OfferTerms: ParsableArguments {
  @Option(help: ArgumentHelp("Who is to have it: bo, or team:api.", valueName: "receiver"))
  var to: String?

  @Option(
    name: [.short, .long, .customShort("r"), .customLong("reason")],
    help: ArgumentHelp("What to say to it.", valueName: "text"))
  var message: String?

  /// Whether nothing was said.
  var isEmpty: Bool { to == nil && message == nil }
}

extension OpenBill {
  /// Offers an issue or a service.
  func offer(_ subject: Handoff.Subject, _ terms: OfferTerms, _ form: OutputForm) throws {
    guard let to = terms.to else {
      throw Failure(.usage, "say to whom: --to HANDLE or --to team:HANDLE")
    }
    let verb = WatchVerb.offer(
      subject, to: try receiver(to), message: terms.message ?? "")
    try perform(verb, form, { .handoff($0.bill) }, id: \.id) { $0.handoffs }
  }
}
