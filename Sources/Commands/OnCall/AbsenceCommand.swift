internal import ArgumentParser
internal import Domain

/// `watchbill oncall absence`.
struct AbsenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "absence", abstract: "Say when people are away; it changes no plan by itself.",
    subcommands: [AbsenceListCommand.self, AbsenceAddCommand.self, AbsenceRemoveCommand.self],
    defaultSubcommand: AbsenceListCommand.self)
}

/// `watchbill oncall absence list`.
struct AbsenceListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List who is or will be away.")

  @Flag(help: "Also those of the last 13 weeks.")
  var all = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let absences = open.bill.absences.filter { all || $0.period.end > open.now }
    if try output.form.print(absences, .absence(open.words), shell) { return }
    guard !absences.isEmpty else { return try shell.say("nobody is away") }
    let ids = ShortIDs(open.bill.absences.map(\.id))
    var table = TextTable(["ID", "WHO", "FROM (\(open.zoneName))", "TO", "NOTE"])
    for absence in absences {
      table.add([
        ids.short(absence.id), open.words.mention(absence.person),
        open.words.moment(absence.period.start), open.words.moment(absence.period.end),
        absence.note,
      ])
    }
    try shell.print(table)
  }
}

/// `watchbill oncall absence add`.
struct AbsenceAddCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Say that somebody is away, you unless you name them.",
    discussion: """
      watchbill oncall absence add --from 2026-03-09 --through 2026-03-13 --note skiing
      Shifts that fall into it are said; ask for cover with 'watchbill oncall cover ask'.
      """)

  @Argument(help: ArgumentHelp("Who.", valueName: "handle"))
  var person = "@me"

  @OptionGroup var period: PeriodOptions

  @Option(help: ArgumentHelp("The last whole day, instead of --to.", valueName: "date"))
  var through: String?

  @Option(help: ArgumentHelp("Why, in a line.", valueName: "text"))
  var note = ""

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    _ = try open.acting()
    let away = try open.person(person)
    let zone = try open.bill.person(away)?.zone.map { try open.bill.zones.zone($0) } ?? .utc
    let typed = TypedInstant(zone: zone, now: open.now)
    let verb = WatchVerb.addAbsence(away, try period(typed), note: note)
    try open.perform(verb, output.form, { .absence($0.words) }, id: \.id) { $0.bill.absences }
  }

  private func period(_ typed: TypedInstant) throws(Failure) -> Period {
    guard let through else { return try period.period(typed) }
    guard let from = period.from, period.to == nil else {
      throw Failure(.usage, "--through stands for --to; say --from TIME --through DATE")
    }
    let last = try CivilDate(typed: through)
    let end = typed.zone.first(of: LocalTime(CivilDate(daysSinceEpoch: last.daysSinceEpoch + 1)))
    return Period(try typed.instant(from, "--from"), end)
  }
}

/// `watchbill oncall absence remove`.
struct AbsenceRemoveCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take an absence back.")

  @Argument(help: ArgumentHelp("Its id; 'watchbill oncall absence list' has it.", valueName: "id"))
  var id: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let absence = try ShortIDs(open.bill.absences.map(\.id))
      .id(id, "absence", list: "oncall absence list")
    try open.perform(.removeAbsence(absence), output.form)
  }
}

extension JSONShape where Thing == Absence {
  /// Absences as JSON.
  static func absence(_ words: Wording) -> JSONShape {
    JSONShape(
      kind: "an absence",
      fields: [
        ("id", { $1.string($0.id.description) }),
        ("person", { $1.string(words.handle($0.person)) }),
        ("start", { $1.instant($0.period.start) }),
        ("end", { $1.instant($0.period.end) }),
        ("note", { $1.string($0.note) }),
      ])
  }
}
