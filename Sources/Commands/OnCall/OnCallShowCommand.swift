internal import ArgumentParser
internal import Canvas
internal import Domain

/// `watchbill oncall show`: reads schedules, and is where one is made, changed and removed.
struct OnCallShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show schedules; make or change one from a file.",
    discussion: """
      Without a name it lists the schedules. --apply reads the file that 'watchbill oncall preview' \
      shows and --yaml writes; before it changes anything it says whose shifts move within eight \
      weeks, and with --dry-run it stops there. The plan of the file holds from the next handoff on, \
      or from --effective; who has the running turn keeps it. Nothing that happened changes.
      """)

  @Argument(help: ArgumentHelp("The schedule.", valueName: "schedule"))
  var schedule: String?

  @Option(help: ArgumentHelp("Show who is on call from here on; else from now.", valueName: "time"))
  var from: String?

  @Option(help: ArgumentHelp("Until here; else 14 days later.", valueName: "time"))
  var to: String?

  @Option(help: ArgumentHelp("Say why who is on call at one moment.", valueName: "time"))
  var explain: String?

  @Flag(help: "Print it as the file that --apply reads.")
  var yaml = false

  @Flag(help: "Print its history, with its handoffs.")
  var timeline = false

  @Option(
    help: ArgumentHelp("Make or change the schedule of this file.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var apply: String?

  @Option(
    help: ArgumentHelp("Read an iCalendar file as a layer.", valueName: "file"),
    completion: .file(extensions: ["ics"]))
  var importIcs: String?

  @Option(help: ArgumentHelp("The layer that --import-ics makes or replaces.", valueName: "name"))
  var layer: String?

  @Option(
    help: ArgumentHelp("When a change begins: a time, or 'now'.", valueName: "time"))
  var effective: String?

  @Flag(help: "Only say what would change.")
  var dryRun = false

  @Flag(help: "Remove the schedule; undo brings it back.")
  var remove = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let asked = [apply != nil, importIcs != nil, remove, yaml, explain != nil, timeline]
    guard asked.count(where: { $0 }) <= 1 else {
      throw ValidationError(
        "--apply, --import-ics, --remove, --yaml, --timeline and --explain exclude each other")
    }
    guard (importIcs == nil) == (layer == nil) else {
      throw ValidationError("--import-ics FILE and --layer NAME belong together")
    }
    guard !dryRun || apply != nil || importIcs != nil || remove else {
      throw ValidationError("--dry-run goes with --apply, --import-ics or --remove")
    }
    guard effective == nil || apply != nil || importIcs != nil else {
      throw ValidationError("--effective goes with --apply or --import-ics")
    }
    guard (from == nil && to == nil) || !asked.contains(true) else {
      throw ValidationError(
        "--from and --to say which time is shown; a change begins at --effective")
    }
  }

  func run(in shell: Shell) throws {
    if let apply { return try self.apply(apply, shell) }
    let open = try workspace.openBill(shell)
    guard let schedule else {
      guard importIcs == nil, !remove, !yaml, explain == nil, !timeline, from == nil, to == nil
      else { throw Failure(.usage, "name the schedule; see 'watchbill oncall show'") }
      return try open.printSchedules(output.form)
    }
    let known = try open.schedule(schedule)
    if remove { return try save(.removal(of: known, in: open), in: open) }
    if yaml { return try open.printYAML(known) }
    if timeline { return try open.printTimeline(of: EntityRef(.schedule, known.id), output.form) }
    if let importIcs, let layer {
      let change = try ScheduleChange(calendar: importIcs, layer: layer, of: known, in: open)
      return try save(change, in: open)
    }
    let view = try ScheduleView(
      known, in: open, from: from, to: to, isText: output.form == .text)
    if let explain { return try view.explain(explain, output.form) }
    try view.print(output.form)
  }

  private func apply(_ file: String, _ shell: Shell) throws {
    let open = try workspace.openBill(shell)
    _ = try open.acting()
    try save(try ScheduleChange(file: file, named: schedule, in: open), in: open)
  }

  private func save(_ change: ScheduleChange, in open: OpenBill) throws {
    let start = try effective.map { try change.typed(in: open).instant($0, "--effective") }
    try save(try change.planned(from: start, in: open), in: open)
  }

  /// Says whose shifts move, and then makes the change.
  private func save(_ planned: PlannedChange, in open: OpenBill) throws {
    for line in try planned.lines(open) {
      if output.form == .text { try open.shell.output.line(line) } else { try open.shell.say(line) }
    }
    guard !dryRun else {
      for warning in try planned.warnings(open) {
        try open.shell.say(CleanText(warning).characters)
      }
      return
    }
    try open.shell.output.flush()
    try open.perform(planned.verb, output.form)
  }
}
