/// One line of an inbox: everything that is not done about one subject, for one reason.
public struct InboxItem: Sendable, Equatable {
  /// Why and about what; unique in an inbox.
  public struct ID: Sendable, Hashable {
    /// Why it is there.
    public var kind: InboxFact.Kind
    /// What it is about.
    public var subject: InboxFact.Subject

    /// An identity.
    public init(_ kind: InboxFact.Kind, _ subject: InboxFact.Subject) {
      self.kind = kind
      self.subject = subject
    }
  }

  /// Why and about what.
  public var id: ID
  /// What happened and is not done, newest first; at least one.
  public var events: [InboxFact.Event]
  /// When the newest of it happened.
  public var at: Instant
  /// Who did the newest of it; nil for the program or a monitor.
  public var by: EntityID?
  /// The newest of it in words.
  public var words: String
  /// Whether all of it was looked at.
  public var isRead: Bool
}

/// What asks for one person's attention.
public enum Inbox {
  /// The inbox of a person, in order.
  ///
  /// Facts of one kind on one subject are one item. What is done is left out, event by event: the
  /// same facts read again bring nothing back, a new event on the subject does, alone. What a
  /// person did themselves is no news to them. Pages come first, then what waits for an answer,
  /// then news, each newest first; reading an item does not move it.
  ///
  /// - Parameter facts: all that is true now, in any order, repetitions allowed.
  public static func items(
    from facts: [InboxFact], _ marks: InboxMarks, for person: EntityID
  ) -> [InboxItem] {
    var groups: [InboxItem.ID: [InboxFact]] = [:]
    for fact in facts where fact.by != person && !marks.done.contains(fact.event) {
      groups[InboxItem.ID(fact.kind, fact.subject), default: []].append(fact)
    }
    return groups.compactMap { id, facts in item(id, facts, marks) }.sorted(by: isBefore)
  }

  private static func item(
    _ id: InboxItem.ID, _ facts: [InboxFact], _ marks: InboxMarks
  ) -> InboxItem? {
    let ordered = facts.sorted { ($1.at, $1.event, $1.words) < ($0.at, $0.event, $0.words) }
    guard let newest = ordered.first else { return nil }
    var events: [InboxFact.Event] = []
    for fact in ordered where !events.contains(fact.event) { events.append(fact.event) }
    return InboxItem(
      id: id, events: events, at: newest.at, by: newest.by, words: newest.words,
      isRead: events.allSatisfy(marks.read.contains))
  }

  private static func isBefore(_ a: InboxItem, _ b: InboxItem) -> Bool {
    if a.id.kind.rank != b.id.kind.rank { return a.id.kind.rank < b.id.kind.rank }
    if a.at != b.at { return a.at > b.at }
    return (a.id.kind.rawValue, a.id.subject) < (b.id.kind.rawValue, b.id.subject)
  }
}
