internal import Canvas
internal import Domain
internal import Storage

/// One schedule of a workspace as people look at it.
struct ScheduleView {
  private let open: OpenBill
  private let schedule: Schedule
  private let preview: SchedulePreview
  private let words: Wording
  private let overrides: ShortIDs
  /// Whether a period was asked for, so that it is about that.
  private let isPeriod: Bool

  init(
    _ schedule: Schedule, in open: OpenBill, from: String?, to: String?, isText: Bool
  ) throws {
    self.open = open
    self.schedule = schedule
    isPeriod = from != nil || to != nil
    let typed = try open.typed(schedule)
    let start = try from.map { try typed.instant($0, "--from") } ?? open.now.wholeMinute
    let end =
      try to.map { try typed.instant($0, "--to") } ?? start.advanced(by: 2 * Instant.week)
    guard start < end else {
      throw Failure(
        .usage, "--to: \(end.iso8601) is not after \(start.iso8601); move one of the two")
    }
    words = try open.words(in: schedule)
    let ids = ShortIDs(open.bill.schedules.flatMap(\.overrides).map(\.id))
    overrides = ids
    let file = ScheduleFile(
      handle: schedule.name, schedule: schedule, absences: open.bill.absences)
    preview = try SchedulePreview(
      file, try open.bill.resolver(of: schedule), in: Period(start, end), zones: open.bill.zones,
      name: open.handle,
      place: { isText ? "override \(ids.short($0))" : $0.description })
  }

  /// Prints the period that was asked for, else the schedule itself with its next two weeks.
  func print(_ form: OutputForm) throws {
    guard form == .text else {
      if isPeriod {
        _ = try form.print(one: preview, .preview, open.shell)
      } else {
        _ = try form.print(one: schedule, .schedule(open.bill, words), open.shell)
      }
      return
    }
    let lines = isPeriod ? [] : facts
    for line in lines { try open.shell.output.line(line) }
    for line in PreviewText(preview).lines(columns: open.shell.columns) {
      try open.shell.output.line(line)
    }
    guard !isPeriod else { return }
    try printOverrides()
  }

  /// Prints why who is on call at a moment.
  func explain(_ time: String, _ form: OutputForm) throws {
    let instant = try open.typed(schedule).instant(time, "--explain")
    try preview.printExplanation(of: instant, form, open.shell)
  }

  private var facts: [String] {
    let team = schedule.team.flatMap(open.bill.team).map { ", team \($0.handle)" } ?? ""
    let target = schedule.target.map(\.description).joined(separator: "; ")
    var lines = ["\(schedule.name)\(team)"]
    lines.append("  to be covered: \(target.isEmpty ? "always" : target)")
    for layer in schedule.version(at: open.now)?.layers ?? [] {
      lines.append("  \(layer.inWords(open.words))")
    }
    for version in schedule.versions where version.effectiveFrom.map({ $0 > open.now }) ?? false {
      lines.append("  from \(version.effectiveFrom.map(words.moment) ?? ""):")
      lines += version.layers.map { "    \($0.inWords(open.words))" }
    }
    return lines.map { CleanText($0).characters } + [""]
  }

  private func printOverrides() throws {
    let coming = schedule.overrides.filter { $0.period.end > open.now }
    guard !coming.isEmpty else { return }
    try open.shell.output.line()
    var table = TextTable(["OVERRIDE", "FROM", "TO", "WHAT", "NOTE"])
    for override in coming.sorted(by: { $0.period.start < $1.period.start }) {
      table.add([
        overrides.short(override.id), words.moment(override.period.start),
        words.moment(override.period.end), override.kind.inWords(words), override.note,
      ])
    }
    try open.shell.print(table)
  }
}

extension OpenBill {
  /// Prints all schedules, a line each.
  func printSchedules(_ form: OutputForm) throws {
    let schedules = try schedules(of: nil)
    if try form.print(schedules, .schedule(bill, words), shell) { return }
    guard !schedules.isEmpty else { return try sayThereIsNoSchedule() }
    var table = TextTable(["SCHEDULE", "TEAM", "ROLE", "ZONE", "ON CALL", "PEOPLE"])
    for schedule in schedules {
      let people = bill.people.filter { schedule.participants.contains($0.id) }
      table.add([
        schedule.name, schedule.team.flatMap(bill.team)?.handle ?? "", schedule.role,
        schedule.zone, mentions(bill.onCall(schedule.id, at: now)),
        people.map(\.handle).joined(separator: ", "),
      ])
    }
    try shell.print(table)
  }

  /// Prints a schedule as the file that `--apply` reads.
  func printYAML(_ schedule: Schedule) throws {
    let writer = ScheduleWriter(
      person: words.person, team: { self.bill.team($0)?.handle }, withIDs: true)
    let file = ScheduleFile(handle: schedule.name, schedule: schedule, absences: [])
    do {
      try shell.output.write(try writer.text(file))
    } catch is ScheduleWriter.Nameless {
      throw Failure(
        .failed,
        "\(schedule.name) names a person or a team that is not in this workspace; import them, or "
          + "write the schedule anew")
    }
  }
}

extension Layer {
  /// The layer in a line: `week: turns of 1 week from 2026-01-05 09:00 Europe/Paris; ana, bo`.
  func inWords(_ words: Wording) -> String {
    var parts: [String] = []
    switch source {
    case .people(let people): parts.append("always \(words.mentions(people))")
    case .rotation(let rotation):
      let slots = rotation.slots.map { $0.map(words.mention).joined(separator: "+") }
      parts.append("\(rotation.words): \(slots.joined(separator: ", "))")
    case .shifts(let shifts): parts.append("\(shifts.count) single shifts")
    case .calendar(let calendar): parts.append("\(calendar.events.count) events of a calendar")
    }
    parts += windows.map(\.description)
    if isShadow { parts.append("only learning") }
    return "\(name) (priority \(priority)): \(parts.joined(separator: "; "))"
  }
}
