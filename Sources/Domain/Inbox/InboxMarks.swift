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
}
