internal import ArgumentParser
internal import Canvas
internal import Domain

/// `watchbill oncall load`.
struct LoadCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Count who carried how much of the pager, and how fairly.",
    discussion: """
      Hours on call, nights (any part of 22:00-07:00) and weekend hours in each person's own zone, \
      pages, those outside Monday to Friday 09:00-18:00, and the bars of the weeks, oldest first. \
      Expected is a fair share by days present; debt \
      is what somebody owes the others, negative when they owe them.
      """)

  @Argument(help: ArgumentHelp("Only this schedule.", valueName: "schedule"))
  var schedule: String?

  @Option(help: ArgumentHelp("Only the schedules of this team.", valueName: "handle"))
  var team: String?

  @Option(help: ArgumentHelp("How far to look back.", valueName: "weeks"))
  var weeks = LoadReport.usualWeeks

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    guard (1...104).contains(weeks) else {
      throw Failure(.usage, "--weeks: write a number from 1 to 104")
    }
    let open = try workspace.openBill(shell, back: weeks)
    let schedules = try schedule.map { [try open.schedule($0)] } ?? open.schedules(of: team)
    let period = Period(open.now.advanced(by: -Int64(weeks) * Instant.week), open.now)
    let load = try open.bill.load(of: schedules, in: period)
    let rows = load.report.people.map { line in
      LoadRow(
        line: line, person: open.handle(line.person), pages: load.pages[line.person] ?? 0,
        oddPages: load.oddPages[line.person] ?? 0,
        weeks: load.weeks[line.person] ?? [])
    }.sorted { ($1.line.held, $0.person) < ($0.line.held, $1.person) }
    if try output.form.print(rows, .load, shell) { return }
    guard !rows.isEmpty else { return try open.sayThereIsNoSchedule() }
    try print(rows, load.report, shell, open)
  }

  private func print(
    _ rows: [LoadRow], _ report: LoadReport, _ shell: Shell, _ open: OpenBill
  ) throws {
    var table = TextTable([
      "WHO", "HOURS", "NIGHTS", "WEEKEND", "PAGES", "OUT OF HOURS", "EXPECTED", "DEBT",
      "LAST \(weeks) WEEKS",
    ])
    let most = rows.flatMap(\.weeks).max() ?? 0
    for row in rows {
      table.add([
        "@\(row.person)", row.line.held.hours, "\(row.line.nights)", row.line.weekend.hours,
        "\(row.pages)", "\(row.oddPages)", row.line.expected.hours, row.line.debt.hours,
        row.weeks.map { $0.bar(of: most) }.joined(),
      ])
    }
    try shell.print(table)
    try shell.output.line()
    try shell.output.line("balance \(Int((report.balance * 100).rounded())) of 100")
    for warning in report.warnings(sites: 0) {
      try shell.output.line(CleanText(words(warning, open.words)).characters)
    }
  }

  private func words(_ warning: LoadWarning, _ words: Wording) -> String {
    switch warning {
    case .tooMuch(let person, let percent):
      "\(words.mention(person)) was on call \(percent) % of the time; 25 % is the most that is good"
    case .tooFew(let count, let wanted):
      "\(count) people share the watch; \(wanted) should"
    case .unused(let person):
      "\(words.mention(person)) was not on call at all and may be out of practice"
    }
  }
}

/// What one person carried.
struct LoadRow {
  var line: LoadReport.Line
  /// The handle.
  var person: String
  var pages: Int
  /// Those that rang outside working hours.
  var oddPages: Int
  /// Milliseconds on call by week, oldest first.
  var weeks: [Int64]
}

extension Int64 {
  /// Milliseconds as hours, rounded.
  fileprivate var hours: String { "\(inHours)" }

  /// Milliseconds as hours, rounded.
  fileprivate var inHours: Int { Int((Double(self) / Double(Instant.hour)).rounded()) }

  /// A bar of one cell for a part of a whole.
  fileprivate func bar(of most: Int64) -> String {
    let bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    guard most > 0, self > 0 else { return "·" }
    let step = Int(self * Int64(bars.count) / most)
    return bars[Swift.min(Swift.max(step, 1), bars.count) - 1]
  }
}

extension JSONShape where Thing == LoadRow {
  /// Loads as JSON; times in hours.
  static var load: JSONShape {
    JSONShape(
      kind: "a load",
      fields: [
        ("person", { $1.string($0.person) }),
        ("hours", { $1.integer($0.line.held.inHours) }),
        ("shifts", { $1.integer($0.line.shifts) }),
        ("nights", { $1.integer($0.line.nights) }),
        ("weekend_hours", { $1.integer($0.line.weekend.inHours) }),
        ("pages", { $1.integer($0.pages) }),
        ("pages_out_of_hours", { $1.integer($0.oddPages) }),
        ("expected_hours", { $1.integer($0.line.expected.inHours) }),
        ("debt_hours", { $1.integer($0.line.debt.inHours) }),
        (
          "weeks",
          {
            $1.beginArray()
            for week in $0.weeks { $1.integer(week.inHours) }
            $1.endArray()
          }
        ),
      ])
  }
}
