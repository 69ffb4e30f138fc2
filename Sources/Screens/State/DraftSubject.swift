public import Domain

/// What a piece of unsent text is for; a draft row is kept for each.
public enum DraftSubject: Sendable, Hashable {
  case comment(EntityID)
  /// One comment on every marked issue.
  case commentOnMany
  case body(EntityID)
  /// The text that a kept body was written over.
  case bodyBase(EntityID)
  case title(EntityID)
  case newIssue
  /// The update to a prompt for a date.
  case update(EntityID, CivilDate)
  /// A part of the note for a change of shifts in a schedule.
  case note(EntityID, Instant, part: String)
  /// The people of a layer, as they are written.
  case roster(schedule: EntityID, layer: EntityID)
  /// Why somebody wants to be covered in a schedule.
  case cover(EntityID)
  /// When I am away, typed over a shift that begins at a moment.
  case absence(schedule: EntityID, Instant)
  /// What is wrong with a service.
  case trouble(EntityID)
  /// What is said to an offer of an issue or a service.
  case offer(EntityID)
  /// Why a handoff is declined.
  case decline(EntityID)
}

/// A text that somebody is to write in their own editor.
public struct EditorRequest: Sendable, Equatable {
  /// What the text is for.
  public var subject: DraftSubject
  /// What the file holds at the start.
  public var text: String

  /// A text to edit.
  public init(subject: DraftSubject, text: String) {
    self.subject = subject
    self.text = text
  }
}
