/// Who really held the pager, up to a closing time; only ever added to.
///
/// Before the closing time the ledger alone answers, so that no edit, no
/// override and no new zone data can change the past.
public struct Ledger: Sendable, Equatable, Codable {
  /// Up to here the ledger answers; nil when nothing was recorded yet.
  public var closedUntil: Instant?
  /// The shifts recorded, in the order they were.
  public var shifts: [Entry]

  /// One shift that happened.
  public struct Entry: Sendable, Hashable, Codable {
    /// Who held it.
    public var person: EntityID
    /// Since when.
    public var start: Instant
    /// Until when; nil while it runs on past the closing time.
    public var end: Instant?
    /// What had put the person on call, when that was recorded.
    public var reason: Reason?

    /// A shift that happened.
    public init(person: EntityID, start: Instant, end: Instant?, reason: Reason? = nil) {
      self.person = person
      self.start = start
      self.end = end
      self.reason = reason
    }
  }

  /// A ledger; empty unless said otherwise.
  public init(closedUntil: Instant? = nil, shifts: [Entry] = []) {
    self.closedUntil = closedUntil
    self.shifts = shifts
  }

  /// The ledger closed up to a later time, with what a resolver says happened in between.
  ///
  /// A shift that runs on over the old closing time is continued when person,
  /// turn and override are still the same (or were not recorded), else it ends there.
  /// An earlier time than the one already closed changes nothing.
  public func closing(at time: Instant, _ timeline: Timeline) -> Ledger {
    let start = closedUntil ?? timeline.period.start
    guard time > start else { return self }
    var ledger = self
    ledger.closedUntil = time
    var open = Set(ledger.shifts.indices.filter { ledger.shifts[$0].end == nil })
    for shift in timeline.shifts where shift.period.overlaps(Period(start, time)) {
      let runsOn = shift.period.end > time || (shift.period.end == time && shift.isCutAtEnd)
      let end = runsOn ? nil : shift.period.end
      let running = open.first { index in
        let entry = ledger.shifts[index]
        return entry.person == shift.person && (entry.reason ?? shift.reason) == shift.reason
      }
      if let running, shift.period.start <= start {
        ledger.shifts[running].end = end
        open.remove(running)
      } else {
        ledger.shifts.append(
          Entry(
            person: shift.person, start: max(shift.period.start, start), end: end,
            reason: shift.reason))
      }
    }
    for index in open { ledger.shifts[index].end = start }
    return ledger
  }
}
