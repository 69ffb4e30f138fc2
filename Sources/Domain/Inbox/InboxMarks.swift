/// What a person has read and what they are done with, event by event.
public struct InboxMarks: Sendable, Equatable {
  /// Events somebody has looked at.
  public private(set) var read: Set<InboxFact.Event>
  /// Events that are dealt with; they never come back by themselves.
  public private(set) var done: Set<InboxFact.Event>

  /// Marks.
  public init(read: Set<InboxFact.Event> = [], done: Set<InboxFact.Event> = []) {
    self.read = read
    self.done = done
  }

  /// What can be done to an item.
  public enum Verb: Int, Sendable, CaseIterable {
    case read, unread
    /// Dealt with; it leaves the inbox.
    case done
  }

  /// What a verb changed, for undo.
  public struct Change: Sendable, Equatable {
    /// What was done.
    public let verb: Verb
    /// The events whose marks changed by it.
    public let events: Set<InboxFact.Event>

    /// A change.
    public init(verb: Verb, events: Set<InboxFact.Event>) {
      self.verb = verb
      self.events = events
    }
  }
}

extension InboxMarks {
  /// Marks every event of an item, and returns what to give to `undo`.
  public mutating func mark(_ item: InboxItem, _ verb: Verb) -> Change {
    let events = Set(item.events)
    switch verb {
    case .read:
      let change = Change(verb: verb, events: events.subtracting(read))
      read.formUnion(events)
      return change
    case .unread:
      let change = Change(verb: verb, events: events.intersection(read))
      read.subtract(events)
      return change
    case .done:
      let change = Change(verb: verb, events: events.subtracting(done))
      done.formUnion(events)
      return change
    }
  }

  /// Takes a change back, and nothing else.
  public mutating func undo(_ change: Change) {
    switch change.verb {
    case .read: read.subtract(change.events)
    case .unread: read.formUnion(change.events)
    case .done: done.subtract(change.events)
    }
  }
}
