/// A step that fired: whom it told, and when the next one is due.
public struct EscalationFiring: Sendable, Equatable {
  /// Counts the steps of every pass from 1, and past the last repeat the hourly calls.
  public var rung: Int
  /// The step of the policy, from 1; nil when no step reached anybody.
  public var step: Int?
  /// When it fired.
  public var at: Instant
  /// Who was told, each once; nobody while held.
  public var people: [EntityID]
  /// When the next step is due; nil while held.
  public var nextAt: Instant?
  /// Whether people on call were reached, or only the last resort, or nobody.
  public var reach: Page.Reach

  /// A firing.
  public init(
    rung: Int, step: Int?, at: Instant, people: [EntityID], nextAt: Instant?,
    reach: Page.Reach = .onCall
  ) {
    self.rung = rung
    self.step = step
    self.at = at
    self.people = people
    self.nextAt = nextAt
    self.reach = reach
  }
}

extension EscalationPolicy {
  /// How long a page is quiet between two calls once every pass is over.
  public static let renotifyAfter = Instant.hour

  /// The people a target stands for at a moment: `{ target, moment in [person] }`.
  public typealias OnCall = (Target, Instant) -> [EntityID]

  /// The rungs of all passes; those after it are the hourly calls.
  public var rungCount: Int { steps.count * (repeats + 1) }

  /// Fires a rung: says whom it tells now, and when the next one is due.
  ///
  /// Rung r is step `(r - 1) mod n` of pass `(r - 1) / n`, both from 0. A step that reaches nobody
  /// takes no time: the next one fires at once. When n steps in a row (a whole pass) reach nobody,
  /// a page of low urgency is held, and one of high urgency goes to the last resort and tries the
  /// same rung again in an hour. Past the last rung the last step is told every hour; if it
  /// reaches nobody, the first step that does.
  ///
  /// - Parameters:
  ///   - rung: from 1; anything past `rungCount` is the hourly call.
  ///   - turn: how many pages went through this policy before, for steps that take turns.
  ///   - onCall: resolved now, not when the page was opened.
  public func fire(
    _ rung: Int, _ urgency: Urgency, at now: Instant, turn: Int = 0, onCall: OnCall
  ) -> EscalationFiring {
    let first = max(1, rung)
    for candidate in first..<first + steps.count where candidate <= rungCount {
      let index = (candidate - 1) % steps.count
      let people = told(by: steps[index], at: now, turn: turn + pass(of: candidate), onCall)
      guard !people.isEmpty else { continue }
      return EscalationFiring(
        rung: candidate, step: index + 1, at: now, people: people,
        nextAt: now.advanced(by: steps[index].wait))
    }
    if first + steps.count - 1 > rungCount,
      let call = hourlyCall(max(first, rungCount + 1), at: now, turn: turn, onCall)
    {
      return call
    }
    if urgency == .low {
      return EscalationFiring(
        rung: first, step: nil, at: now, people: [], nextAt: nil, reach: .held)
    }
    return EscalationFiring(
      rung: first, step: nil, at: now, people: lastResort.map { [$0] } ?? [],
      nextAt: now.advanced(by: EscalationPolicy.renotifyAfter), reach: .lastResort)
  }

  /// Everybody a rung stands for at a moment, for those who come on call while it waits.
  public func people(
    onRung rung: Int, at now: Instant, turn: Int = 0, onCall: OnCall
  ) -> [EntityID] {
    let rung = max(1, rung)
    let index = rung > rungCount ? steps.count - 1 : (rung - 1) % steps.count
    return told(by: steps[index], at: now, turn: turn + pass(of: rung), onCall)
  }

  private func hourlyCall(
    _ rung: Int, at now: Instant, turn: Int, _ onCall: OnCall
  ) -> EscalationFiring? {
    let turn = turn + pass(of: rung)
    for index in [steps.count - 1] + Array(0..<steps.count - 1) {
      let people = told(by: steps[index], at: now, turn: turn, onCall)
      guard !people.isEmpty else { continue }
      return EscalationFiring(
        rung: rung, step: index + 1, at: now, people: people,
        nextAt: now.advanced(by: EscalationPolicy.renotifyAfter))
    }
    return nil
  }

  /// The pass a rung belongs to, from 0; every hourly call counts as one.
  private func pass(of rung: Int) -> Int {
    rung > rungCount ? repeats + rung - rungCount : (rung - 1) / steps.count
  }

  private func told(
    by step: Step, at now: Instant, turn: Int, _ onCall: OnCall
  ) -> [EntityID] {
    var people: [EntityID] = []
    for person in step.targets.flatMap({ onCall($0, now) }) where !people.contains(person) {
      people.append(person)
    }
    guard step.manner == .roundRobin, !people.isEmpty else { return people }
    return [people[turn % people.count]]
  }
}
