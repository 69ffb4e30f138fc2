internal import Domain

/// Finds by name whom and what the demo's plan speaks of, and the shifts to come.
struct DemoCast {
  let zones: ZoneCatalog
  let now: Instant
  let bill: WatchBill

  init(_ bill: WatchBill, zones: ZoneCatalog, now: Instant) {
    self.bill = bill
    self.zones = zones
    self.now = now
  }

  func person(_ handle: String) throws(Failure) -> EntityID {
    try found(bill.people.first { $0.handle == handle }?.id, "person", handle)
  }

  func people(_ handles: [String]) throws(Failure) -> [EntityID] {
    var people: [EntityID] = []
    for handle in handles { people.append(try person(handle)) }
    return people
  }

  func team(_ handle: String) throws(Failure) -> EntityID {
    try found(bill.team(named: handle)?.id, "team", handle)
  }

  func service(_ handle: String) throws(Failure) -> EntityID {
    try found(bill.services.first { $0.handle == handle }?.id, "service", handle)
  }

  /// The time of a shift that begins later than now.
  ///
  /// - Parameters:
  ///   - index: 0 is the first of the person, or of the schedule when nobody is named.
  ///   - part: from which hour of it to which; all of it when nil.
  func shift(
    _ index: Int, of person: EntityID? = nil, in schedule: Schedule, part: [Int64]? = nil,
    _ bill: WatchBill
  ) throws -> PersonShift {
    let ahead = Period(now, now.advanced(by: 10 * Instant.week))
    let shifts = try bill.resolver(of: schedule).wholeShifts(in: ahead).filter {
      $0.period.start > now && (person == nil || $0.person == person)
    }
    guard shifts.indices.contains(index) else {
      throw Failure(.failed, "\(schedule.name) has no shift \(index) that the demo can use")
    }
    let shift = shifts[index]
    guard let part, part.count == 2 else { return PersonShift(shift.person, shift.period) }
    let cut = Period(
      shift.period.start.advanced(by: part[0] * Instant.hour),
      shift.period.start.advanced(by: part[1] * Instant.hour))
    return PersonShift(shift.person, cut.intersection(shift.period))
  }

  private func found(
    _ id: EntityID?, _ what: String, _ name: String
  ) throws(Failure) -> EntityID {
    guard let id else { throw Failure(.failed, "the demo has no \(what) \(name)") }
    return id
  }
}

extension WatchBill {
  /// A schedule by name; throws when there is none.
  func schedule(named name: String) throws(Failure) -> Schedule {
    guard let schedule = schedules.first(where: { $0.name == name }) else {
      throw Failure(.failed, "the demo has no schedule \(name)")
    }
    return schedule
  }
}
