import Domain

/// Who is on call on a schedule now, and until when; it is the same whatever time is in sight.
struct RotaDuty: Sendable {
  var schedule: EntityID
  /// nil with a problem.
  var resolver: Resolver?
  /// Why nothing can be said.
  var problem: String?
  var holders: [EntityID] = []
  /// Whether nobody has to be on call now.
  var isOffHours = false
  /// When others take over; nil when that is not within eight weeks.
  var until: Instant?

  /// The zone of the schedule; nil with a problem.
  var zone: Zone? { resolver?.zone }

  /// The duty of a schedule at a moment.
  init(_ schedule: Schedule, _ bill: WatchBill, now: Instant) {
    self.schedule = schedule.id
    let resolver: Resolver
    do throws(WatchRefusal) {
      resolver = try bill.resolver(of: schedule)
    } catch {
      problem = "\(error)"
      return
    }
    self.resolver = resolver
    holders = resolver.resolve(now).holders.map(\.person)
    isOffHours = resolver.wanted(in: Period(now, now.advanced(by: 1))).isEmpty
    let ahead = Period(now, now.advanced(by: RotaLane.margin * Instant.week))
    until = resolver.timeline(in: ahead).handoffs.first { $0.at > now }?.at
  }
}

extension RotaDuty: Equatable {
  /// What a schedule resolves to follows from the revision of the bill, which is compared elsewhere.
  static func == (a: RotaDuty, b: RotaDuty) -> Bool {
    a.schedule == b.schedule && a.problem == b.problem && a.holders == b.holders
      && a.isOffHours == b.isOffHours && a.until == b.until && a.zone?.name == b.zone?.name
  }
}
