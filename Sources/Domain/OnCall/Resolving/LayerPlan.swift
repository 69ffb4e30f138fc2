/// A stretch during which a layer has the same people for the same reason.
struct Segment {
  var period: Period
  var turn: Turn?
  var people: [EntityID]
}

/// A layer with its zones at hand.
struct LayerPlan: Sendable {
  let layer: Layer
  private let openings: [Openings]
  private let turns: Turns?
  private let occurrences: CalendarOccurrences?

  init(_ layer: Layer, zones: ZoneCatalog) throws(ZoneError) {
    self.layer = layer
    var openings: [Openings] = []
    for window in layer.windows { openings.append(try Openings(window, zones: zones)) }
    self.openings = openings
    var turns: Turns?
    var occurrences: CalendarOccurrences?
    switch layer.source {
    case .rotation(let rotation): turns = try Turns(rotation, zones: zones)
    case .calendar(let calendar): occurrences = try CalendarOccurrences(calendar, zones: zones)
    case .people, .shifts: break
    }
    self.turns = turns
    self.occurrences = occurrences
  }

  /// Who the layer has during a period, in order; edges inside the period are exact.
  func segments(in period: Period) -> [Segment] {
    let segments = unlimited(in: period)
    guard !openings.isEmpty else { return segments }
    let open = openings.flatMap { $0.periods(in: period) }.united()
    var limited: [Segment] = []
    var first = 0
    // Both are in order of their starts, so that what lies behind one segment stays behind.
    for segment in segments {
      while first < open.count, open[first].end <= segment.period.start { first += 1 }
      for hours in open[first...] {
        guard hours.start < segment.period.end else { break }
        limited.append(
          Segment(
            period: hours.intersection(segment.period), turn: segment.turn, people: segment.people))
      }
    }
    return limited
  }

  private func unlimited(in period: Period) -> [Segment] {
    if let turns {
      return turns.shifts(in: period).map { shift in
        Segment(
          period: shift.period, turn: shift.turn,
          people: turns.rotation.people(ofTurn: shift.turn.index))
      }
    }
    if let occurrences { return occurrences.segments(in: period) }
    switch layer.source {
    case .people(let people): return [Segment(period: .always, people: people)]
    case .shifts(let shifts):
      return shifts.filter { $0.period.overlaps(period) }
        .sorted { $0.period.start < $1.period.start }
        .map { Segment(period: $0.period, people: $0.people) }
    case .rotation, .calendar: return []
    }
  }
}
