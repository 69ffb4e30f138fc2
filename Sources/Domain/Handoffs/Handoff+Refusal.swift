extension Handoff {
  /// Why a handoff did not do what was asked; nothing was changed.
  public enum Refusal: Error, Sendable, Equatable {
    case toOneself
    case shiftNeedsPerson
    /// Only the giver offers, rewrites and withdraws.
    case notTheGiver
    /// Only the receiver accepts and declines.
    case notTheReceiver
    /// The giver is in the team that receives.
    case isTheGiver
    case isDraft
    case isOffered
    /// It has ended, in the state named.
    case isOver(String)
    /// The seven days are over.
    case lapsed
    /// The pager of a shift moves by itself.
    case shiftMovesAnyway
    /// The time of the shift has come: the note is what it is.
    case hasPassed
    /// Pages and asks nobody accepted yet.
    case itemsOpen([String])
    case noSuchItem
    /// The note has been accepted: it stays as it was.
    case noteIsAccepted
    /// A message was given for a shift, or a note for something else.
    case wrongWords
  }
}

extension Handoff.Refusal: CustomStringConvertible {
  /// The refusal as one sentence for people.
  public var description: String {
    switch self {
    case .toOneself: "you cannot hand something over to yourself; name somebody else"
    case .shiftNeedsPerson: "a shift is handed over to a person; name who is next on call"
    case .notTheGiver: "only who gives can do that; ask them, or wait for the offer"
    case .notTheReceiver: "only who receives can accept or decline; it was not offered to you"
    case .isTheGiver:
      "you offered it yourself; somebody else of the team accepts it, or you withdraw it"
    case .noteIsAccepted:
      "the note of this shift is accepted and stays as it is; see 'watchbill handoff show'"
    case .isDraft: "it is a draft; it can be answered once it is offered"
    case .isOffered: "it is offered already; wait for the answer, or withdraw it"
    case .isOver(let state): "it is \(state) already; make a new offer"
    case .lapsed: "the offer was open for seven days and has expired; ask for a new one"
    case .shiftMovesAnyway:
      "the pager of a shift moves at its time whatever anybody says; "
        + "to be relieved, ask somebody to cover"
    case .hasPassed: "the time of the shift has come, so its note stays as it is"
    case .itemsOpen(let items):
      "\(items.count.of("page or ask is", "pages and asks are")) not accepted yet "
        + "(\(items.prefix(3).map(\.onOneLine).joined(separator: "; "))"
        + "\(items.count > 3 ? "; ..." : "")); accept each, or everything at once"
    case .noSuchItem: "the note has no such page or ask; it may have been rewritten"
    case .wrongWords: "a shift is told by its note, an issue or a service by a message"
    }
  }
}
