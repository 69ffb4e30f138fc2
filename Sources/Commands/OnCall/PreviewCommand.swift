internal import ArgumentParser
internal import Canvas
internal import Domain

/// `watchbill oncall preview`.
struct PreviewCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Show who would be on call by a schedule file.",
    discussion: """
      Reads the file alone: no workspace is opened or changed, and everybody it names is taken for \
      somebody. A time is an instant (2026-03-08T14:00Z), a local time of the schedule's zone \
      (2026-03-08T09:00), a date or 'now'.
      """)

  @Argument(
    help: "A schedule in YAML; - is standard input.",
    completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: ArgumentHelp("Where it begins; else now.", valueName: "time"))
  var from: String?

  @Option(help: ArgumentHelp("Where it ends; else 14 days later.", valueName: "time"))
  var to: String?

  @Option(help: ArgumentHelp("Say why who is on call at one moment.", valueName: "time"))
  var explain: String?

  @Flag(help: "Print the shifts as an iCalendar file.")
  var ics = false

  @OptionGroup var output: OutputOptions

  /// The longest period: ten years, leap days left out.
  private static let longest = 3650 * Instant.day

  func validate() throws {
    guard !ics || (explain == nil && output.form == .text) else {
      throw ValidationError("--ics is a form of its own; leave --json, --ndjson and --explain out")
    }
  }

  func run(in shell: Shell) throws {
    let shelf = ZoneShelf(shell.variable)
    let book = HandleBook(zones: shelf)
    let file = try ScheduleFile.read(self.file, book.world)
    let zones = try shelf.catalog(for: file.schedule)
    let typed = TypedInstant(zone: try zones.zone(file.schedule.zone), now: shell.now)
    let period = try period(typed)
    let preview = try SchedulePreview(file, in: period, zones: zones, book: book)
    if let explain {
      let instant = try typed.instant(explain, "--explain")
      return try preview.printExplanation(of: instant, output.form, shell)
    }
    if ics {
      let events = preview.resolver.feedEvents(in: period, now: shell.now, name: preview.name)
      return try shell.output.write(CalendarWriter.text(name: file.schedule.name, events))
    }
    if try output.form.print(one: preview, .preview, shell) { return }
    for line in PreviewText(preview).lines(columns: shell.columns) { try shell.output.line(line) }
  }

  /// From when until when; one that is empty or too long is refused.
  private func period(_ typed: TypedInstant) throws(Failure) -> Period {
    var start = typed.now.wholeMinute
    if let from { start = try typed.instant(from, "--from") }
    var end = start.advanced(by: 2 * Instant.week)
    if let to { end = try typed.instant(to, "--to") }
    guard start < end else {
      throw Failure(
        .usage, "--to: \(end.iso8601) is not after \(start.iso8601), where --from begins")
    }
    guard end.milliseconds - start.milliseconds <= Self.longest else {
      throw Failure(.usage, "--to: a preview is of ten years at most; ask for less")
    }
    return Period(start, end)
  }
}

extension SchedulePreview {
  /// Prints why who is on call at a moment.
  func printExplanation(of instant: Instant, _ form: OutputForm, _ shell: Shell) throws {
    let lines = resolver.explain(instant, name: name)
    let shape = JSONShape<[String]>(
      kind: "an explanation",
      fields: [("at", { $1.instant(instant) }), ("lines", { $1.list($0) })])
    if try form.print(one: lines, shape, shell) { return }
    for line in lines { try shell.output.line(CleanText(line).characters) }
  }
}
