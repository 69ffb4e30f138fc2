internal import ArgumentParser
internal import Domain

/// `watchbill status blocked`.
struct BlockedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blocked", abstract: "What waits for somebody, and for how long.",
    subcommands: [BlockedListCommand.self, BlockedClearCommand.self],
    defaultSubcommand: BlockedListCommand.self)
}

/// `watchbill status blocked list`.
struct BlockedListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what blocks people, oldest first.")

  @Option(help: ArgumentHelp("Only people of this team.", valueName: "handle"))
  var team: String?

  @Flag(help: "Also what was cleared in the last 5 weeks.")
  var all = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let members = try team.map { Set(open.bill.members(of: try open.team($0).id).map(\.id)) }
    let blockers = open.bill.blockers.filter { blocker in
      (all || blocker.isOpen) && members.map { $0.contains(blocker.person) } ?? true
    }.sorted { ($0.since, $0.id) < ($1.since, $1.id) }
    let today = open.words.clock.reading(open.now).date
    if try output.form.print(blockers, .blocker(open.words, today), shell) { return }
    guard !blockers.isEmpty else { return try shell.say("nobody is blocked") }
    let ids = ShortIDs(open.bill.blockers.map(\.id))
    var table = TextTable(["ID", "WHO", "SINCE", "WORKING DAYS", "WAITS FOR"])
    for blocker in blockers {
      table.add([
        ids.short(blocker.id), open.words.mention(blocker.person), open.words.day(blocker.since),
        "\(blocker.age(on: today, week: WorkingWeek()))",
        blocker.words(open.words) + (blocker.isOpen ? "" : " (cleared)"),
      ])
    }
    try shell.print(table)
  }
}

/// `watchbill status blocked clear`.
struct BlockedClearCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Say that something is no longer in the way.")

  @Argument(
    help: ArgumentHelp("Its id; needed when several wait for you or block you.", valueName: "id"))
  var id: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let me = try open.acting()
    let blockers = open.bill.blockers.filter(\.isOpen).sorted { $0.id > $1.id }
    let mine = blockers.filter { $0.person == me || open.bill.waitsFor($0) == .person(me) }
    let blocker = try open.choose(
      id, among: blockers, likely: mine, "blocker", to: "clear",
      list: "status blocked list", id: \.id)
    try open.perform(.clearBlocker(blocker.id), output.form)
  }
}

extension JSONShape where Thing == Blocker {
  /// Blockers as JSON.
  static func blocker(_ words: Wording, _ today: CivilDate) -> JSONShape {
    JSONShape(
      kind: "a blocker",
      fields: [
        ("id", { $1.string($0.id.description) }),
        ("person", { $1.string(words.handle($0.person)) }),
        ("waits_for", { $1.string($0.words(words)) }),
        ("text", { $1.string($0.text) }),
        ("since", { $1.string($0.since.description) }),
        ("working_days", { $1.integer($0.age(on: today, week: WorkingWeek())) }),
        ("cleared", { $1.optional($0.clearedAt) }),
        ("cleared_by", { $1.optional($0.clearedBy.map(words.handle)) }),
      ])
  }
}
