extension Page {
  /// Why a page did not do what was asked; nothing was changed.
  public enum Refusal: Error, Sendable, Equatable {
    /// What people ask of a page, for the sentence.
    public enum Verb: String, Sendable {
      case acknowledge, escalate, extend, release, snooze, take, resolve
    }

    case isResolved(Verb)
    case isSuppressed(Verb)
    case isAcked(Verb)
    case isNotAcked(Verb)
    /// The time wished for is not in the future.
    case inThePast(Verb)
    /// The time wished for is further away than `limit` milliseconds.
    case tooLong(Verb, limit: Int64)
    /// Neither the owner nor a helper wants to release it.
    case heldByAnother
    /// A further signal came for a page that is resolved.
    case needsNewPage
  }
}

extension Page.Refusal: CustomStringConvertible {
  /// The refusal as one sentence for people.
  public var description: String {
    switch self {
    case .isResolved(let verb):
      "the page is resolved, and there is nothing to \(verb.rawValue); "
        + "a further signal opens a new page"
    case .isSuppressed(let verb):
      "maintenance holds the page back, so there is nothing to \(verb.rawValue) yet; "
        + "acknowledge or resolve it, or end the maintenance window"
    case .isAcked(let verb):
      "somebody has acknowledged the page; release it first, then \(verb.rawValue) it"
    case .isNotAcked(let verb):
      "nobody has acknowledged the page, so there is nothing to \(verb.rawValue); "
        + "acknowledge it first"
    case .inThePast(let verb): "the time to \(verb.rawValue) until has passed; give a later one"
    case .tooLong(let verb, let limit):
      "a page can be \(verb.past) for \(limit / Instant.hour) hours at most; give an earlier time"
    case .heldByAnother:
      "somebody else holds the page; only who acknowledged it can release it, "
        + "but you can acknowledge it too and help"
    case .needsNewPage: "the page is resolved; a further signal opens a new page"
    }
  }
}

extension Page.Refusal.Verb {
  fileprivate var past: String {
    switch self {
    case .acknowledge: "acknowledged"
    case .escalate: "escalated"
    case .extend: "extended"
    case .release: "released"
    case .snooze: "snoozed"
    case .take: "taken"
    case .resolve: "resolved"
    }
  }
}
