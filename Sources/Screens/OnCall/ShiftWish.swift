import Domain

/// A change of who is on call that somebody is putting together.
struct ShiftWish: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// Somebody else instead of the person, or somebody where nobody is.
    case override
    /// Whoever takes it.
    case cover
    /// A gift to somebody.
    case give
    /// The person's time for a time of somebody else.
    case swap
  }

  var kind: Kind
  var schedule: EntityID
  /// Whose time it is; nil for a gap.
  var person: EntityID?
  var period: Period
  /// What is asked, with the times that Enter takes.
  var title = ""
  /// Why, as far as it was typed before the times were changed.
  var note = ""

  /// The verb, with who comes in; nil for the kinds that need somebody and have nobody.
  ///
  /// - Parameters:
  ///   - other: who takes the time; nil puts nobody there, or names nobody.
  ///   - takes: for a swap, what comes back.
  func verb(with other: EntityID?, takes: Period? = nil, note: String = "") -> WatchVerb? {
    switch kind {
    case .override:
      switch (person, other) {
      case (let person?, let other?):
        .override(schedule, .replace(person, with: other), period, note: note)
      case (let person?, nil): .override(schedule, .remove(person), period, note: note)
      case (nil, let other?): .override(schedule, .add([other]), period, note: note)
      case (nil, nil): nil
      }
    case .cover:
      person.map {
        .askCover(schedule, for: $0, period, note: note, named: other.map { [$0] } ?? [])
      }
    case .give, .swap: other.map { .offerShift(schedule, to: $0, gives: period, takes: takes) }
    }
  }
}
