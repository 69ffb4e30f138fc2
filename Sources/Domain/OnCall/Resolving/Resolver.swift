/// Answers who is on call, for an instant and for a period alike.
///
/// One function cuts time at every boundary of anything involved and evaluates
/// each piece at its start; an instant is a period of a millisecond. It is
/// pure: the same schedule, zones and instant give the same answer everywhere.
///
/// 1. Before the ledger's closing time the ledger answers.
/// 2. Inside a fixed plan only its shifts count; a hole goes to its fallback.
/// 3. Else the people of the highest layers that have anybody; one priority is united.
/// 4. Overrides: the strongest cover, then removals and replacements at once, then additions.
public struct Resolver: Sendable {
  /// What is resolved.
  public let schedule: Schedule
  /// The zone in which the schedule is drawn and explained.
  public let zone: Zone
  /// The version of the zone data, to be recorded beside what is computed.
  public let zoneData: String
  /// People who may not be on call.
  public let barred: Barred

  /// In order; each ends where the next begins.
  let versions: [(period: Period, layers: [LayerPlan])]
  /// The strongest first.
  let overrides: [Override]
  let fixedPlans: [FixedPlan]
  /// When somebody has to be on call; always when there are none.
  let target: [Openings]

  /// A resolver for a schedule; throws when the catalogue lacks a zone it names.
  public init(
    _ schedule: Schedule, zones: ZoneCatalog, barred: Barred = Barred()
  ) throws(ZoneError) {
    self.schedule = schedule
    self.barred = barred
    zone = try zones.zone(schedule.zone)
    zoneData = zones.version
    overrides = schedule.overrides.filter { !$0.period.isEmpty }.sorted { $0.isStronger(than: $1) }
    fixedPlans = schedule.fixedPlans.merged()
    var target: [Openings] = []
    for window in schedule.target { target.append(try Openings(window, zones: zones)) }
    self.target = target
    let ordered = schedule.versions.sorted { $0.start < $1.start }
    var versions: [(period: Period, layers: [LayerPlan])] = []
    for (index, version) in ordered.enumerated() {
      let end = index + 1 < ordered.count ? ordered[index + 1].start : .distantFuture
      let period = Period(version.start, end)
      guard !period.isEmpty else { continue }
      var layers: [LayerPlan] = []
      for layer in version.layers { layers.append(try LayerPlan(layer, zones: zones)) }
      versions.append((period, layers))
    }
    self.versions = versions
  }

  /// Who is on call at an instant, and why.
  public func resolve(_ instant: Instant) -> Stretch {
    let instant = min(max(instant, .distantPast), .distantFuture)
    let moment = Period(instant, instant.advanced(by: 1))
    return timeline(in: moment).stretches.first
      ?? Stretch(period: moment)
  }

  /// Who is on call over a period.
  ///
  /// The period is held within the years -8000 to 10,900; an empty one has no stretches.
  public func timeline(in period: Period) -> Timeline {
    let period = period.intersection(.always)
    guard !period.isEmpty else { return Timeline(period: period, stretches: []) }
    var sweep = Evaluation(self, in: period)
    var stretches: [Stretch] = []
    let cuts = sweep.cuts
    for (index, start) in cuts.enumerated() {
      let end = index + 1 < cuts.count ? cuts[index + 1] : period.end
      let stretch = sweep.stretch(Period(start, end))
      if let last = stretches.last, last.isLike(stretch) {
        stretches[stretches.count - 1].period.end = end
      } else {
        stretches.append(stretch)
      }
    }
    return Timeline(period: period, stretches: stretches)
  }

  /// The shifts that run at an instant, with their true edges: who is on call, since and until when.
  public func shifts(at instant: Instant) -> [Shift] {
    wholeShifts(in: Period(instant, instant.advanced(by: 1)))
  }

  /// The shifts that have an instant of a period in them, with their true edges.
  ///
  /// To find those the period is widened, by the turn where there is one and by
  /// weeks otherwise, `weeks` at most; what runs on even then stays marked as cut.
  public func wholeShifts(in period: Period, searching weeks: Int = 8) -> [Shift] {
    var range = period.intersection(.always)
    let widest = Period(
      max(range.start.advanced(by: -Int64(min(max(weeks, 0), 5000)) * Instant.week), .distantPast),
      min(range.end.advanced(by: Int64(min(max(weeks, 0), 5000)) * Instant.week), .distantFuture))
    var step = 2 * Instant.week
    while true {
      let shifts = timeline(in: range).shifts.filter { $0.period.overlaps(period) }
      var wider = range
      for shift in shifts {
        if shift.isCutAtStart {
          let start = shift.reason.turn?.period.start ?? range.start.advanced(by: -step)
          wider.start = min(wider.start, max(start.advanced(by: -1), widest.start))
        }
        if shift.isCutAtEnd {
          let end = shift.reason.turn?.period.end ?? range.end.advanced(by: step)
          wider.end = max(wider.end, min(end.advanced(by: 1), widest.end))
        }
      }
      guard wider != range else { return shifts }
      range = wider
      step *= 2
    }
  }
}
