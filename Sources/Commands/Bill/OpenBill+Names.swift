internal import Domain

/// What people type for what is in a bill, or one line that says what is there.
extension OpenBill {
  /// A person by handle, with or without `@`; `@me` is whoever acts.
  func person(_ typed: String) throws(Failure) -> EntityID {
    let handle = typed.hasPrefix("@") ? String(typed.dropFirst()) : typed
    if handle.lowercased() == "me" { return try acting() }
    let found = bill.people.first { $0.handle.isSame(as: handle) }
    if found == nil, bill.gone.values.contains(where: { $0.handle.isSame(as: handle) }) {
      throw Failure(
        .notFound, "@\(handle.shown) has left; name somebody else, see 'watchbill person list'")
    }
    return try self.found(found, "person", handle, bill.people.map(\.handle), "person list").id
  }

  /// People by their handles, several with commas.
  func people(_ typed: [String]) throws(Failure) -> [EntityID] {
    var people: [EntityID] = []
    for handle in typed.split {
      let person = try person(handle)
      if !people.contains(person) { people.append(person) }
    }
    return people
  }

  /// A team by handle.
  func team(_ typed: String) throws(Failure) -> Team {
    try found(bill.team(named: typed), "team", typed, bill.teams.map(\.handle), "team list")
  }

  /// A service by handle.
  func service(_ typed: String) throws(Failure) -> Service {
    let found = bill.services.first { $0.handle.isSame(as: typed) }
    return try self.found(found, "service", typed, bill.services.map(\.handle), "service list")
  }

  /// A schedule by name.
  func schedule(_ typed: String) throws(Failure) -> Schedule {
    let found = bill.schedules.first { $0.name.isSame(as: typed) }
    return try self.found(found, "schedule", typed, bill.schedules.map(\.name), "oncall show")
  }

  /// An escalation policy by handle.
  func policy(_ typed: String) throws(Failure) -> WatchBill.NamedPolicy {
    let found = bill.policies.first { $0.handle.isSame(as: typed) }
    return try self.found(
      found, "policy", typed, bill.policies.map(\.handle), "page policy list")
  }

  /// Who is to receive something: `bo`, `@bo` or `team:api`.
  func receiver(_ typed: String) throws(Failure) -> Handoff.Receiver {
    guard typed.lowercased().hasPrefix("team:") else { return .person(try person(typed)) }
    return .team(try team(String(typed.dropFirst(5))).id)
  }

  /// The schedules of a team, or all of them: those of whoever acts first, then by name.
  func schedules(of team: String?) throws(Failure) -> [Schedule] {
    if let team { return bill.schedules(of: try self.team(team).id) }
    guard let me = workspace.me else { return bill.schedules }
    let mine = bill.teams(of: me)
    func rank(_ schedule: Schedule) -> Int {
      if schedule.participants.contains(me) { return 0 }
      return schedule.team.map(mine.contains) ?? false ? 1 : 2
    }
    return bill.schedules.sorted { (rank($0), $0.name) < (rank($1), $1.name) }
  }

  private func found<Thing>(
    _ thing: Thing?, _ kind: String, _ typed: String, _ known: [String], _ list: String
  ) throws(Failure) -> Thing {
    if let thing { return thing }
    let near = nearWords(to: typed, among: known)
    let advice = near.isEmpty ? "see 'watchbill \(list)'" : "did you mean \(near.inWords)?"
    throw Failure(.notFound, "there is no \(kind) '\(typed.shown)'; \(advice)")
  }
}
