/// The events of an imported calendar as segments of a layer, within any range asked for.
struct CalendarOccurrences: Sendable {
  private let series: [CalendarSeries]

  init(_ calendar: ImportedCalendar, zones: ZoneCatalog) throws(ZoneError) {
    var replaced: [String: [CalendarTime]] = [:]
    for event in calendar.events {
      if let time = event.replaces { replaced[event.uid, default: []].append(time) }
    }
    var series: [CalendarSeries] = []
    for event in calendar.events where !event.isCancelled && event.duration > 0 {
      let zone = try zones.zone(event.start.zone)
      var left: Set<Instant> = []
      var leftDays: Set<CivilDate> = []
      let isReplaceable = event.replaces == nil && event.rule != nil
      for time in event.exceptions + (isReplaceable ? replaced[event.uid] ?? [] : []) {
        left.insert(try zones.zone(time.zone).first(of: time.local))
        if time.isDay { leftDays.insert(time.local.date) }
      }
      var until: Instant?
      if let end = event.rule?.until {
        // A day counts to its end, in the zone of the start.
        until =
          end.isDay
          ? zone.first(of: end.local.advanced(by: 86_400)).advanced(by: -1)
          : try zones.zone(end.zone).first(of: end.local)
      }
      series.append(
        CalendarSeries(
          event: event, zone: zone, left: left, leftDays: leftDays, until: until,
          lastDay: event.rule?.lastDay(startingOn: event.start.local.day)))
    }
    self.series = series
  }

  /// Whose shifts have an instant of the period in them, by start.
  func segments(in period: Period) -> [Segment] {
    let asked = period.intersection(.always)
    guard !asked.isEmpty else { return [] }
    return series.flatMap { $0.segments(in: asked) }.sorted { $0.period.start < $1.period.start }
  }
}

/// One event and all that it repeats.
private struct CalendarSeries: Sendable {
  let event: ImportedCalendar.Event
  let zone: Zone
  /// Starts that are left out or replaced.
  let left: Set<Instant>
  /// Whole days that are left out or replaced.
  let leftDays: Set<CivilDate>
  /// The last instant at which one may start.
  let until: Instant?
  /// The day of the last one where they are counted, since 1970.
  let lastDay: Int?

  func segments(in period: Period) -> [Segment] {
    var cursor = ZoneCursor(zone)
    let start = event.start.local
    guard let rule = event.rule else {
      return [segment(start, &cursor)].filter { $0.period.overlaps(period) }
    }
    // Two days more to either side than the clocks say are more than any zone needs.
    let first = cursor.local(period.start).advanced(by: -event.duration).day - 2
    let last = min(cursor.local(period.end).day + 2, lastDay ?? .max)
    var segments: [Segment] = []
    rule.forEachDay(startingOn: start.day, from: first, through: last) { day in
      let local = LocalTime(seconds: Int64(day) * 86_400 + Int64(start.time.seconds))
      let segment = segment(local, &cursor)
      if let until, segment.period.start > until { return false }
      let isLeft = left.contains(segment.period.start) || leftDays.contains(local.date)
      if !isLeft, segment.period.overlaps(period) { segments.append(segment) }
      return true
    }
    return segments
  }

  private func segment(_ start: LocalTime, _ cursor: inout ZoneCursor) -> Segment {
    let end = start.advanced(by: event.duration)
    return Segment(
      period: Period(cursor.first(of: start), cursor.first(of: end)), turn: nil,
      people: event.people)
  }
}
