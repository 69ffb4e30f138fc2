/// One walk through a period: what is active at each cut, and who is on call there.
struct Evaluation {
  private struct Track {
    let layer: Layer
    let segments: [Segment]
    var sweep: Sweep

    /// Whether the walk stands in a shift of the layer without anybody in it.
    var hasEmptyShift: Bool { sweep.active.contains { segments[$0].people.isEmpty } }

    /// The people of the layer where the walk stands.
    var holders: [Holder] {
      sweep.active.flatMap { index in
        let reason = Reason(.layer(layer.id), turn: segments[index].turn)
        return segments[index].people.map { Holder(person: $0, reason: reason) }
      }
    }
  }

  private let resolver: Resolver
  private let closing: Instant
  /// Why people of the ledger's running shifts are on call, where it did not record that.
  private var running: [EntityID: Reason] = [:]
  /// The highest priority first, in the order of the schedule within one.
  private var tracks: [Track] = []
  private var ledger: Sweep
  private var fixedPlans: Sweep
  private var overrides: Sweep
  /// Every instant at which the answer may change, the start of the period first.
  let cuts: [Instant]

  init(_ resolver: Resolver, in period: Period) {
    self.resolver = resolver
    let closing = resolver.schedule.ledger.closedUntil ?? .distantPast
    self.closing = closing
    let past = period.intersection(Period(.distantPast, closing))
    let planned = period.intersection(Period(closing, .distantFuture))
    var edges: [Instant] = [period.start, closing]
    edges += resolver.barred.instants

    let entries = past.isEmpty ? [] : resolver.schedule.ledger.shifts
    let recorded = entries.map { Period($0.start, min($0.end ?? closing, closing)) }
    edges.append(edgesOf: recorded, in: past)
    ledger = Sweep(recorded)
    if entries.contains(where: { $0.end == nil && $0.reason == nil }) {
      // A running shift goes on while the plan still puts the person on call.
      var next = Evaluation(resolver, in: Period(closing, closing.advanced(by: 1)))
      for holder in next.stretch(Period(closing, closing.advanced(by: 1))).holders {
        running[holder.person] = holder.reason
      }
    }

    let plans = resolver.fixedPlans.map(\.period)
    edges.append(edgesOf: plans, in: planned)
    for plan in resolver.fixedPlans where plan.period.overlaps(planned) {
      edges.append(edgesOf: plan.shifts.map(\.period), in: planned)
    }
    fixedPlans = Sweep(plans)

    let changes = resolver.overrides.map(\.period)
    edges.append(edgesOf: changes, in: planned)
    overrides = Sweep(changes)

    for version in resolver.versions where version.period.overlaps(planned) {
      edges.append(edgesOf: [version.period], in: planned)
      for plan in version.layers {
        let segments = plan.segments(in: version.period.intersection(planned))
        let periods = segments.map { $0.period.intersection(version.period) }
        edges.append(edgesOf: periods, in: planned)
        tracks.append(Track(layer: plan.layer, segments: segments, sweep: Sweep(periods)))
      }
    }
    // Sorted by place too, so that layers of one priority keep their order.
    tracks = tracks.enumerated().sorted {
      ($1.element.layer.priority, $0.offset) < ($0.element.layer.priority, $1.offset)
    }.map(\.element)

    edges.sort()
    var cuts: [Instant] = []
    for edge in edges where period.contains(edge) && edge != cuts.last { cuts.append(edge) }
    self.cuts = cuts
  }

  /// Who is on call over one piece; pieces are asked for in order and have no cut inside.
  mutating func stretch(_ period: Period) -> Stretch {
    var stretch = Stretch(period: period)
    let instant = period.start
    guard instant >= closing else {
      ledger.advance(to: instant)
      for index in ledger.active {
        let entry = resolver.schedule.ledger.shifts[index]
        let unrecorded = entry.end == nil ? running[entry.person] : nil
        stretch.holders.append(
          once: Holder(
            person: entry.person, reason: entry.reason ?? unrecorded ?? .recorded))
      }
      return stretch
    }
    fixedPlans.advance(to: instant)
    overrides.advance(to: instant)
    for index in tracks.indices { tracks[index].sweep.advance(to: instant) }
    if let plan = fixedPlans.active.first {
      evaluate(resolver.fixedPlans[plan], at: instant, into: &stretch)
    } else {
      evaluateLayers(at: instant, into: &stretch)
    }
    return stretch
  }

  private func evaluate(_ plan: FixedPlan, at instant: Instant, into stretch: inout Stretch) {
    for shift in plan.shifts where shift.period.contains(instant) {
      add(Holder(person: shift.person, reason: Reason(.fixedPlan(plan.id))), to: &stretch, instant)
    }
    if stretch.holders.isEmpty, let fallback = plan.fallback {
      add(Holder(person: fallback, reason: Reason(.fallback(plan.id))), to: &stretch, instant)
    }
  }

  private func evaluateLayers(at instant: Instant, into stretch: inout Stretch) {
    let rules = ActiveOverrides(overrides.active.map { resolver.overrides[$0] })
    var people: [Holder] = []
    if let cover = rules.cover {
      people = cover.covering
    } else {
      people = base(rules, at: instant, into: &stretch)
    }
    for holder in rules.apply(to: people) { add(holder, to: &stretch, instant) }
    for track in tracks where track.layer.isShadow {
      for holder in track.holders where resolver.barred.mayServe(holder.person, at: instant) {
        stretch.shadows.append(once: holder)
      }
    }
  }

  /// The people of the highest layers that have anybody who may serve, or whose place is taken.
  private func base(
    _ rules: ActiveOverrides, at instant: Instant, into stretch: inout Stretch
  ) -> [Holder] {
    var index = 0
    while index < tracks.count {
      let priority = tracks[index].layer.priority
      var people: [Holder] = []
      while index < tracks.count, tracks[index].layer.priority == priority {
        if !tracks[index].layer.isShadow {
          if tracks[index].hasEmptyShift { stretch.hasEmptyShift = true }
          for holder in tracks[index].holders { people.append(once: holder) }
        }
        index += 1
      }
      let hasAnybody = people.contains { holder in
        resolver.barred.mayServe(holder.person, at: instant)
          || rules.substitute(of: holder.person).map {
            resolver.barred.mayServe($0, at: instant)
          } == true
      }
      if hasAnybody { return people }
      for holder in people { stretch.barred.append(once: holder) }
    }
    return []
  }

  private func add(_ holder: Holder, to stretch: inout Stretch, _ instant: Instant) {
    if resolver.barred.mayServe(holder.person, at: instant) {
      stretch.holders.append(once: holder)
    } else {
      stretch.barred.append(once: holder)
    }
  }
}

extension [Holder] {
  /// Adds a person who is not there yet; who is there already keeps the place.
  mutating func append(once holder: Holder) {
    if !contains(where: { $0.person == holder.person }) { append(holder) }
  }
}

extension [Instant] {
  /// Adds both edges of the periods that have an instant of the limits in them.
  fileprivate mutating func append(edgesOf periods: [Period], in limits: Period) {
    for period in periods where period.overlaps(limits) {
      append(period.start)
      append(period.end)
    }
  }
}
