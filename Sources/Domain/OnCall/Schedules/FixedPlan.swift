/// A time planned shift by shift: inside it no layer and no override counts.
public struct FixedPlan: Sendable, Hashable, Codable {
  /// The permanent id.
  public var id: EntityID
  /// From when until when it replaces the plan.
  public var period: Period
  /// Its shifts, one person each; what lies outside the period does not count.
  public var shifts: [PersonShift]
  /// Who is on call in its holes; nil leaves them gaps.
  public var fallback: EntityID?

  /// A fixed plan.
  public init(
    id: EntityID, _ period: Period, shifts: [PersonShift], fallback: EntityID? = nil
  ) {
    self.id = id
    self.period = period
    self.shifts = shifts
    self.fallback = fallback
  }

  /// The plan cut to a period, its shifts too.
  public func cut(to limits: Period) -> FixedPlan {
    var plan = self
    plan.period = period.intersection(limits)
    plan.shifts = plan.shifts.map { PersonShift($0.person, $0.period.intersection(plan.period)) }
      .filter { !$0.period.isEmpty }
    return plan
  }

  /// The plan from an instant on; what lies before it belongs to the past.
  public func trimmed(from start: Instant) -> FixedPlan { cut(to: Period(start, period.end)) }

  /// The plan up to an instant.
  public func trimmed(until end: Instant) -> FixedPlan { cut(to: Period(period.start, end)) }
}

/// The time of one person, whatever the reason.
public struct PersonShift: Sendable, Hashable, Codable {
  /// Who.
  public var person: EntityID
  /// From when until when.
  public var period: Period

  /// A shift.
  public init(_ person: EntityID, _ period: Period) {
    self.person = person
    self.period = period
  }
}

extension [FixedPlan] {
  /// The same plans without two that overlap.
  ///
  /// Those that overlap become one under the earlier id, with the first
  /// fallback there is; the shifts of one person that overlap or touch become
  /// one, and each is cut to its own plan first.
  public func merged() -> [FixedPlan] {
    var merged: [FixedPlan] = []
    let ordered = map { $0.cut(to: $0.period) }.filter { !$0.period.isEmpty }
      .sorted { ($0.period.start, $0.id) < ($1.period.start, $1.id) }
    for plan in ordered {
      guard let last = merged.last, plan.period.start < last.period.end else {
        merged.append(plan)
        continue
      }
      merged[merged.count - 1] = FixedPlan(
        id: Swift.min(last.id, plan.id),
        Period(last.period.start, Swift.max(last.period.end, plan.period.end)),
        shifts: last.shifts + plan.shifts, fallback: last.fallback ?? plan.fallback)
    }
    return merged.map { $0.joiningShifts() }
  }
}

extension [FixedPlan] {
  /// The plans after those of a file took their place from an instant on.
  ///
  /// What they say of the time before stays: a plan that is over is kept, one that runs is cut
  /// there or goes on as the file has it, and only one that has not begun is dropped.
  func replaced(by file: [FixedPlan], at now: Instant) -> [FixedPlan] {
    let kept = compactMap { plan -> FixedPlan? in
      let new = file.first { $0.id == plan.id }
      guard plan.period.end > now, plan != new else { return plan }
      guard plan.period.start < now else { return new }
      guard let new, new.period.end > now else { return plan.trimmed(until: now) }
      return plan.goingOn(as: new, from: now)
    }
    let added = file.filter { new in
      new.period.end > now && !contains { $0.id == new.id }
    }
    return kept + added.map { $0.period.start < now ? $0.trimmed(from: now) : $0 }
  }
}

extension FixedPlan {
  /// The plan up to an instant and another from then on, as one.
  ///
  /// Where their fallbacks differ the holes of both are written out as shifts.
  fileprivate func goingOn(as other: FixedPlan, from now: Instant) -> FixedPlan {
    var (past, coming) = (trimmed(until: now), other.trimmed(from: now))
    if fallback != other.fallback {
      past = past.withoutFallback
      coming = coming.withoutFallback
    }
    return FixedPlan(
      id: id, Period(period.start, other.period.end), shifts: past.shifts + coming.shifts,
      fallback: coming.fallback
    ).joiningShifts()
  }

  /// The plan with shifts of its fallback person in its holes.
  private var withoutFallback: FixedPlan {
    var plan = self
    plan.fallback = nil
    guard let fallback else { return plan }
    let holes = shifts.map(\.period).remainder(of: period)
    plan.shifts += holes.map { PersonShift(fallback, $0) }
    return plan
  }

  fileprivate func joiningShifts() -> FixedPlan {
    var plan = self
    let people = Set(shifts.map(\.person))
    plan.shifts = people.flatMap { person in
      shifts.filter { $0.person == person }.map(\.period).united().map { PersonShift(person, $0) }
    }
    plan.shifts.sort {
      ($0.period.start, $0.period.end, $0.person) < ($1.period.start, $1.period.end, $1.person)
    }
    return plan
  }
}
