/// Why a schedule is not changed; nothing was.
public enum ScheduleRefusal: Error, Sendable, Equatable {
  case endsBeforeItStarts(Period)
  /// It would change what has happened; the instant is the earliest possible.
  case past(earliest: Instant)
  /// A fixed plan covers part of the time, and inside it no override counts.
  case insideFixedPlan(EntityID, Period)
  case replacesThemselves
  case sameLayerTwice(String)
  case rotation(layer: String, RotationProblem)
}

extension ScheduleRefusal: CustomStringConvertible {
  /// The refusal as one sentence that says what to do.
  public var description: String {
    switch self {
    case .endsBeforeItStarts(let period):
      "\(period.start.iso8601) is not before \(period.end.iso8601); swap the two or move the end"
    case .past(let earliest):
      "what has happened cannot be changed; begin at \(earliest.iso8601) or later"
    case .insideFixedPlan(_, let period):
      "a fixed plan decides from \(period), where overrides do not count; edit that plan instead"
    case .replacesThemselves: "nobody can take their own place; name another person"
    case .sameLayerTwice(let name):
      "the layer \"\(name)\" is there twice; give one of the two another id"
    case .rotation(let layer, let problem): "layer \"\(layer)\": \(problem)"
    }
  }
}

extension Schedule {
  /// Throws why an override cannot be laid over the schedule from now on.
  ///
  /// It must end after it starts and after now, start no earlier than the
  /// ledger is closed, lie outside every fixed plan, and not replace a person
  /// by the same person.
  public func check(_ override: Override, now: Instant) throws(ScheduleRefusal) {
    guard !override.period.isEmpty else { throw .endsBeforeItStarts(override.period) }
    let closed = ledger.closedUntil ?? .distantPast
    guard override.period.start >= closed, override.period.end > now else {
      throw .past(earliest: max(closed, now))
    }
    if let plan = fixedPlans.first(where: { $0.period.overlaps(override.period) }) {
      throw .insideFixedPlan(plan.id, plan.period)
    }
    if case .replace(let person, let other) = override.kind, person == other {
      throw .replacesThemselves
    }
  }

  /// The overrides about the same person at the same time, the strongest first: worth a warning.
  ///
  /// Where two covers meet it is the same: only the stronger one counts.
  public func rivals(of override: Override) -> [Override] {
    overrides.filter { other in
      guard other.id != override.id, other.period.overlaps(override.period) else { return false }
      if let subject = override.subject { return other.subject == subject }
      if case .cover = override.kind, case .cover = other.kind { return true }
      return false
    }.sorted { $0.isStronger(than: $1) }
  }

  /// The schedule with another version from an instant on.
  ///
  /// Versions that would have begun at that instant or later are replaced.
  /// Throws when it reaches back before now or the ledger's closing time, when
  /// two layers have one id, or when a rotation cannot be.
  public func adding(_ version: Version, now: Instant) throws(ScheduleRefusal) -> Schedule {
    let earliest = max(now, ledger.closedUntil ?? .distantPast)
    guard version.start >= earliest || versions.isEmpty else { throw .past(earliest: earliest) }
    try version.check()
    var schedule = self
    schedule.versions.removeAll { $0.start >= version.start }
    schedule.versions.append(version)
    return schedule
  }
}

extension Schedule.Version {
  /// Throws when two layers have one id, or when a rotation cannot be.
  public func check() throws(ScheduleRefusal) {
    var seen: Set<EntityID> = []
    for layer in layers {
      guard seen.insert(layer.id).inserted else { throw .sameLayerTwice(layer.name) }
      guard case .rotation(let rotation) = layer.source else { continue }
      do throws(RotationProblem) {
        try rotation.check()
      } catch {
        throw .rotation(layer: layer.name, error)
      }
    }
  }
}
