/// Why a shift does not change hands; nothing was changed.
public enum CoverRefusal: Error, Sendable, Equatable {
  case endsBeforeItStarts(Period)
  /// The time has begun already; the instant is when.
  case begun(Instant)
  /// Another open request of the same person covers part of the time.
  case overlaps(EntityID, Period)
  case own
  case notNamed
  case notOpen(CoverRequest.State)
  /// Part of it is taken already, or was never asked for.
  case notLeft(Period)
  /// An offer was answered already, or its time has begun.
  case answered(ShiftOffer.State)
  /// Only the one to whom it was offered can answer.
  case notReceiver
  /// The person to be relieved is not on call.
  case notOnCall
  /// The person who would take over is on call already.
  case onCallAlready
  case schedule(ScheduleRefusal)
}

extension CoverRefusal: CustomStringConvertible {
  /// The refusal as one sentence that says what to do.
  public var description: String {
    switch self {
    case .endsBeforeItStarts(let period):
      "\(period.start.iso8601) is not before \(period.end.iso8601); swap the two or move the end"
    case .begun(let start):
      "it began at \(start.iso8601); let somebody take the shift now instead"
    case .overlaps(_, let period):
      "there is an open request from \(period) already; withdraw it or ask for another time"
    case .own: "nobody can cover their own shift; ask another person"
    case .notNamed: "the request names other people; ask one of them, or ask for it to be opened"
    case .notOpen(let state): "the request is \(state.rawValue), no longer open; make a new one"
    case .notLeft(let period):
      "not all from \(period) is still open; take one of the parts that are left"
    case .answered(let state): "the offer is \(state.rawValue) already; make a new one"
    case .notReceiver: "the offer is for somebody else; only they can answer it"
    case .notOnCall: "that person is not on call now; look who is"
    case .onCallAlready: "that person is on call already; name another one"
    case .schedule(let refusal): "\(refusal)"
    }
  }
}
