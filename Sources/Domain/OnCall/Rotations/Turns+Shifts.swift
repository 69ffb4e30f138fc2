extension Turns {
  /// What of the turns is on duty inside a period, in order, edges whole.
  ///
  /// Pieces of one turn that touch or overlap are one; a piece never runs past
  /// the end of its turn. `effectiveFrom` and `until` cut a running shift.
  public func shifts(in period: Period) -> [TurnShift] {
    var cursor = ZoneCursor(zone)
    var shifts: [TurnShift] = []
    let limits = Period(
      max(rotation.effectiveFrom ?? .distantPast, .distantPast),
      min(rotation.until ?? .distantFuture, .distantFuture))
    let asked = period.intersection(limits)
    guard !asked.isEmpty, !isNever else { return [] }
    var turn = turn(at: asked.start, &cursor)
    while turn.period.start < asked.end {
      for piece in pieces(of: turn, &cursor) {
        let piece = piece.intersection(limits)
        if piece.overlaps(asked) { shifts.append(TurnShift(turn: turn, period: piece)) }
      }
      turn = self.turn(at: turn.period.end, &cursor)
    }
    return shifts
  }

  private var isNever: Bool {
    rotation.weekdays?.isEmpty == true || rotation.monthDays?.isEmpty == true
  }

  /// The stretches of one turn that are on duty.
  private func pieces(of turn: Turn, _ cursor: inout ZoneCursor) -> [Period] {
    let isFiltered = rotation.weekdays != nil || rotation.monthDays != nil
    guard isFiltered || rotation.duration != nil || rotation.occurs == .firstUnit else {
      return [turn.period]
    }
    var pieces: [Period] = []
    for unit in 0..<(rotation.occurs == .firstUnit ? 1 : length) {
      if let instant = elapsedStart(ofTurn: turn.index, unit: unit) {
        guard isEnabled(cursor.local(instant)) else { continue }
        let seconds = Int64(rotation.duration ?? 3600)
        add(Period(instant, instant.advanced(by: seconds * 1000)), to: &pieces, within: turn)
        continue
      }
      let start = count.start(ofTurn: turn.index, unit: unit)
      let end = count.start(ofTurn: turn.index, unit: unit + 1)
      guard isFiltered, rotation.unit != .hour else {
        if isEnabled(start) { add(piece(start, until: end, &cursor), to: &pieces, within: turn) }
        continue
      }
      // With days off, a turn of days, weeks or months has a shift on each day that is on.
      var day = start
      while day < end {
        let next = day.advanced(by: 86_400)
        if isEnabled(day) { add(piece(day, until: next, &cursor), to: &pieces, within: turn) }
        day = next
      }
    }
    return pieces
  }

  /// The shift that starts at a local time: it lasts its duration, else until the next one starts.
  private func piece(
    _ start: LocalTime, until next: LocalTime, _ cursor: inout ZoneCursor
  ) -> Period {
    let end = rotation.duration.map { start.advanced(by: Int64($0)) } ?? next
    return Period(cursor.first(of: start), cursor.first(of: end))
  }

  private func add(_ piece: Period, to pieces: inout [Period], within turn: Turn) {
    let piece = piece.intersection(turn.period)
    guard !piece.isEmpty else { return }
    if let last = pieces.last, piece.start <= last.end {
      pieces[pieces.count - 1].end = max(last.end, piece.end)
    } else {
      pieces.append(piece)
    }
  }

  private func isEnabled(_ start: LocalTime) -> Bool {
    if let weekdays = rotation.weekdays, !weekdays.contains(start.weekday) { return false }
    if let days = rotation.monthDays, !days.contains(start.date.day) { return false }
    return true
  }
}
