/// What can happen to a page.
///
/// People are named by id; nil stands for the sending system. Events that come from timers
/// (`escalationDue`, `deadlinePasses`, `goesStale`) change nothing when they come too early or too
/// late, so that a timer never has to be cancelled in time.
public enum PageEvent: Sendable, Equatable {
  /// A further signal with the page's key.
  case trigger(PageTrigger)
  case ack(by: EntityID?)
  /// Somebody asks for the next step now.
  case escalate(by: EntityID)
  /// The wait of the present step is over.
  case escalationDue
  /// A step was worked out and its people are told.
  case fired(EscalationFiring)
  /// Others are on call now for the present step.
  case shiftChanges
  /// These people of the present step were told as well; its timer keeps running.
  case alsoTold([EntityID])
  /// Somebody is on call again for a page that reached nobody.
  case covered
  case deadlinePasses
  case extend(until: Instant, by: EntityID)
  /// Gives the page back; nil when a handoff does it for somebody who is off duty.
  case release(by: EntityID?)
  case snooze(until: Instant, by: EntityID)
  /// Another person holds it from now on: a handoff was accepted.
  case pass(to: EntityID)
  case resolve(Page.Reason, by: EntityID?)
  /// A maintenance window begins to hold the service's pages back.
  case windowBegins
  case windowEnds
  case goesStale
}

/// What must be done after a page changed.
public enum PageEffect: Sendable, Equatable {
  /// Work out this rung of the policy and tell its people (`EscalationPolicy.fire`).
  case notify(rung: Int)
  /// Tell those of this rung who were not told yet; the timer keeps running.
  case renotify(rung: Int)
  /// Tell these people now.
  case tell([EntityID])
  /// Let the next step fire then.
  case escalate(at: Instant)
  case stopEscalation
  /// Let the deadline pass then; nil takes the present one away.
  case setDeadline(Instant?)
  /// Write a line into the page's history.
  case note(PageNote)
}
