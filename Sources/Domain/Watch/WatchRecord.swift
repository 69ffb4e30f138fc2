/// One thing of the watch bill as it is stored: what it belongs to, and its content.
public enum WatchRecord: Sendable, Equatable {
  case schedule(Schedule)
  case override(Override, of: EntityID)
  case cover(CoverRequest)
  case offer(ShiftOffer)
  case absence(Absence)
  case policy(WatchBill.NamedPolicy)
  case maintenance(MaintenanceWindow)
  case page(Page)
  case handoff(Handoff)
  case prompt(Prompt)
  case update(Update)
  case blocker(Blocker)

  /// The entity it is stored as.
  public var ref: EntityRef {
    switch self {
    case .schedule(let it): EntityRef(.schedule, it.id)
    case .override(let it, _): EntityRef(.override, it.id)
    case .cover(let it): EntityRef(.cover, it.id)
    case .offer(let it): EntityRef(.offer, it.id)
    case .absence(let it): EntityRef(.absence, it.id)
    case .policy(let it): EntityRef(.policy, it.policy.version.policy)
    case .maintenance(let it): EntityRef(.maintenance, it.id)
    case .page(let it): EntityRef(.page, it.id)
    case .handoff(let it): EntityRef(.handoff, it.id)
    case .prompt(let it): EntityRef(.prompt, it.id)
    case .update(let it): EntityRef(.update, it.id)
    case .blocker(let it): EntityRef(.blocker, it.id)
    }
  }
}

/// What a verb would write, worked out without writing it.
public struct WatchPlan: Sendable, Equatable {
  /// One thing to be written.
  public enum Edit: Sendable, Equatable {
    /// A thing as it is to be; it is made when it is not there yet.
    case put(WatchRecord)
    case trash(EntityRef)
    /// A change of something that is no part of the bill, such as the owner of an issue.
    case change(Change)
    /// An inbox mark of whoever acts.
    case mark(InboxFact.Event, InboxMarks.Verb)
  }

  /// In the past tense, for the undo list and the status line: `took the shift of @ben`.
  public var title: String
  /// What is written, in order, as one step.
  public var edits: [Edit]
  /// What the person ought to know besides, such as a rival override; may be empty.
  public var warnings: [String]

  /// A plan.
  public init(_ title: String, _ edits: [Edit], warnings: [String] = []) {
    self.title = title
    self.edits = edits
    self.warnings = warnings
  }
}

/// Why a verb cannot be done; nothing was changed.
public struct WatchRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// One sentence for people: what is wrong and what to do.
  public let description: String
  /// Whether somebody else could do it: the verb is not for whoever acts.
  public let isAboutActor: Bool

  /// A refusal in words.
  public init(_ description: String, isAboutActor: Bool = false) {
    self.description = description
    self.isAboutActor = isAboutActor
  }

  /// A refusal of a part, in its own words.
  init(_ error: some CustomStringConvertible) {
    description = error.description
    isAboutActor = WatchRefusal.isAboutActor(error)
  }

  /// Which refusals of parts say that the verb is another's.
  private static func isAboutActor(_ reason: Any) -> Bool {
    switch reason {
    case let refusal as CoverRefusal: [.notReceiver, .notNamed].contains(refusal)
    case let refusal as Handoff.Refusal: [.notTheGiver, .notTheReceiver].contains(refusal)
    case let refusal as Page.Refusal: refusal == .heldByAnother
    case let refusal as Update.Refusal: refusal == .notTheAuthor
    default: false
    }
  }
}
