/// What is wrong with the cover to come; only the future, never what is past.
public struct CoverageReport: Sendable, Equatable {
  /// What was looked at.
  public var period: Period
  /// What is wrong, by start.
  public var findings: [Finding]
  /// How long somebody has to be on call, in milliseconds.
  public var wanted: Int64
  /// How much of that somebody is.
  public var covered: Int64

  /// One thing that is wrong.
  public struct Finding: Sendable, Hashable {
    /// What.
    public var kind: Kind
    /// From when until when.
    public var period: Period
    /// Whom it concerns; nobody for a gap.
    public var people: [EntityID]

    /// A finding.
    public init(kind: Kind, period: Period, people: [EntityID] = []) {
      self.kind = kind
      self.period = period
      self.people = people
    }
  }

  /// What can be wrong.
  public enum Kind: String, Sendable, CaseIterable {
    /// Nobody is on call.
    case gap
    /// Only people who may not be on call.
    case empty
    /// Somebody without a working way to be reached.
    case unreachable
    /// The same person in two steps of an escalation.
    case doubled
  }

  /// Whether anything is wrong: the exit code of a script.
  public var hasFindings: Bool { !findings.isEmpty }

  /// A report of these findings.
  public init(period: Period, findings: [Finding], wanted: Int64 = 0, covered: Int64 = 0) {
    self.period = period
    self.findings = findings
    self.wanted = wanted
    self.covered = covered
  }
}

extension Resolver {
  /// When nobody is on call although somebody has to be, in order.
  public func gaps(in period: Period) -> [Gap] {
    let wanted = wanted(in: period)
    return timeline(in: period).gaps.flatMap { gap in
      [gap.period].intersecting(wanted).map { Gap(kind: gap.kind, period: $0, people: gap.people) }
    }
  }

  /// When somebody has to be on call in a period: the coverage target, or all of it without one.
  public func wanted(in period: Period) -> [Period] {
    guard !target.isEmpty else { return period.isEmpty ? [] : [period] }
    return target.flatMap { $0.periods(in: period) }.united().intersecting([period])
  }

  /// Whether somebody has to be on call at an instant.
  public func isNeeded(at instant: Instant) -> Bool {
    !wanted(in: Period(instant, instant.advanced(by: 1))).isEmpty
  }

  /// What is wrong with the cover from now on, within the schedule's coverage target.
  ///
  /// `unreachable` are people without a working contact method.
  public func coverage(
    now: Instant, days: Int = 30, unreachable: Set<EntityID> = []
  ) -> CoverageReport {
    let days = Int64(min(max(days, 0), 3660))
    let period = Period(now, now.advanced(by: days * Instant.day))
    let wanted = wanted(in: period)
    var findings: [CoverageReport.Finding] = []
    func add(_ kind: CoverageReport.Kind, _ period: Period, _ people: [EntityID]) {
      for part in [period].intersecting(wanted) {
        if let last = findings.last(where: { $0.kind == kind }), last.people == people,
          last.period.end == part.start,
          let index = findings.lastIndex(where: { $0.kind == kind })
        {
          findings[index].period.end = part.end
        } else {
          findings.append(CoverageReport.Finding(kind: kind, period: part, people: people))
        }
      }
    }
    var covered: [Period] = []
    for stretch in timeline(in: period).stretches {
      guard let gap = stretch.gap else {
        covered.append(stretch.period)
        let people = stretch.holders.map(\.person).filter(unreachable.contains)
        if !people.isEmpty { add(.unreachable, stretch.period, people) }
        continue
      }
      add(gap == .nobody ? .gap : .empty, stretch.period, stretch.barred.map(\.person))
    }
    findings.sort { ($0.period.start, $0.kind.rawValue) < ($1.period.start, $1.kind.rawValue) }
    return CoverageReport(
      period: period, findings: findings, wanted: wanted.coveredMilliseconds,
      covered: covered.intersecting(wanted).coveredMilliseconds)
  }
}

extension CoverageReport {
  /// Times at which one person is in two steps of an escalation, by start.
  ///
  /// Each step is the timelines of its schedules; the second step is meant for
  /// when the first does not answer, so the same person there is no help.
  public static func doubled(steps: [[Timeline]]) -> [Finding] {
    let people = steps.map { timelines in
      timelines.map(\.periodsByPerson).reduce(into: [:]) { all, more in
        all.merge(more) { ($0 + $1).united() }
      }
    }
    var shared: [EntityID: [Period]] = [:]
    for (index, step) in people.enumerated() {
      for later in people[(index + 1)...] {
        for (person, periods) in step {
          shared[person, default: []] += periods.intersecting(later[person] ?? [])
        }
      }
    }
    return shared.flatMap { person, periods in
      periods.united().map { Finding(kind: .doubled, period: $0, people: [person]) }
    }.sorted { ($0.period.start, $0.people[0]) < ($1.period.start, $1.people[0]) }
  }
}
