/// What people do about watches, from the screen and the command line alike.
public enum WatchVerb: Sendable, Equatable {
  // MARK: Schedules

  /// Makes a schedule, or gives a known one new names, zone and target.
  case saveSchedule(Schedule)
  /// Gives a schedule a new version of its plan, from its start on.
  case revise(EntityID, Schedule.Version)
  /// Makes a schedule, or lays a whole plan over a known one from an instant on; with it, who is
  /// away.
  case apply(Schedule, from: Instant, absences: [Absence] = [])
  case removeSchedule(EntityID)
  case override(EntityID, Override.Kind, Period, note: String)
  case removeOverride(EntityID)

  // MARK: Covering

  /// Asks others to cover somebody; `named` may take it, or everybody when empty.
  case askCover(EntityID, for: EntityID, Period, note: String, named: [EntityID])
  /// Takes an open request, or a part of it.
  case takeCover(EntityID, Period?)
  case withdrawCover(EntityID)
  /// Takes the running shift of somebody now; nil for the one person who is on call.
  case takeShift(EntityID, from: EntityID?)
  /// Offers a time to somebody: a gift, or a swap when `takes` is given.
  case offerShift(EntityID, to: EntityID, gives: Period, takes: Period?)
  case answerOffer(EntityID, accepts: Bool)
  case withdrawOffer(EntityID)
  case addAbsence(EntityID, Period, note: String)
  case removeAbsence(EntityID)

  // MARK: Paging

  /// Makes a policy, or gives a known one a new version.
  case savePolicy(String, [EscalationPolicy.Step], repeats: Int, lastResort: EntityID?)
  /// Says which policy pages of a service follow; nil for that of its team.
  case usePolicy(service: EntityID, policy: EntityID?)
  case maintain(Period, reason: String, services: Set<EntityID>?)
  case endMaintenance(EntityID)
  case trigger(service: EntityID, key: PageKey?, PageTrigger)
  case page(EntityID, PageDeed)

  // MARK: Handoffs

  /// Offers an issue or a service.
  case offer(Handoff.Subject, to: Handoff.Receiver, message: String)
  /// Keeps a note for the end of a shift as a draft; a draft that is there is rewritten.
  case draft(HandoffNote)
  /// Adds an ask to a note, which is kept as a draft.
  case ask(String, in: HandoffNote)
  /// Offers the note for the end of a shift as it is now, kept before or not.
  case offerNote(HandoffNote)
  case handoff(EntityID, HandoffDeed)

  // MARK: Updates

  case savePrompt(Prompt)
  case removePrompt(EntityID)
  /// Posts an update, or edits one's own of the same period.
  case post(prompt: EntityID, CivilDate, [Update.Answer], blocked: [Blockage])
  case clearBlocker(EntityID)

  // MARK: Inbox

  case mark([InboxItem], InboxMarks.Verb)
}

extension WatchVerb {
  /// The zones it names that the bill may not have yet.
  public var zoneNames: Set<String> {
    switch self {
    case .saveSchedule(let schedule), .apply(let schedule, _, _): schedule.zoneNames
    case .revise(_, let version):
      version.layers.reduce(into: []) { $0.formUnion($1.zoneNames) }
    default: []
    }
  }
}

/// What a person does to a page.
public enum PageDeed: Sendable, Equatable {
  case ack
  case release
  case escalate
  case snooze(until: Instant)
  case extend(until: Instant)
  case resolve(Page.Reason)
}

/// What a person does to a handoff.
public enum HandoffDeed: Sendable, Equatable {
  case offer
  case say(String)
  case rewrite(HandoffNote)
  case accept
  case acceptItem(EntityID)
  /// Every open page and ask, and the whole.
  case acceptAll
  case decline(reason: String)
  case withdraw
}

/// What somebody says blocks them, in an update.
public struct Blockage: Sendable, Equatable {
  /// On whom or what they wait.
  public var cause: Blocker.Cause
  /// What for.
  public var text: String

  /// A blockage.
  public init(on cause: Blocker.Cause, _ text: String) {
    self.cause = cause
    self.text = text
  }
}
