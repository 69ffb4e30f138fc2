import Domain

/// What a list to choose from decides about a page, a service or a handoff.
enum WatchChoice: Sendable, Equatable {
  /// Why a page ends.
  case reason(page: EntityID)
  case snooze(page: EntityID)
  case extend(page: EntityID)
  /// Which service is paged.
  case service
  /// Who is offered an issue or a service.
  case receiver(Handoff.Subject)

  /// Whether a time can be typed that does not stand in the list.
  var takesTimes: Bool {
    switch self {
    case .snooze, .extend: true
    case .reason, .service, .receiver: false
    }
  }
}

/// A question about a page, a service or a handoff that is answered in a line.
enum WatchQuestion: Sendable, Equatable {
  /// What is wrong with a service.
  case trouble(EntityID, service: String)
  /// What the giver says to an offer.
  case offer(Handoff.Subject, to: Handoff.Receiver, words: String)
  /// Why an offer is declined.
  case decline(EntityID, words: String)
  /// A service, by its name.
  case findService

  /// What unsent text is kept under; nil for what is not worth keeping.
  var subject: DraftSubject? {
    switch self {
    case .trouble(let service, _): .trouble(service)
    case .offer(let subject, _, _): subject.id.map(DraftSubject.offer)
    case .decline(let handoff, _): .decline(handoff)
    case .findService: nil
    }
  }

  /// The words before the line.
  var label: String {
    switch self {
    case .trouble(_, let service): "Page \(service)"
    case .offer(_, _, let words): "Offer \(words)"
    case .decline(_, let words): "Decline \(words)"
    case .findService: "Find"
    }
  }

  /// What stands in the line while it is empty.
  var placeholder: String {
    switch self {
    case .trouble: "what is wrong, in a line"
    case .offer: "what they should know; may stay empty"
    case .decline: "why; may stay empty"
    case .findService: "a service, a team or a person"
    }
  }

  /// Whether Enter takes an empty line.
  var mayBeEmpty: Bool {
    switch self {
    case .trouble: false
    case .offer, .decline, .findService: true
    }
  }

  /// The keys that mean something here, the way on and the way back first.
  var hints: [Hint] {
    switch self {
    case .trouble: [Hint("enter", "page"), Hint("esc", "later")]
    case .offer: [Hint("enter", "offer"), Hint("esc", "later")]
    case .decline: [Hint("enter", "decline"), Hint("esc", "later")]
    case .findService: [Hint("enter", "keep"), Hint("esc", "all"), Hint("down", "choose")]
    }
  }
}

extension Handoff.Subject {
  /// The issue or the service; nil for a shift.
  var id: EntityID? {
    switch self {
    case .issue(let id), .service(let id): id
    case .shift: nil
    }
  }
}
