/// What would happen to a page if nobody touched it: which step fires when, and who is told.
public struct EscalationPlan: Sendable, Equatable {
  /// In the order they fire; the last may be a page that is held.
  public let firings: [EscalationFiring]

  /// The first firing after a moment, for a countdown; nil when none is planned.
  public func next(after moment: Instant) -> EscalationFiring? {
    firings.first { $0.at > moment }
  }

  /// Whether a page waits in the end until somebody is on call.
  public var isHeld: Bool { firings.last?.reach == .held }

  /// Whether only the last resort is told at some moment, or nobody at all.
  public var isStranded: Bool { firings.contains { $0.reach == .lastResort } }
}

extension EscalationPolicy {
  /// The whole course of an escalation from a moment on.
  ///
  /// Who is on call is asked for the moment at which each step fires. The plan ends at `end`, for
  /// past the last repeat it would go on hourly for ever, or where the page is held.
  ///
  /// - Parameters:
  ///   - rung: the rung that fires at `start`; the first for a page that is just opened.
  ///   - end: no firing lies at or after it; 24 hours after the start when nil.
  public func plan(
    _ urgency: Urgency, from start: Instant, rung: Int = 1, until end: Instant? = nil,
    turn: Int = 0, onCall: OnCall
  ) -> EscalationPlan {
    let end = end ?? start.advanced(by: Instant.day)
    var firings: [EscalationFiring] = []
    var rung = rung
    var next: Instant? = start
    while let moment = next, moment < end {
      let firing = fire(rung, urgency, at: moment, turn: turn, onCall: onCall)
      firings.append(firing)
      rung = firing.reach.rung(after: firing.rung)
      next = firing.nextAt
    }
    return EscalationPlan(firings: firings)
  }
}
