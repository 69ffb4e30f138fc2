extension WatchPlanner {
  func askCover(
    _ id: EntityID, _ person: EntityID, _ period: Period, _ note: String, _ named: [EntityID],
    _ newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    let schedule = try schedule(id)
    let wish = CoverRequest(
      id: newID(), schedule: id, asker: person, actor: actor, period: period, note: note,
      named: named)
    let request = try refusing { () throws(CoverRefusal) in
      try wish.asking(among: bill.covers, now: now)
    }
    let whom = person == actor ? "" : " for \(wording.mention(person))"
    return WatchPlan("asked for cover\(whom) in \(schedule.name)", [.put(.cover(request))])
  }

  func takeCover(
    _ id: EntityID, _ part: Period?, _ newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    var request = try found(bill.covers.first { $0.id == id }, "request")
    let schedule = try schedule(request.schedule)
    let taken = try refusing { () throws(CoverRefusal) in
      try request.take(by: actor, part, now: now, newID: newID)
    }
    for override in taken { try check(request.asker, canBeCovered: override.period, in: schedule) }
    let overrides = try standingIn(taken, in: schedule, newID)
    return WatchPlan(
      "covers \(wording.mention(request.asker)) in \(schedule.name)",
      try putting(overrides, in: schedule) + [.put(.cover(request))],
      warnings: rivals(of: overrides, in: schedule))
  }

  func withdrawCover(_ id: EntityID) throws(WatchRefusal) -> WatchPlan {
    var request = try found(bill.covers.first { $0.id == id }, "request")
    guard actor == request.asker || actor == request.actor else {
      throw WatchRefusal("only who asked for cover can withdraw it", isAboutActor: true)
    }
    try refusing { () throws(CoverRefusal) in try request.withdraw(now: now) }
    return WatchPlan("no longer asks for cover", [.put(.cover(request))])
  }

  func takeShift(
    _ id: EntityID, from person: EntityID?, _ newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    let schedule = try schedule(id)
    let resolver = try bill.resolver(of: schedule)
    let holders = resolver.resolve(now).holders.map(\.person)
    guard let relieved = person ?? (holders.count == 1 ? holders.first : nil) else {
      throw WatchRefusal(
        holders.isEmpty
          ? "nobody is on call in \(schedule.name) now; put somebody on call with an override"
          : "\(wording.mentions(holders)) are on call in \(schedule.name); say whose shift you take"
      )
    }
    let override = try refusing { () throws(CoverRefusal) in
      try resolver.taking(over: relieved, by: actor, now: now, id: newID())
    }
    let overrides = try standingIn([override], in: schedule, newID)
    return WatchPlan(
      "took the shift of \(wording.mention(relieved)) in \(schedule.name)",
      try putting(overrides, in: schedule), warnings: rivals(of: overrides, in: schedule))
  }

  func offerShift(
    _ id: EntityID, to receiver: EntityID, _ gives: Period, _ takes: Period?,
    _ newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    let schedule = try schedule(id)
    try check(actor, holds: gives, in: schedule)
    if let takes { try check(receiver, holds: takes, in: schedule) }
    let wish = ShiftOffer(
      id: newID(), schedule: id, from: actor, to: receiver, gives: gives, takes: takes)
    let offer = try refusing { () throws(CoverRefusal) in try wish.offering(now: now) }
    let what = takes == nil ? "offered a shift" : "offered a swap"
    return WatchPlan(
      "\(what) in \(schedule.name) to \(wording.mention(receiver))", [.put(.offer(offer))])
  }

  func answerOffer(
    _ id: EntityID, _ accepts: Bool, _ newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    var offer = try found(bill.offers.first { $0.id == id }, "offer")
    let schedule = try schedule(offer.schedule)
    let what = offer.takes == nil ? "a shift" : "a swap"
    guard accepts else {
      try refusing { () throws(CoverRefusal) in try offer.decline(by: actor, now: now) }
      return WatchPlan(
        "declined \(what) of \(wording.mention(offer.giver))", [.put(.offer(offer))])
    }
    let accepted = try refusing { () throws(CoverRefusal) in
      try offer.accept(by: actor, now: now, newID: newID)
    }
    try check(offer.giver, stillHolds: offer.gives, in: schedule)
    if let takes = offer.takes { try check(offer.receiver, stillHolds: takes, in: schedule) }
    let overrides = try standingIn(accepted, in: schedule, newID)
    return WatchPlan(
      "accepted \(what) of \(wording.mention(offer.giver)) in \(schedule.name)",
      try putting(overrides, in: schedule) + [.put(.offer(offer))],
      warnings: rivals(of: overrides, in: schedule))
  }

  func withdrawOffer(_ id: EntityID) throws(WatchRefusal) -> WatchPlan {
    var offer = try found(bill.offers.first { $0.id == id }, "offer")
    guard actor == offer.giver else {
      throw WatchRefusal("only who offered a shift can withdraw it", isAboutActor: true)
    }
    try refusing { () throws(CoverRefusal) in try offer.withdraw(now: now) }
    return WatchPlan("withdrew an offer of a shift", [.put(.offer(offer))])
  }

  func addAbsence(
    _ person: EntityID, _ period: Period, _ note: String, _ newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    guard !period.isEmpty else {
      throw WatchRefusal("an absence must end after it begins; swap the two or move the end")
    }
    guard period.end > now else { throw WatchRefusal("that absence is over already") }
    let absence = Absence(id: newID(), person: person, period, note: note)
    return WatchPlan(
      "\(wording.mention(person)) is away \(wording.span(period.start, period.end))",
      [.put(.absence(absence))], warnings: conflicts(with: absence, in: bill.schedules))
  }

  /// The shifts to come that fall into an absence, a sentence each.
  func conflicts(with absence: Absence, in schedules: [Schedule]) -> [String] {
    let (person, period) = (absence.person, absence.period)
    return schedules.flatMap { schedule in
      (try? bill.resolver(of: schedule))?.conflicts(
        with: [absence], in: Period(max(now, period.start), period.end)
      ).map { conflict in
        "\(wording.mention(person)) is on call in \(schedule.name) "
          + "\(wording.span(conflict.overlap.start, conflict.overlap.end)); ask for cover"
      } ?? []
    }
  }

  func removeAbsence(_ id: EntityID) throws(WatchRefusal) -> WatchPlan {
    let absence = try found(bill.absences.first { $0.id == id }, "absence")
    return WatchPlan(
      "\(wording.mention(absence.person)) is not away after all",
      [.trash(EntityRef(.absence, id))])
  }

  /// Refuses a gift of what somebody does not hold.
  private func check(
    _ person: EntityID, holds period: Period, in schedule: Schedule
  ) throws(WatchRefusal) {
    guard try holds(person, period, in: schedule) else {
      throw WatchRefusal(
        "\(wording.mention(person)) is not on call in \(schedule.name) all of "
          + "\(wording.span(period.start, period.end))")
    }
  }

  /// Refuses to go on with an offer that was true when it was made and is not any more.
  private func check(
    _ person: EntityID, stillHolds period: Period, in schedule: Schedule
  ) throws(WatchRefusal) {
    guard try holds(person, period, in: schedule) else {
      throw WatchRefusal(
        "\(schedule.name) has changed since: \(wording.mention(person)) is no longer on call all "
          + "of \(wording.span(period.start, period.end)); make a new offer")
    }
  }

  private func holds(
    _ person: EntityID, _ period: Period, in schedule: Schedule
  ) throws(WatchRefusal) -> Bool {
    let stretches = try bill.resolver(of: schedule).timeline(in: period).stretches
    return !stretches.isEmpty
      && stretches.allSatisfy { stretch in stretch.holders.contains { $0.person == person } }
  }

  /// Refuses to cover somebody who has no shift in a time, or whose shift another has by now.
  ///
  /// A request may reach over hours that are nobody's or another's; those stay as they are.
  private func check(
    _ asker: EntityID, canBeCovered period: Period, in schedule: Schedule
  ) throws(WatchRefusal) {
    let stretches = try bill.resolver(of: schedule).timeline(in: period).stretches
    for stretch in stretches {
      for holder in stretch.holders where holder.reason.insteadOf == asker {
        throw WatchRefusal(
          "\(schedule.name) has changed since: \(wording.mention(holder.person)) is on call for "
            + "\(wording.mention(asker)) "
            + "\(wording.span(stretch.period.start, stretch.period.end)); take another part")
      }
    }
    guard stretches.contains(where: { $0.holders.contains { $0.person == asker } }) else {
      throw WatchRefusal(
        "\(schedule.name) has changed since: \(wording.mention(asker)) is no longer on call "
          + "\(wording.span(period.start, period.end)), so there is nothing to cover")
    }
  }
}
