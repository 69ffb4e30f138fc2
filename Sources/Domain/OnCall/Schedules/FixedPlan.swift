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

  /// The plans without what they say about a period; one that reaches over it becomes two.
  ///
  /// The part after the period gets its id from `newID`, which is asked in the order of the plans.
  public func cleared(_ period: Period, newID: () -> EntityID) -> [FixedPlan] {
    flatMap { plan in
      guard plan.period.overlaps(period) else { return [plan] }
      let before = plan.trimmed(until: period.start)
      var after = plan.trimmed(from: period.end)
      if !before.period.isEmpty, !after.period.isEmpty { after.id = newID() }
      return [before, after].filter { !$0.period.isEmpty }
    }
  }
}

extension FixedPlan {
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
