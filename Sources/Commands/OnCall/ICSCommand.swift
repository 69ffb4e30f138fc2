internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill oncall ics`.
struct ICSCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "ics", abstract: "Write shifts as an iCalendar file, yours unless you say whose.",
    discussion: """
      Shifts from 30 days back to 180 ahead. With -o the file is written anew: a shift that was in \
      it and is no more stays as cancelled for 30 days, so that calendars take it away.
      """)

  @Option(help: ArgumentHelp("All of one schedule.", valueName: "schedule"))
  var schedule: String?

  @Option(help: ArgumentHelp("Those of one person.", valueName: "handle"))
  var person: String?

  @Option(help: ArgumentHelp("All of a team's schedules.", valueName: "handle"))
  var team: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("A file instead of standard output.", valueName: "file"),
    completion: .file(extensions: ["ics"]))
  var file: String?

  @OptionGroup var workspace: WorkspaceOptions

  func validate() throws {
    guard [schedule, person, team].compactMap(\.self).count <= 1 else {
      throw ValidationError("--schedule, --person and --team exclude each other; keep one")
    }
  }

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let (name, events) = try feed(open)
    guard let file else {
      return try shell.output.write(CalendarWriter.text(name: name, events))
    }
    let published = events.published(after: try previous(file, shell), now: open.now)
    let output = try OutputFile(file)
    try output.sink.write(CalendarWriter.text(name: name, published))
    try output.sink.flush()
    try output.keep()
    let gone = published.count(where: \.isCancelled)
    try shell.say(
      "wrote \(published.count - gone) shifts to \(file)" + (gone > 0 ? ", \(gone) cancelled" : ""))
  }

  /// The calendar's name and its shifts.
  private func feed(_ open: OpenBill) throws -> (name: String, events: [FeedEvent]) {
    let bill = open.bill
    if let schedule {
      let known = try open.schedule(schedule)
      return (known.name, try events([known], open, of: nil))
    }
    if let team {
      let known = try open.team(team)
      return (
        "Team \(known.handle) on call", try events(bill.schedules(of: known.id), open, of: nil)
      )
    }
    let id = try person.map { try open.person($0) } ?? open.acting()
    return ("\(open.handle(id)) on call", try events(bill.schedules, open, of: id))
  }

  private func events(
    _ schedules: [Schedule], _ open: OpenBill, of person: EntityID?
  ) throws -> [FeedEvent] {
    try schedules.flatMap { schedule in
      try open.bill.resolver(of: schedule).feedEvents(
        now: open.now, of: person.map { [$0] }, name: person == nil ? open.handle : nil)
    }.sorted { ($0.period.start, $0.uid) < ($1.period.start, $1.uid) }
  }

  /// What the file said before; nothing when there is none.
  private func previous(_ file: String, _ shell: Shell) throws(Failure) -> [FeedEvent] {
    let text: String
    do throws(Failure) {
      text = try InputFile.text(file)
    } catch {
      guard error.status == .notFound else { throw error }
      return []
    }
    guard !text.isEmpty else { return [] }
    do throws(CalendarError) {
      return try FeedReader.events(Array(text.utf8))
    } catch {
      throw Failure(.badData, "\(file): \(error)")
    }
  }
}
