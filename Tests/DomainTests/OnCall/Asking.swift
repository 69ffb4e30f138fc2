import Domain

/// What tests ask of windows and turns at one instant.
extension Openings {
  /// Whether the window is open.
  func isOpen(at instant: Instant) -> Bool {
    !periods(in: Period(instant, instant.advanced(by: 1))).isEmpty
  }

  /// The opening that holds an instant, or else the next one; nil when it never opens again.
  func running(at instant: Instant) -> Period? {
    periods(in: Period(instant, instant.advanced(by: 9 * Instant.day))).first
  }
}

extension Turns {
  /// The people of the slot that has the turn, on duty or not.
  func people(at instant: Instant) -> [EntityID] {
    rotation.people(ofTurn: turn(at: instant).index)
  }
}
