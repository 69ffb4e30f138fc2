/// A request of somebody to be covered for a time; nothing changes before somebody takes it.
///
/// Taking writes a `replace` override linked to the request. Parts may be
/// taken; the rest stays open until it begins. What is taken stays taken.
public struct CoverRequest: Sendable, Equatable, Codable {
  /// The permanent id.
  public var id: EntityID
  /// The schedule it is about.
  public var schedule: EntityID
  /// Who is to be covered.
  public var asker: EntityID
  /// Who asked: the asker, or somebody acting for them.
  public var actor: EntityID
  /// For when.
  public var period: Period
  /// Why, in somebody's words; may be empty.
  public var note: String
  /// Who may take it; everybody when empty.
  public var named: [EntityID]
  /// The parts that were taken, in the order they were.
  public var takes: [Take]
  /// When the asker, or somebody for them, no longer needed it.
  public var withdrawnAt: Instant?

  /// One part that somebody took.
  public struct Take: Sendable, Hashable, Codable {
    /// Who covers.
    public var taker: EntityID
    /// From when until when.
    public var period: Period
    /// When it was taken.
    public var at: Instant
    /// The override that was written for it.
    public var override: EntityID

    /// A part taken.
    public init(taker: EntityID, period: Period, at: Instant, override: EntityID) {
      self.taker = taker
      self.period = period
      self.at = at
      self.override = override
    }
  }

  /// Where a request stands.
  public enum State: String, Sendable, CaseIterable {
    case open
    /// All of it is covered.
    case taken
    case withdrawn
    /// Something of it has begun that nobody took.
    case expired
  }

  /// A request as it stands in a record; `asking` makes a new one.
  public init(
    id: EntityID, schedule: EntityID, asker: EntityID, actor: EntityID? = nil, period: Period,
    note: String = "", named: [EntityID] = [], takes: [Take] = [], withdrawnAt: Instant? = nil
  ) {
    self.id = id
    self.schedule = schedule
    self.asker = asker
    self.actor = actor ?? asker
    self.period = period
    self.note = note
    self.named = named
    self.takes = takes
    self.withdrawnAt = withdrawnAt
  }

  /// The request itself when it can be made now; throws why it cannot.
  ///
  /// The time must lie ahead, and no open request of the same person for the
  /// same schedule, among `others`, may overlap it.
  public func asking(
    among others: [CoverRequest], now: Instant
  ) throws(CoverRefusal) -> CoverRequest {
    guard !period.isEmpty else { throw .endsBeforeItStarts(period) }
    guard period.start > now else { throw .begun(period.start) }
    guard named != [asker] else { throw .own }
    let rival = others.first {
      $0.id != id && $0.asker == asker && $0.schedule == schedule && $0.state(at: now) == .open
        && $0.remainder.contains { $0.overlaps(period) }
    }
    if let rival { throw .overlaps(rival.id, rival.period) }
    return self
  }

  /// Where the request stands at an instant.
  public func state(at now: Instant) -> State {
    guard let first = remainder.first else { return .taken }
    if withdrawnAt != nil { return .withdrawn }
    return now < first.start ? .open : .expired
  }

  /// What of it nobody has taken, in order.
  public var remainder: [Period] { takes.map(\.period).remainder(of: period) }

  /// Takes a part, or all that is left, and gives the overrides to write with it.
  ///
  /// There is one override for each stretch taken, its id from `newID`. Throws
  /// when the request is not open, when it is the taker's own, when it names
  /// others, and when the part is not all still open.
  public mutating func take(
    by taker: EntityID, _ part: Period? = nil, now: Instant, newID: () -> EntityID
  ) throws(CoverRefusal) -> [Override] {
    let state = state(at: now)
    guard state == .open else { throw .notOpen(state) }
    guard taker != asker else { throw .own }
    guard named.isEmpty || named.contains(taker) else { throw .notNamed }
    var parts = remainder
    if let part {
      guard !part.isEmpty else { throw .endsBeforeItStarts(part) }
      guard parts.contains(where: { $0.intersection(part) == part }) else { throw .notLeft(part) }
      parts = [part]
    }
    return parts.map { part in
      let id = newID()
      takes.append(Take(taker: taker, period: part, at: now, override: id))
      return Override(id: id, .replace(asker, with: taker), part, origin: self.id, note: note)
    }
  }

  /// Withdraws what nobody has taken; throws when the request is no longer open.
  public mutating func withdraw(now: Instant) throws(CoverRefusal) {
    let state = state(at: now)
    guard state == .open else { throw .notOpen(state) }
    withdrawnAt = now
  }
}
