extension Resolver {
  /// The override by which one person takes over from another who is on call now.
  ///
  /// It needs nobody else's yes. It begins now and ends with the running shift,
  /// or at `until`. Throws when the one is not on call, when the other is, or
  /// inside a fixed plan.
  public func taking(
    over relieved: EntityID, by taker: EntityID, now: Instant, until: Instant? = nil, id: EntityID
  ) throws(CoverRefusal) -> Override {
    guard relieved != taker else { throw .own }
    let shifts = shifts(at: now)
    guard let running = shifts.first(where: { $0.person == relieved }) else { throw .notOnCall }
    guard !shifts.contains(where: { $0.person == taker }) else { throw .onCallAlready }
    let taken = Override(
      id: id, .replace(relieved, with: taker), Period(now, until ?? running.period.end))
    do throws(ScheduleRefusal) {
      try schedule.check(taken, now: now)
    } catch {
      throw .schedule(error)
    }
    return taken
  }
}
