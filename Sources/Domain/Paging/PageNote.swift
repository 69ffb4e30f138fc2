/// A line of a page's history.
public enum PageNote: Sendable, Equatable {
  case opened
  case openedInMaintenance
  case severityRose(from: Severity, to: Severity)
  case urgencyRose
  case acked(by: EntityID?)
  case helps(EntityID)
  case stopsHelping(EntityID)
  /// Nil when the wait of a step was over.
  case escalated(by: EntityID?)
  case told([EntityID], rung: Int)
  case stranded(lastResort: [EntityID])
  case held
  case coveredAgain
  case ackLapsed(of: EntityID?)
  case snoozeEnded
  case extended(by: EntityID, until: Instant)
  case released(by: EntityID?)
  case snoozed(by: EntityID, until: Instant)
  case passed(from: EntityID?, to: EntityID)
  case resolved(Page.Reason, by: EntityID?)
  case maintenanceBegan
  case maintenanceEnded
  case undone
}

extension PageNote {
  /// The line in the past tense: `@ana acknowledged this`.
  ///
  /// - Parameter wording: names people and tells the time.
  public func words(_ wording: Wording) -> String {
    switch self {
    case .opened: "opened"
    case .openedInMaintenance: "opened during maintenance; nobody was told"
    case .severityRose(let old, let new): "severity rose from \(old.name) to \(new.name)"
    case .urgencyRose: "became urgent"
    case .acked(let person): "\(wording.sender(person)) acknowledged this"
    case .helps(let person): "\(wording.mention(person)) helps"
    case .stopsHelping(let person): "\(wording.mention(person)) stopped helping"
    case .escalated(let person?): "\(wording.mention(person)) escalated this"
    case .escalated(nil): "nobody answered in time"
    case .told(let people, let rung): "told \(wording.mentions(people)) (call \(rung))"
    case .stranded(let people):
      people.isEmpty
        ? "reached nobody, and there is no last resort"
        : "reached nobody; told \(wording.mentions(people)) as the last resort"
    case .held: "reached nobody; held until somebody is on call"
    case .coveredAgain: "somebody is on call again"
    case .ackLapsed(let person):
      "ack lapsed" + (person.map { ": \(wording.mention($0)) held it and said nothing more" } ?? "")
    case .snoozeEnded: "snooze ended"
    case .extended(let person, let until):
      "\(wording.mention(person)) extended the ack until \(wording.moment(until))"
    case .released(let person?): "\(wording.mention(person)) released this"
    case .released(nil): "returned at the end of the shift"
    case .snoozed(let person, let until):
      "\(wording.mention(person)) snoozed this until \(wording.moment(until))"
    case .passed(let from?, let to):
      "passed from \(wording.mention(from)) to \(wording.mention(to))"
    case .passed(nil, let to): "\(wording.mention(to)) took this over"
    case .resolved(let reason, let person):
      "\(wording.sender(person)) resolved this as \(reason.name)"
    case .maintenanceBegan: "held back by maintenance"
    case .maintenanceEnded: "maintenance ended and this is still open"
    case .undone: "the last step was undone"
    }
  }
}
