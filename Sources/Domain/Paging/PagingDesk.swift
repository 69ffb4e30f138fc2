/// What turns a page's wish to notify into people who are told: a policy, the people on call and
/// the maintenance windows.
public struct PagingDesk {
  /// The policy version the page is pinned to.
  public var policy: EscalationPolicy
  /// Windows that may hold pages back.
  public var windows: [MaintenanceWindow]
  /// How many pages went through the policy before, for steps that take turns.
  public var turn: Int
  /// The people a target stands for at a moment.
  public var onCall: EscalationPolicy.OnCall

  /// A desk.
  public init(
    policy: EscalationPolicy, windows: [MaintenanceWindow] = [], turn: Int = 0,
    onCall: @escaping EscalationPolicy.OnCall
  ) {
    self.policy = policy
    self.windows = windows
    self.turn = turn
    self.onCall = onCall
  }
}

extension Page {
  /// Handles an event and works out at once whom its steps tell.
  ///
  /// - Returns: effects without `notify` and `renotify`, which are performed on the page itself.
  public mutating func handle(
    _ event: PageEvent, at now: Instant, with desk: PagingDesk
  ) throws(Refusal) -> [PageEffect] {
    let effects = try handle(event, at: now)
    return try perform(effects, at: now, with: desk)
  }

  /// Performs the wishes to notify among the effects, and passes on the others.
  public mutating func perform(
    _ effects: [PageEffect], at now: Instant, with desk: PagingDesk
  ) throws(Refusal) -> [PageEffect] {
    var performed: [PageEffect] = []
    for effect in effects {
      switch effect {
      case .notify, .renotify:
        let isHeldBack = MaintenanceWindow.hold(
          desk.windows, service: service, labels: labels, at: now)
        let event = isHeldBack ? .windowBegins : answer(to: effect, at: now, with: desk)
        performed += try handle(event, at: now)
      default: performed.append(effect)
      }
    }
    return performed
  }

  private func answer(to effect: PageEffect, at now: Instant, with desk: PagingDesk) -> PageEvent {
    let policy = desk.policy
    if case .notify(let rung) = effect {
      return .fired(policy.fire(rung, urgency, at: now, turn: desk.turn, onCall: desk.onCall))
    }
    let rung = escalation?.rung ?? 1
    return .alsoTold(
      policy.people(onRung: rung, at: now, turn: desk.turn, onCall: desk.onCall))
  }
}
