internal import Canvas
internal import Domain
internal import Storage

/// A change of a schedule that is worked out and not made yet.
struct PlannedChange {
  let verb: WatchVerb
  /// Nil when the schedule is new.
  let before: Schedule?
  /// Nil when the schedule is removed.
  let after: Schedule?
  /// With the zones of both.
  let bill: WatchBill
  let start: Instant
  /// Who is said to be away with it.
  var absences: [Absence] = []

  /// The most spans shown of one person.
  private static let shown = 6

  /// The removal of a schedule.
  static func removal(of known: Schedule, in open: OpenBill) -> PlannedChange {
    PlannedChange(
      verb: .removeSchedule(known.id), before: known, after: nil, bill: open.bill, start: open.now)
  }

  /// Whose shifts move within eight weeks and who is away, a line each.
  func lines(_ open: OpenBill) throws -> [String] {
    guard let shown = after ?? before else { return [] }
    var words = open.words
    words.clock = WallClock(try bill.zones.zone(shown.zone))
    let coming = absences.filter { $0.period.end > open.now }.map { absence in
      let note = absence.note.isEmpty ? "" : " (\(absence.note))"
      return "\(words.mention(absence.person)) is away "
        + words.span(absence.period.start, absence.period.end) + note
    }
    let lines = try before.map { try moves(from: $0, open, words) } ?? handoffs(shown, open, words)
    return (lines + coming).map { CleanText($0).characters }
  }

  /// What else there is to know of it, as far as nothing refuses it.
  func warnings(_ open: OpenBill) throws -> [String] {
    try bill.plan(
      verb, by: open.acting(), at: open.now, newID: open.workspace.store.environment.newID
    ).warnings
  }

  private func handoffs(
    _ schedule: Schedule, _ open: OpenBill, _ words: Wording
  ) throws -> [String] {
    let timeline = try bill.resolver(of: schedule).timeline(in: ahead(open.now))
    return ["\(schedule.name) is new; its next handoffs (\(schedule.zone)):"]
      + timeline.handoffs.prefix(3).map {
        "  \(words.moment($0.at))  \(words.mentions($0.incoming)) on call"
      }
  }

  private func moves(
    from before: Schedule, _ open: OpenBill, _ words: Wording
  ) throws -> [String] {
    var nobody = before
    (nobody.versions, nobody.overrides, nobody.fixedPlans) = ([], [], [])
    let moves = RosterPreview(
      from: try bill.resolver(of: before), to: try bill.resolver(of: after ?? nobody),
      now: open.now
    ).moves
    let isRemoval = after == nil
    guard !moves.isEmpty else {
      return [
        isRemoval
          ? "nobody is on call in \(before.name) within eight weeks"
          : "no shift moves within eight weeks"
      ]
    }
    let moment = isRemoval ? "without \(before.name)" : "from \(words.moment(start))"
    return ["\(moment), within eight weeks (times in \((after ?? before).zone)):"]
      + moves.flatMap { move in
        spans(move.loses, "\(words.mention(move.person)) no longer", words)
          + spans(move.gains, "\(words.mention(move.person)) newly", words)
      }.map { "  " + $0 }
  }

  private func ahead(_ now: Instant) -> Period { Period(now, now.advanced(by: 8 * Instant.week)) }

  private func spans(_ periods: [Period], _ who: String, _ words: Wording) -> [String] {
    let hidden = periods.count - PlannedChange.shown
    return periods.prefix(PlannedChange.shown).map { "\(who) \(words.span($0.start, $0.end))" }
      + (hidden > 0 ? ["\(who) \(hidden) more times"] : [])
  }
}
