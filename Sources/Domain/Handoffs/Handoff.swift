/// An offer of an issue, a service or a shift to somebody who has to say yes.
///
/// An issue or a service stays with the giver until the receiver accepts; the offer expires after
/// seven days. The pager of a shift moves at its planned instant whatever happens: there the
/// handoff moves knowledge and open work, and is *passed* when nobody accepted it in time.
public struct Handoff: Sendable, Equatable, Codable {
  /// The permanent id.
  public let id: EntityID
  /// What changes hands.
  public internal(set) var subject: Subject
  /// Who has it, and stays liable until it is accepted.
  public let giver: EntityID
  /// Who may accept it; always a person for a shift.
  public internal(set) var receiver: Receiver
  /// What the giver says to it, as it came; empty for nothing, and for a shift, which has a note.
  public internal(set) var message: String
  /// What is known of a shift; nil for an issue or a service.
  public internal(set) var note: HandoffNote?
  /// The open pages and asks of a shift, each to be accepted by itself.
  public internal(set) var items: [Item]
  /// How far the offer has come.
  public internal(set) var state: State
  /// When it was last offered; nil for a draft that never was.
  public internal(set) var offeredAt: Instant?
  /// Which of the deadlines of a shift have been dealt with.
  public internal(set) var aftermath: Set<Aftermath>

  /// How long an offer of an issue or a service stands.
  public static let offerSpan = 7 * Instant.day

  /// A draft.
  ///
  /// - Throws: `toOneself`, or `shiftNeedsPerson` for a shift that is given to a team.
  public init(
    id: EntityID, subject: Subject, from giver: EntityID, to receiver: Receiver,
    message: String = "", note: HandoffNote? = nil
  ) throws(Refusal) {
    guard receiver != .person(giver) else { throw .toOneself }
    if case .shift = subject, case .team = receiver { throw .shiftNeedsPerson }
    self.init(
      id: id, subject: subject, giver: giver, receiver: receiver, message: message, note: note,
      items: note?.items ?? [], state: .draft, offeredAt: nil, aftermath: [])
  }

  /// A handoff from what was stored of it.
  public init(
    id: EntityID, subject: Subject, giver: EntityID, receiver: Receiver, message: String,
    note: HandoffNote?, items: [Item], state: State, offeredAt: Instant?,
    aftermath: Set<Aftermath>
  ) {
    self.id = id
    self.subject = subject
    self.giver = giver
    self.receiver = receiver
    self.message = message
    self.note = note
    self.items = items
    self.state = state
    self.offeredAt = offeredAt
    self.aftermath = aftermath
  }
}

extension Handoff {
  /// The change of shifts it belongs to; nil for an issue or a service.
  public var shiftChange: ShiftChange? {
    if case .shift(let change) = subject { change } else { nil }
  }

  /// The items nobody has accepted yet.
  public var openItems: [Item] { items.filter { $0.acceptedBy == nil } }

  /// When the offer of an issue or a service lapses; nil for a shift or what is not offered.
  public var expiresAt: Instant? {
    guard shiftChange == nil, state == .offered else { return nil }
    return offeredAt?.advanced(by: Handoff.offerSpan)
  }

  /// When `timePasses` will next change something; nil when it never will.
  public var nextDeadline: Instant? {
    guard let change = shiftChange else { return expiresAt }
    switch state {
    case .declined, .withdrawn, .expired: return nil
    case .draft, .offered: return change.at
    case .accepted: return due(.movedPages, after: change)
    case .passed: return due(.movedPages, after: change) ?? due(.toldTeam, after: change)
    }
  }

  private func due(_ step: Aftermath, after change: ShiftChange) -> Instant? {
    aftermath.contains(step)
      ? nil : (change.nextBegins ?? change.at).advanced(by: step.delay)
  }
}

extension Handoff.ShiftChange {
  /// How long the shift lasts that ends, in milliseconds.
  public var length: Int64 { at.milliseconds - began.milliseconds }

  /// When the draft of the note is gathered: an hour before, or for a shift of a day or more a
  /// working day before, at the same time of day on the giver's clock.
  public func draftAt(on clock: WallClock, week: WorkingWeek = WorkingWeek()) -> Instant {
    let hourBefore = at.advanced(by: -Instant.hour)
    guard length >= Instant.day else { return hourBefore }
    let (date, minute) = clock.reading(at)
    guard let day = week.workingDay(before: date) else { return hourBefore }
    return max(began, clock.instant(day, minute))
  }
}
