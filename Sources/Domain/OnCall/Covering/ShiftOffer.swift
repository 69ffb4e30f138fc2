/// An offer of one person's time on call to another: a gift, or a swap when something comes back.
///
/// The giver consents by offering and the receiver by accepting; then all of it
/// changes hands together, or none. The two times of a swap may differ in length.
public struct ShiftOffer: Sendable, Equatable, Codable {
  /// The permanent id.
  public var id: EntityID
  /// The schedule it is about.
  public var schedule: EntityID
  /// Who offers.
  public var giver: EntityID
  /// Who is to accept.
  public var receiver: EntityID
  /// The time the receiver is to take.
  public var gives: Period
  /// The time the giver takes for it; nil for a gift.
  public var takes: Period?
  /// What became of it; nil while nobody answered.
  public var answer: Answer?

  /// What became of an offer.
  public enum Answer: Sendable, Hashable, Codable {
    case accepted(at: Instant)
    case declined(at: Instant)
    /// By the giver.
    case withdrawn(at: Instant)
  }

  /// Where an offer stands.
  public enum State: String, Sendable, CaseIterable {
    case offered, accepted, declined, withdrawn
    /// One of its times began before it was answered.
    case expired
  }

  /// An offer as it stands in a record; `offering` checks a new one.
  public init(
    id: EntityID, schedule: EntityID, from giver: EntityID, to receiver: EntityID, gives: Period,
    takes: Period? = nil, answer: Answer? = nil
  ) {
    self.id = id
    self.schedule = schedule
    self.giver = giver
    self.receiver = receiver
    self.gives = gives
    self.takes = takes
    self.answer = answer
  }

  /// The offer itself when it can be made now; throws why it cannot.
  ///
  /// Its times must lie ahead, and the two sides be two people.
  public func offering(now: Instant) throws(CoverRefusal) -> ShiftOffer {
    for period in [gives] + (takes.map { [$0] } ?? []) {
      guard !period.isEmpty else { throw .endsBeforeItStarts(period) }
      guard period.start > now else { throw .begun(period.start) }
    }
    guard giver != receiver else { throw .own }
    return self
  }

  /// Where the offer stands at an instant.
  public func state(at now: Instant) -> State {
    switch answer {
    case .accepted: .accepted
    case .declined: .declined
    case .withdrawn: .withdrawn
    case nil: now < min(gives.start, takes?.start ?? gives.start) ? .offered : .expired
    }
  }

  /// Accepts, and gives the overrides to write with it: one for a gift, two for a swap.
  ///
  /// Throws when somebody else answers, or when it is no longer open.
  public mutating func accept(
    by person: EntityID, now: Instant, newID: () -> EntityID
  ) throws(CoverRefusal) -> [Override] {
    try answer(.accepted(at: now), by: person, now: now)
    var overrides = [Override(id: newID(), .replace(giver, with: receiver), gives, origin: id)]
    if let takes {
      overrides.append(Override(id: newID(), .replace(receiver, with: giver), takes, origin: id))
    }
    return overrides
  }

  /// Declines; throws when somebody else answers, or when it is no longer open.
  public mutating func decline(by person: EntityID, now: Instant) throws(CoverRefusal) {
    try answer(.declined(at: now), by: person, now: now)
  }

  /// Withdraws the offer; throws when it is no longer open.
  public mutating func withdraw(now: Instant) throws(CoverRefusal) {
    let state = state(at: now)
    guard state == .offered else { throw .answered(state) }
    answer = .withdrawn(at: now)
  }

  private mutating func answer(
    _ answer: Answer, by person: EntityID, now: Instant
  ) throws(CoverRefusal) {
    let state = state(at: now)
    guard state == .offered else { throw .answered(state) }
    guard person == receiver else { throw .notReceiver }
    self.answer = answer
  }
}
