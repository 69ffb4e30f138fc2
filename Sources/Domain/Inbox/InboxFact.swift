/// Something that concerns one person and is true now: one event on one subject.
public struct InboxFact: Sendable, Equatable {
  /// Why it concerns them.
  public var kind: Kind
  /// What it is about.
  public var subject: Subject
  /// What happened, by an id that stays the same however often it is read or synced.
  public var event: Event
  /// When it happened.
  public var at: Instant
  /// Who did it; nil for the program or a monitor.
  public var by: EntityID?
  /// One line for people: `@bo mentioned you`.
  public var words: String

  /// A fact.
  ///
  /// - Parameter event: the identity of what happened among facts of this kind.
  public init(
    _ kind: Kind, _ subject: Subject, event: String, at: Instant, by: EntityID? = nil,
    words: String
  ) {
    self.kind = kind
    self.subject = subject
    self.event = Event(kind, event)
    self.at = at
    self.by = by
    self.words = words
  }

  /// The ways in which something can concern a person.
  public enum Kind: Int, Sendable, CaseIterable {
    case paged, offered, coverAsked, blockedOnYou, promptDue, conflict
    case assigned, mentioned, reviewed
    /// Somebody of the person's team has waited for days.
    case stuck
    /// A shift of the person's ends soon and its note is not handed over.
    case noteDue

    /// The words people read.
    public var name: String {
      switch self {
      case .paged: "paged"
      case .offered: "offered"
      case .coverAsked: "cover asked"
      case .blockedOnYou: "blocked on you"
      case .promptDue: "prompt due"
      case .conflict: "conflict"
      case .assigned: "assigned"
      case .mentioned: "mentioned"
      case .reviewed: "reviewed"
      case .stuck: "stuck"
      case .noteDue: "note due"
      }
    }

    /// How pressing it is, 0 first: a pager, then what waits for an answer, then news.
    public var rank: Int {
      switch self {
      case .paged: 0
      case .offered, .coverAsked, .blockedOnYou, .promptDue, .conflict, .stuck, .noteDue: 1
      case .assigned, .mentioned, .reviewed: 2
      }
    }
  }

  /// What an inbox item is about.
  public enum Subject: Sendable, Hashable {
    case issue(EntityID)
    case page(EntityID)
    case handoff(EntityID)
    case coverRequest(EntityID)
    case blocker(EntityID)
    case prompt(EntityID, CivilDate)
    case conflict(EntityID)
    /// The end of the person's shift in a schedule.
    case shift(EntityID)
  }

  /// The identity of what happened.
  ///
  /// It is made of things that never change (ids, counters, dates), not of the time at which this
  /// device heard of it: so what is done stays done, and a new event on the same subject is new.
  /// One comment that mentions and reviews is two events, each done by itself.
  public struct Event: Sendable, Hashable, Comparable {
    /// Why it concerns the person.
    public let kind: Kind
    /// The identity of what happened as a text, for storing.
    public let text: String

    /// An identity from its text.
    public init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }

    /// Orders by kind and text.
    public static func < (a: Event, b: Event) -> Bool {
      (a.kind.rawValue, a.text) < (b.kind.rawValue, b.text)
    }
  }
}

extension InboxFact.Subject: Comparable {
  /// Orders by kind of subject and id, so that lists never depend on chance.
  public static func < (a: InboxFact.Subject, b: InboxFact.Subject) -> Bool {
    a.place < b.place
  }

  private var place: (Int, EntityID, Int) {
    switch self {
    case .issue(let id): (0, id, 0)
    case .page(let id): (1, id, 0)
    case .handoff(let id): (2, id, 0)
    case .coverRequest(let id): (3, id, 0)
    case .blocker(let id): (4, id, 0)
    case .prompt(let id, let date): (5, id, date.daysSinceEpoch)
    case .conflict(let id): (6, id, 0)
    case .shift(let id): (7, id, 0)
    }
  }
}
