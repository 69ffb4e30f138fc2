import Canvas
import Domain

extension AppState {
  /// Counts the load of a schedule, unless it is counted already since the bill or the hour changed.
  mutating func countLoad(of schedule: Schedule, _ bill: WatchBill) {
    let basis = PagerBasis(revision: billRevision, minute: now.milliseconds / Instant.hour)
    if rota.loadBasis != basis {
      rota.loadBasis = basis
      rota.loads = [:]
    }
    guard rota.loads[schedule.id] == nil else { return }
    let weeks = Int64(LoadReport.usualWeeks)
    let period = Period(now.advanced(by: -weeks * Instant.week), now)
    rota.loads[schedule.id] = try? bill.load(of: [schedule], in: period)
  }

  /// Lays out what is told of a schedule, unless it is there already: whatever shift is chosen on
  /// its lane, it is the same.
  mutating func settleSchedulePaper(_ schedule: Schedule, _ bill: WatchBill, width: Int) {
    let basis = TabBasis(
      tab: .onCall, revision: billRevision, minute: now.milliseconds / Instant.minute,
      size: Size(width: width, height: 0), cursor: tabList.cursor, isASCII: glyphs == .ascii)
    guard basis != rota.scheduleBasis else { return }
    rota.scheduleBasis = basis
    countLoad(of: schedule, bill)
    rota.schedulePaper = scheduleSheet(schedule, bill, width: width)
  }

  /// Cover, clocks and load of a schedule.
  private func scheduleSheet(_ schedule: Schedule, _ bill: WatchBill, width: Int) -> [StyledLine] {
    guard let resolver = try? bill.resolver(of: schedule) else { return [] }
    var sheet = Sheet(width: width)
    tellCover(resolver, bill, in: &sheet)
    tellClocks(resolver.zone, bill, in: &sheet)
    tellNotes(of: schedule, bill, in: &sheet)
    if let load = rota.loads[schedule.id] {
      sheet.blank()
      sheet.heading("Load of \(LoadReport.usualWeeks) weeks")
      for line in loadLines(load, bill, width: width) { sheet.line(line) }
      for words in warnings(load.report, bill) { sheet.text(words, .warning) }
    }
    return sheet.lines
  }

  private func tellCover(_ resolver: Resolver, _ bill: WatchBill, in sheet: inout Sheet) {
    let wording = bill.wording(for: myID)
    let report = resolver.coverage(now: now, unreachable: bill.unreachable)
    sheet.heading("Cover of the next 30 days")
    let gaps = report.findings.filter { $0.kind != .unreachable }
    if gaps.isEmpty { sheet.text("\(glyphs.success) somebody is on call throughout", .success) }
    for finding in gaps.prefix(5) {
      let span = wording.span(finding.period.start, finding.period.end)
      let words =
        finding.kind == .gap
        ? "nobody \(span)" : "\(wording.mentions(finding.people)) may not be on call \(span)"
      sheet.text("\(RotaBrush.gap) \(words)", .error)
    }
    if gaps.count > 5 { sheet.text("and \(gaps.count - 5) more", .error) }
    let silent = report.findings.filter { $0.kind == .unreachable }.flatMap(\.people)
    if !silent.isEmpty {
      let people = silent.reduce(into: [EntityID]()) { if !$0.contains($1) { $0.append($1) } }
      sheet.text("no address is known of \(wording.mentions(people))", .warning)
    }
  }

  /// The last changes of shifts that had a note, and how far each note came.
  private func tellNotes(of schedule: Schedule, _ bill: WatchBill, in sheet: inout Sheet) {
    let notes = bill.lastNotes(of: schedule.id)
    guard !notes.isEmpty else { return }
    let wording = bill.wording(for: myID)
    sheet.blank()
    sheet.heading("Handed over")
    for handoff in notes.prefix(3) {
      guard let change = handoff.shiftChange else { continue }
      sheet.text(
        "\(wording.moment(change.at))  \(wording.mention(handoff.giver)) to "
          + "\(wording.receiver(handoff.receiver)), \(handoff.state.name)")
      for event in bill.events(of: handoff, wording) {
        sheet.item("\(wording.moment(event.at)) \(event.words)", indent: 2, bullet: "", .dim)
      }
    }
    if let key = keymap.key(of: .note) { sheet.hint(key, "reads the note") }
  }

  /// When clocks change in the eight weeks to come, in the schedule's zone and in mine.
  private func tellClocks(_ zone: Zone, _ bill: WatchBill, in sheet: inout Sheet) {
    let ahead = Period(now, now.advanced(by: 8 * Instant.week))
    let mine = myZone(bill)
    for zone in zone.name == mine.name ? [zone] : [zone, mine] {
      for change in zone.clockChanges(in: ahead) {
        let date = change.reading.date
        let hour = (change.after - change.before) / 60
        let words = hour > 0 ? "\(hour) min forward" : "\(-hour) min back"
        let day = bill.wording(for: myID).day(date)
        sheet.text(
          "\(RotaBrush.clockChange) clocks go \(words) in \(zone.name) on \(day) at "
            + "\(change.reading.time)", .warning)
      }
    }
  }

  /// A line for each person: bar, hours, nights, weekends, pages, debt, and the weeks as a
  /// sparkline, as far as there is room.
  private func loadLines(_ load: WatchLoad, _ bill: WatchBill, width: Int) -> [StyledLine] {
    let lines = load.report.people
    let names = lines.map { CleanText(bill.person($0.person)?.handle ?? "somebody", limit: 14) }
    let nameWidth = max(4, names.map(\.width).max() ?? 0)
    let columns: [(title: String, width: Int, value: (LoadReport.Line) -> String)] = [
      ("hours", 6, { "\($0.held / Instant.hour)" }),
      (
        "owes", 6,
        { line in
          let hours = line.debt / Instant.hour
          return hours > 0 ? "+\(hours)" : "\(hours)"
        }
      ),
      ("nights", 7, { "\($0.nights)" }),
      ("wkend", 6, { "\($0.weekend / Instant.hour)" }),
      ("pages", 6, { "\(load.pages[$0.person] ?? 0)" }),
    ]
    let weeks = LoadReport.usualWeeks
    let hasLine = width >= nameWidth + 1 + 6 + 12 + weeks + 2
    var room = width - nameWidth - 1 - 6 - (hasLine ? weeks + 2 : 0)
    let shown = columns.prefix { column in
      room -= column.width
      return room >= 0
    }
    let bar = min(16, 6 + max(0, room))
    let most = max(1, lines.map(\.held).max() ?? 1)
    var title = CleanText.blank(nameWidth + 1 + bar)
    for column in shown { title = title + CleanText(column.title).rightAligned(to: column.width) }
    var result = [StyledLine([Span(title + (hasLine ? "  by week" : ""), .dim)])]
    for (line, name) in zip(lines, names) {
      let isMine = line.person == myID
      let filled = min(bar, Int((line.held * Int64(bar) + most / 2) / most))
      var spans = [
        Span(name.padded(to: nameWidth + 1), Style(isMine ? .accent : .person, isBold: isMine)),
        Span(CleanText(String(repeating: glyphs.filled.characters, count: filled)), .info),
        Span(CleanText(String(repeating: glyphs.shaded.characters, count: bar - filled)), .border),
      ]
      for column in shown {
        spans.append(Span(CleanText(column.value(line)).rightAligned(to: column.width), .count))
      }
      if hasLine {
        let values = (load.weeks[line.person] ?? []).suffix(weeks).map(Double.init)
        spans += [Span("  ", .text), Span(glyphs.sparkline(values), .info)]
      }
      result.append(StyledLine(spans))
    }
    return result
  }

  /// What should not stay so, a sentence each.
  private func warnings(_ report: LoadReport, _ bill: WatchBill) -> [String] {
    let wording = bill.wording(for: myID)
    var busy: [String] = []
    var unused: [EntityID] = []
    for warning in report.warnings(sites: 0) {
      switch warning {
      case .tooMuch(let person, let percent):
        busy.append("\(wording.mention(person)) \(percent)%")
      case .unused(let person): unused.append(person)
      case .tooFew: break
      }
    }
    var sentences: [String] = []
    if !busy.isEmpty {
      sentences.append("on call for more than a quarter: \(busy.joined(separator: ", "))")
    }
    if !unused.isEmpty { sentences.append("never on call: \(wording.mentions(unused))") }
    return sentences
  }
}
