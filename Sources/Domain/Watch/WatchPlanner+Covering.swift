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
    let overrides = try refusing { () throws(CoverRefusal) in
      try request.take(by: actor, part, now: now, newID: newID)
    }
    return WatchPlan(
      "covers \(wording.mention(request.asker)) in \(schedule.name)",
      try putting(standingIn(overrides, in: schedule, newID), in: schedule) + [
        .put(.cover(request))
      ])
  }

  func withdrawCover(_ id: EntityID) throws(WatchRefusal) -> WatchPlan {
    var request = try found(bill.covers.first { $0.id == id }, "request")
    guard actor == request.asker || actor == request.actor else {
      throw WatchRefusal("only who asked for cover can withdraw it")
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
    return WatchPlan(
      "took the shift of \(wording.mention(relieved)) in \(schedule.name)",
      try putting(standingIn([override], in: schedule, newID), in: schedule))
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
    let overrides = try refusing { () throws(CoverRefusal) in
      try offer.accept(by: actor, now: now, newID: newID)
    }
    return WatchPlan(
      "accepted \(what) of \(wording.mention(offer.giver)) in \(schedule.name)",
      try putting(standingIn(overrides, in: schedule, newID), in: schedule) + [.put(.offer(offer))])
  }

  func withdrawOffer(_ id: EntityID) throws(WatchRefusal) -> WatchPlan {
    var offer = try found(bill.offers.first { $0.id == id }, "offer")
    guard actor == offer.giver else {
      throw WatchRefusal("only who offered a shift can withdraw it")
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
    let conflicts = bill.schedules.flatMap { schedule in
      (try? bill.resolver(of: schedule))?.conflicts(
        with: [absence], in: Period(max(now, period.start), period.end)
      ).map { conflict in
        "\(wording.mention(person)) is on call in \(schedule.name) "
          + "\(wording.span(conflict.overlap.start, conflict.overlap.end)); ask for cover"
      } ?? []
    }
    return WatchPlan(
      "\(wording.mention(person)) is away \(wording.span(period.start, period.end))",
      [.put(.absence(absence))], warnings: conflicts)
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
    let timeline = try bill.resolver(of: schedule).timeline(in: period)
    let held = timeline.stretches.allSatisfy { stretch in
      stretch.holders.contains { $0.person == person }
    }
    guard held, !timeline.stretches.isEmpty else {
      throw WatchRefusal(
        "\(wording.mention(person)) is not on call in \(schedule.name) all of "
          + "\(wording.span(period.start, period.end))")
    }
  }
}
