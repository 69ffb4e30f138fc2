/// What stands in the way when a person, a team or a service is to go.
extension WatchBill {
  /// What is a person's from now on, each with what to do about it; empty when nothing is.
  ///
  /// What is over, and what others would still see of it, holds nobody.
  public func ties(ofPerson id: EntityID, now: Instant) -> [String] {
    guard let person = person(id) else { return [] }
    var ties: [String] = []
    let watches = schedules.filter { $0.comingParticipants(now: now).contains(id) }.map(\.name)
    if !watches.isEmpty {
      ties.append(
        "stands in \(watches.inWords): take them out of the file and apply it with 'watchbill "
          + "oncall show --apply', or end their overrides")
    }
    let steps = policies.filter { named in
      named.policy.lastResort == id
        || named.policy.steps.contains { $0.targets.contains(.person(id)) }
    }.map(\.handle)
    if !steps.isEmpty {
      ties.append("is paged by \(steps.inWords): change it with 'watchbill page policy set'")
    }
    let owned = services.filter { $0.owner == person.handle }.map(\.handle)
    if !owned.isEmpty {
      ties.append(
        "owns \(owned.inWords): hand it over with 'watchbill service handoff', or 'watchbill service "
          + "edit --owner'")
    }
    let held = pages.count { $0.isOpen && $0.owner == id }
    if held > 0 { ties.append("holds \(held.things("open page")): release or resolve them") }
    return ties
  }

  /// What is a team's, each with what to do about it; empty when nothing is.
  public func ties(ofTeam id: EntityID) -> [String] {
    var ties: [String] = []
    let owned = services(of: id).map(\.handle)
    if !owned.isEmpty {
      ties.append("owns \(owned.inWords): give it away with 'watchbill service edit --team'")
    }
    let watches = schedules(of: id).map(\.name)
    if !watches.isEmpty {
      ties.append(
        "has \(watches.inWords): remove it with 'watchbill oncall show --remove', or give it another "
          + "team in its file")
    }
    let steps = policies.filter { named in
      named.policy.steps.contains { $0.targets.contains(.team(id)) }
    }.map(\.handle)
    if !steps.isEmpty {
      ties.append("is paged by \(steps.inWords): change it with 'watchbill page policy set'")
    }
    if prompts.contains(where: { $0.team == id }) {
      ties.append("is asked for updates: remove that with 'watchbill status prompt remove'")
    }
    return ties
  }

  /// What is open of a service, each with what to do about it; empty when nothing is.
  public func ties(ofService id: EntityID) -> [String] {
    let open = pages.count { $0.isOpen && $0.service == id }
    return open == 0 ? [] : ["has \(open.things("open page")): resolve them first"]
  }
}

extension Schedule {
  /// Everybody whom the plan in force, what follows it, and what is laid over both name.
  public func comingParticipants(now: Instant) -> Set<EntityID> {
    var coming = self
    let holding = version(at: now)
    coming.versions = versions.filter { $0.start > now || $0 == holding }
    coming.overrides = overrides.filter { $0.period.end > now }
    coming.fixedPlans = fixedPlans.filter { $0.period.end > now }
    return coming.participants
  }
}

extension [String] {
  fileprivate var inWords: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Int {
  fileprivate func things(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}
