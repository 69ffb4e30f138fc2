internal import ArgumentParser
internal import Canvas
internal import Domain

/// `watchbill oncall cover`.
struct CoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cover", abstract: "Ask to be covered, and cover others.",
    subcommands: [
      CoverListCommand.self, CoverAskCommand.self, CoverTakeCommand.self,
      CoverWithdrawCommand.self,
    ], defaultSubcommand: CoverListCommand.self)
}

/// `watchbill oncall cover list`.
struct CoverListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List requests to be covered.")

  @Flag(help: "Also those that were taken or withdrawn, or ran out.")
  var all = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let requests = open.bill.covers.filter { all || $0.state(at: open.now) == .open }
      .sorted { $0.period.start < $1.period.start }
    if try output.form.print(requests, .cover(open.bill, open.now), shell) { return }
    guard !requests.isEmpty else { return try shell.say("nobody asks for cover") }
    let ids = ShortIDs(open.bill.covers.map(\.id))
    var table = TextTable(["ID", "STATE", "SCHEDULE", "WHO", "WHEN (\(open.zoneName))", "NOTE"])
    for request in requests {
      let left = request.state(at: open.now) == .open ? request.remainder : [request.period]
      table.add([
        ids.short(request.id), request.state(at: open.now).rawValue,
        open.bill.schedule(request.schedule)?.name ?? "", open.words.mention(request.asker),
        left.map { open.words.span($0.start, $0.end) }.joined(separator: ", "), request.note,
      ])
    }
    try shell.print(table)
  }
}

/// `watchbill oncall cover ask`.
struct CoverAskCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Ask others to cover you; nothing changes before one does.",
    discussion: """
      watchbill oncall cover ask api-primary --from 2026-03-08T09:00 --to 2026-03-08T13:00 \
      --note dentist
      Without times it is your next shift.
      """)

  @Argument(help: ArgumentHelp("The schedule.", valueName: "schedule"))
  var schedule: String

  @OptionGroup var period: PeriodOptions

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Who is to be covered, when it is not you.", valueName: "handle"))
  var person = "@me"

  @Option(
    help: ArgumentHelp("Who may take it, else everybody; with commas.", valueName: "handles"))
  var ask: [String] = []

  @Option(help: ArgumentHelp("Why, in a line.", valueName: "text"))
  var note = ""

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    _ = try open.acting()
    let known = try open.schedule(schedule)
    let asker = try open.person(person)
    let period =
      period.isEmpty
      ? try open.nextShift(of: asker, in: known) : try period.period(open.typed(known))
    let verb = WatchVerb.askCover(
      known.id, for: asker, period, note: note, named: try open.people(ask))
    try open.perform(verb, output.form, { .cover($0.bill, $0.now) }, id: \.id) { $0.bill.covers }
    try open.sayWhoCouldCover(period, in: known)
  }
}

extension OpenBill {
  /// Says on standard error who could cover a time, who owes most first.
  fileprivate func sayWhoCouldCover(_ period: Period, in schedule: Schedule) throws {
    let past = Period(now.advanced(by: -Int64(LoadReport.usualWeeks) * Instant.week), now)
    let report = try bill.load(of: [schedule], in: past).report
    let timeline = try bill.resolver(of: schedule).timeline(in: period)
    let people = report.candidates(for: period, on: timeline, absences: bill.absences).prefix(3)
    guard !people.isEmpty else { return }
    let owed = people.map { id in
      let debt = (report.people.first { $0.person == id }?.debt ?? 0) / Instant.hour
      return words.mention(id) + (debt > 0 ? " (owes \(debt) h)" : "")
    }
    try shell.say(CleanText("who could: \(owed.joined(separator: ", "))").characters)
  }
}

/// `watchbill oncall cover take`.
struct CoverTakeCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Cover somebody who asks, all of the time or a part.")

  @OptionGroup var choice: CoverChoice
  @OptionGroup var period: PeriodOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let me = try open.acting()
    let request = try choice.request(in: open) {
      $0.asker != me && ($0.named.isEmpty || $0.named.contains(me))
    }
    let schedule = open.bill.schedule(request.schedule)
    let part = period.isEmpty ? nil : try period.period(open.typed(schedule))
    try open.perform(.takeCover(request.id, part), output.form)
  }
}

/// `watchbill oncall cover withdraw`.
struct CoverWithdrawCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "No longer ask for cover; what was taken stays taken.")

  @OptionGroup var choice: CoverChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let me = try open.acting()
    let request = try choice.request(in: open) { $0.asker == me || $0.actor == me }
    try open.perform(.withdrawCover(request.id), output.form)
  }
}

/// Which request to be covered.
struct CoverChoice: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Its id, or 'latest'; needed when several are open.", valueName: "id"))
  var id: String?

  /// The request that was named, or the only open one of those that can be meant.
  func request(
    in open: OpenBill, where isLikely: (CoverRequest) -> Bool
  ) throws(Failure) -> CoverRequest {
    let requests = open.bill.covers.sorted { $0.id > $1.id }
    let likely = requests.filter { $0.state(at: open.now) == .open && isLikely($0) }
    return try open.choose(
      id, among: requests, likely: likely, "request", list: "oncall cover list", id: \.id)
  }
}

extension JSONShape where Thing == CoverRequest {
  /// Requests to be covered as JSON.
  static func cover(_ bill: WatchBill, _ now: Instant) -> JSONShape {
    let words = bill.wording(for: nil)
    return JSONShape(
      kind: "a request",
      fields: [
        ("id", { $1.string($0.id.description) }),
        ("schedule", { $1.string(words.name($0.schedule)) }),
        ("state", { $1.string($0.state(at: now).rawValue) }),
        ("person", { $1.string(words.handle($0.asker)) }),
        ("asked_by", { $1.string(words.handle($0.actor)) }),
        ("start", { $1.instant($0.period.start) }),
        ("end", { $1.instant($0.period.end) }),
        ("note", { $1.string($0.note) }),
        ("named", { $1.list(words.handles($0.named)) }),
        (
          "taken",
          {
            $1.objects($0.takes) { take, writer in
              writer.field("by", words.handle(take.taker))
              writer.span(take.period)
            }
          }
        ),
        ("open", { $1.objects($0.remainder) { $1.span($0) } }),
      ])
  }
}
