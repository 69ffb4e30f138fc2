extension Page {
  /// The first thing about the page that can never be true, in words; nil when all is well.
  ///
  /// That only an acknowledged page has an owner and a deadline, and only one that rings an
  /// escalation, holds by the shape of `State`.
  public var brokenInvariant: String? {
    if count < 1 { return "it counts \(count) signals" }
    if lastSeen < firstSeen { return "its last signal came before the first" }
    if lastEvent < lastSeen { return "its last event came before its last signal" }
    if repeats > 0, previous == nil { return "it repeats nothing" }
    if let ack {
      if let owner = ack.owner, ack.helpers.contains(owner) { return "its owner helps himself" }
      if ack.owner == nil, !ack.helpers.isEmpty { return "it has helpers and no owner" }
      if Set(ack.helpers).count != ack.helpers.count { return "somebody helps twice" }
      if ack.isSnoozed, ack.deadline == nil { return "its snooze has no end" }
      if firstAck == nil { return "it is acked and was never acked" }
    }
    if let escalation {
      if alarms < 1 { return "it rings and never began to" }
      if escalation.rung < 1 { return "its escalation has not begun" }
      if Set(escalation.told).count != escalation.told.count { return "somebody was told twice" }
      if escalation.reach == .held, urgency == .high { return "it is urgent and held" }
      if escalation.reach == .held, escalation.nextAt != nil { return "it is held and escalates" }
    }
    if let resolution, resolution.reason == .stale, urgency == .high {
      return "it is urgent and was given up"
    }
    return nil
  }
}
