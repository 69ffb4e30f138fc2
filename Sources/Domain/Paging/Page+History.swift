extension Page {
  /// What made a page of an earlier one, as the line its history gets; nil when it leaves none.
  ///
  /// A person's deed is told before what it set off: of an escalation that told somebody, the
  /// escalation. `old` is nil for a page that was just opened.
  public func change(since old: Page?, by person: EntityID?) -> PageNote? {
    guard let old else { return state == .suppressed ? .openedInMaintenance : .opened }
    if severity > old.severity { return .severityRose(from: old.severity, to: severity) }
    switch (old.state, state) {
    case (.resolved, .resolved): return nil
    case (_, .resolved(let end)): return .resolved(end.reason, by: end.by)
    case (.resolved, _): return .undone
    case (.acked(let before), .acked(let after)): return Page.change(from: before, to: after)
    case (_, .acked(let ack)):
      guard ack.isSnoozed, let owner = ack.owner, let until = ack.deadline else {
        return .acked(by: ack.owner)
      }
      return .snoozed(by: owner, until: until)
    case (.acked(let ack), .triggered):
      guard let deadline = ack.deadline, deadline <= lastEvent else { return .released(by: person) }
      return ack.isSnoozed ? .snoozeEnded : .ackLapsed(of: ack.owner)
    case (.triggered(let before), .triggered(let after)):
      if after.rung > before.rung { return .escalated(by: person) }
      return nil
    case (_, .suppressed): return .maintenanceBegan
    case (.suppressed, .triggered): return .maintenanceEnded
    }
  }

  /// The last line of its history that says more than its state: who was told, or who helps.
  public var lastNote: PageNote? {
    if let helper = helpers.last { return .helps(helper) }
    guard let escalation, !escalation.told.isEmpty else { return nil }
    return .told(escalation.told, rung: escalation.rung)
  }

  private static func change(from old: Ack, to new: Ack) -> PageNote? {
    if let owner = new.owner, owner != old.owner { return .passed(from: old.owner, to: owner) }
    if let helper = new.helpers.first(where: { !old.helpers.contains($0) }) {
      return .helps(helper)
    }
    if let helper = old.helpers.first(where: { !new.helpers.contains($0) }) {
      return .stopsHelping(helper)
    }
    guard let until = new.deadline, until != old.deadline, let owner = new.owner else { return nil }
    return new.isSnoozed ? .snoozed(by: owner, until: until) : .extended(by: owner, until: until)
  }
}
