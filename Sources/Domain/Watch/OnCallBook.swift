/// Who is on call in the schedules of a bill, each of which is made ready once.
///
/// It lives while something is worked out from one bill, and is never kept beside it.
final class OnCallBook {
  let bill: WatchBill
  private var resolvers: [EntityID: Resolver] = [:]

  init(_ bill: WatchBill) {
    self.bill = bill
  }

  /// The resolver of a schedule; nil when it is gone or zone data are missing.
  func resolver(of schedule: EntityID) -> Resolver? {
    if let known = resolvers[schedule] { return known }
    guard let found = bill.schedule(schedule), let made = try? bill.resolver(of: found) else {
      return nil
    }
    resolvers[schedule] = made
    return made
  }

  /// The people a target stands for at an instant.
  func people(for target: EscalationPolicy.Target, at instant: Instant) -> [EntityID] {
    switch target {
    case .person(let id): [id]
    case .schedule(let id): resolver(of: id)?.resolve(instant).holders.map(\.person) ?? []
    case .team(let id): bill.members(of: id).map(\.id)
    }
  }

  /// The first instant of a period at which somebody is on call in one of some schedules.
  func firstCover(of schedules: [EntityID], in period: Period) -> Instant? {
    schedules.compactMap { id in
      resolver(of: id)?.timeline(in: period).stretches.first { !$0.holders.isEmpty }?.period.start
    }.min()
  }

  /// The first instant after the start of a period at which others come on call in one of some
  /// schedules.
  func firstChange(of schedules: [EntityID], in period: Period) -> Instant? {
    schedules.compactMap { id in
      resolver(of: id)?.timeline(in: period).handoffs.first { !$0.incoming.isEmpty }?.at
    }.min()
  }
}
