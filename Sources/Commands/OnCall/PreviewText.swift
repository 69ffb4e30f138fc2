internal import Canvas
internal import Domain

/// A preview for people: a row for each stretch, in the schedule's zone, gaps marked.
///
/// A day on which clocks change is marked with `*`, and so is a length that is not what the
/// clocks at both ends say; below the rows is how they change.
struct PreviewText {
  private let preview: SchedulePreview
  private let zone: Zone
  private let period: Period
  private let changes: [Zone.ClockChange]
  private let changeDays: Set<CivilDate>

  init(_ preview: SchedulePreview) {
    self.preview = preview
    zone = preview.resolver.zone
    period = preview.timeline.period
    changes = zone.clockChanges(in: period)
    changeDays = Set(changes.map { $0.reading.date })
  }

  /// The lines, cut to a width where there is one.
  func lines(columns: Int?) -> [String] {
    [heading, ""] + table.lines(columns: columns) + [""] + changes.map(words)
      + conflicts + [summary]
  }

  private var heading: String {
    let schedule = preview.file.schedule
    let role = schedule.role.isEmpty ? "" : " (\(schedule.role))"
    let data = preview.resolver.zoneData.isEmpty ? "" : ", tzdata \(preview.resolver.zoneData)"
    return CleanText("\(schedule.name)\(role), times in \(zone.name)\(data)").characters
  }

  private var table: TextTable {
    var table = TextTable(["FROM", "TO", "LENGTH", "ON CALL", "WHY"])
    for stretch in preview.timeline.stretches {
      guard stretch.holders.isEmpty else {
        var people = stretch.holders.map { preview.name($0.person) }.joined(separator: ", ")
        let learners = stretch.shadows.map { preview.name($0.person) }
        if !learners.isEmpty { people += " (\(learners.joined(separator: ", ")) learning)" }
        add(stretch.period, people, reasons(stretch), to: &table)
        continue
      }
      for (part, isNeeded) in parts(ofGap: stretch.period) {
        add(part, "nobody", isNeeded ? "GAP" : "not needed", to: &table)
      }
    }
    return table
  }

  private func add(
    _ period: Period, _ people: String, _ why: String, to table: inout TextTable
  ) {
    let isMarked = changes.contains { period.start < $0.at && $0.at < period.end }
    let length = period.milliseconds.lengthInWords + (isMarked ? " *" : "")
    table.add([moment(period.start), moment(period.end), length, people, why])
  }

  /// A gap cut at the hours in which somebody has to be on call.
  private func parts(ofGap gap: Period) -> [(period: Period, isNeeded: Bool)] {
    guard let needed = preview.neededHours(in: gap) else { return [(gap, true)] }
    let inside = [gap].intersecting(needed).map { ($0, true) }
    let outside = [gap].subtracting(needed).map { ($0, false) }
    return (inside + outside).sorted { $0.0.start < $1.0.start }
  }

  /// The reasons of a stretch, each once.
  private func reasons(_ stretch: Stretch) -> String {
    var reasons: [String] = []
    for holder in stretch.holders {
      let words = words(holder.reason, at: stretch.period.start)
      if !reasons.contains(words) { reasons.append(words) }
    }
    return reasons.joined(separator: "; ")
  }

  private func words(_ reason: Reason, at instant: Instant) -> String {
    var words: [String] = []
    switch reason.source {
    case .layer:
      words.append(preview.layer(reason, at: instant) ?? "a layer")
      if let turn = reason.turn { words.append("turn \(turn.index)") }
    case .override, .ledger: break
    case .fixedPlan: words.append("fixed plan")
    case .fallback: words.append("fallback of a fixed plan")
    }
    if let override = reason.override {
      let replaced = reason.insteadOf.map { "instead of \(preview.name($0)) by " } ?? ""
      words.append(replaced + preview.place(override))
    }
    return words.joined(separator: ", ")
  }

  /// `Sun 2026-03-08 02:30`, with the offset where clocks show it twice.
  private func moment(_ instant: Instant) -> String {
    let local = zone.local(instant)
    var words = "\(local.weekday.name.prefix(3)) \(local.words)"
    if case .repeated = zone.reading(of: local) {
      words += " " + zone.offset(at: instant).offsetInWords
    }
    return changeDays.contains(local.date) ? words + " *" : words
  }

  private func words(_ change: Zone.ClockChange) -> String {
    let (before, after) = (change.reading, zone.local(change.at))
    let way = change.after > change.before ? "forward" : "back"
    return
      "* \(before.weekday.name.prefix(3)) \(before.date): clocks go \(way) from \(before.time) "
      + "to \(after.time), \(change.after.offsetInWords) from then on"
  }

  private var conflicts: [String] {
    preview.resolver.conflicts(with: preview.file.absences, in: period).map { conflict in
      let note = conflict.absence.note.isEmpty ? "" : " (\(conflict.absence.note))"
      let overlap = conflict.overlap
      return CleanText(
        "! \(preview.name(conflict.absence.person)) is away\(note) and on call "
          + "\(moment(overlap.start)) to \(moment(overlap.end))"
      ).characters
    }
  }

  private var summary: String {
    let people = Set(preview.timeline.stretches.flatMap(\.holders).map(\.person)).count
    let handoffs = preview.timeline.handoffs.count
    let gaps = preview.gaps.flatMap { parts(ofGap: $0) }.filter(\.isNeeded).map(\.period)
    let together = gaps.isEmpty ? "" : ", \(gaps.coveredMilliseconds.lengthInWords) together"
    return "\(people) \(people == 1 ? "person" : "people"), "
      + "\(handoffs) \(handoffs == 1 ? "handoff" : "handoffs"), "
      + "\(gaps.isEmpty ? "no" : "\(gaps.count)") \(gaps.count == 1 ? "gap" : "gaps")\(together)"
  }
}

extension SchedulePreview {
  /// The hours of a period in which somebody has to be on call; nil is always.
  func neededHours(in period: Period) -> [Period]? {
    guard !target.isEmpty else { return nil }
    return target.flatMap { $0.periods(in: period) }.united()
  }
}

extension Int64 {
  /// A length in milliseconds: `7 d`, `6 d 23 h`, `8 h 30 min`, `45 s`.
  fileprivate var lengthInWords: String {
    let seconds = self / 1000
    let parts = [
      (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"),
      (seconds % 60, "s"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return words.isEmpty ? "0 s" : words.joined(separator: " ")
  }
}

extension Int {
  /// Seconds ahead of UTC: `UTC-05:00`.
  fileprivate var offsetInWords: String {
    let (hours, minutes) = (abs(self) / 3600, abs(self) / 60 % 60)
    let digits = [hours, minutes].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return "UTC\(self < 0 ? "-" : "+")\(digits)"
  }
}
