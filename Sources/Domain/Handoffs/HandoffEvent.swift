/// What can happen to a handoff.
public enum HandoffEvent: Sendable, Equatable {
  case offer(by: EntityID)
  /// Another message, for an issue or a service.
  case say(String, by: EntityID)
  /// Another note, for a shift; what was accepted of the old one stays accepted by the same
  /// receiver.
  case rewrite(HandoffNote, by: EntityID)
  /// Accepts the whole; refused while pages or asks are open.
  case accept(by: Handoff.Actor)
  case acceptItem(EntityID, by: Handoff.Actor)
  /// Accepts every open page and ask, and the whole.
  case acceptEverything(by: Handoff.Actor)
  case decline(reason: String, by: Handoff.Actor)
  case withdraw(by: EntityID)
  /// A deadline may have come; with the open pages of the schedule as they are now.
  case timePasses(pages: [Page])
}

/// What must be done after a handoff changed.
public enum HandoffEffect: Sendable, Equatable {
  /// The issue or service belongs to the receiver now; `by` is who accepted.
  case moveOwner(to: Handoff.Receiver, by: EntityID)
  /// Give a page to a person, without ringing (`PageEvent.pass`); one that was resolved meanwhile
  /// refuses, and that is well.
  case passPage(EntityID, to: EntityID)
  /// Let a page ring again, for whoever is on call now (`PageEvent.release` by nobody).
  case returnPage(EntityID)
  /// An ask is the receiver's to do now.
  case takeAsk(EntityID, by: EntityID)
  case tell(Handoff.Receiver)
  /// Show the team that a shift was handed over and nobody accepted.
  case tellTeam
  /// Write a line into the subject's timeline.
  case line(HandoffLine)
}

/// A line that a handoff leaves in the timeline of its subject.
public enum HandoffLine: Sendable, Equatable {
  case offered(by: EntityID, to: Handoff.Receiver)
  case accepted(by: EntityID, from: EntityID)
  case declined(by: EntityID, reason: String)
  case withdrawn(by: EntityID)
  case expired(to: Handoff.Receiver)
  case passed(to: Handoff.Receiver)
}

extension HandoffLine {
  /// The line in the past tense: `@ana offered this to @bo`.
  public func words(_ wording: Wording) -> String {
    switch self {
    case .offered(let person, _), .accepted(let person, _), .declined(let person, _),
      .withdrawn(let person):
      "\(wording.mention(person)) \(deed(wording))"
    case .expired, .passed: deed(wording)
    }
  }

  /// The same for where its doer is told already: `offered this to @bo`.
  public func deed(_ wording: Wording) -> String {
    switch self {
    case .offered(_, let receiver): "offered this to \(wording.receiver(receiver))"
    case .accepted(_, let giver): "accepted this from \(wording.mention(giver))"
    case .declined(_, let reason):
      "declined this" + (reason.trimmed.isEmpty ? "" : ": \(reason.onOneLine.trimmed)")
    case .withdrawn: "withdrew the offer"
    case .expired(let receiver):
      "the offer to \(wording.receiver(receiver)) expired after seven days"
    case .passed(let receiver):
      "the pager passed to \(wording.receiver(receiver)); the note was not accepted"
    }
  }
}

extension Handoff {
  /// The line of the state it is in; nil for a draft, which nobody else sees.
  public var line: HandoffLine? {
    switch state {
    case .draft: nil
    case .offered: .offered(by: giver, to: receiver)
    case .accepted(let person, _): .accepted(by: person, from: giver)
    case .declined(let person, _, let reason): .declined(by: person, reason: reason)
    case .withdrawn: .withdrawn(by: giver)
    case .expired: .expired(to: receiver)
    case .passed: .passed(to: receiver)
    }
  }
}

extension Wording {
  /// A receiver: `@bo`, or `team api`.
  public func receiver(_ receiver: Handoff.Receiver) -> String {
    switch receiver {
    case .person(let id): mention(id)
    case .team(let id): "team \(name(id))"
    }
  }
}
