internal import Domain
internal import Storage

/// Overrides, requests, offers, absences and maintenance.
extension DemoHistory {
  func covering(_ cast: DemoCast) throws -> [Deed] {
    var deeds: [Deed] = []
    for override in plan.overrides { deeds.append(try deed(override, cast)) }
    for cover in plan.covers { deeds += try self.deeds(cover, cast) }
    for offer in plan.offers { deeds += try self.deeds(offer, cast) }
    for absence in plan.absences { deeds.append(try deed(absence, cast)) }
    for window in plan.maintenance { deeds.append(try deed(window, cast)) }
    return deeds
  }

  private func deed(_ override: DemoOverride, _ cast: DemoCast) throws -> Deed {
    let actor = try cast.person(override.by)
    let replacement = try override.replace.map { try cast.person($0) }
    let addition = try override.add.map { try cast.person($0) }
    return Deed(
      at: override.at.instant(from: now),
      act: .watch { sitting in
        let schedule = try sitting.bill.schedule(named: override.schedule)
        let shift = try cast.shift(
          override.shift, in: schedule, part: override.part, sitting.bill)
        let kind: Override.Kind =
          if let replacement {
            .replace(shift.person, with: replacement)
          } else if let addition {
            .add([addition])
          } else {
            .remove(shift.person)
          }
        try sitting.perform(
          .override(schedule.id, kind, shift.period, note: override.note), as: actor)
      })
  }

  private func deeds(_ cover: DemoCover, _ cast: DemoCast) throws -> [Deed] {
    let asker = try cast.person(cover.of)
    let named = try cast.people(cover.named ?? [])
    var deeds = [
      Deed(
        at: cover.at.instant(from: now),
        act: .watch { sitting in
          let schedule = try sitting.bill.schedule(named: cover.schedule)
          let shift = try cast.shift(
            cover.shift, of: asker, in: schedule, part: cover.part, sitting.bill)
          try sitting.perform(
            .askCover(schedule.id, for: asker, shift.period, note: cover.note, named: named),
            as: asker)
        })
    ]
    guard let taken = cover.taken, let taker = try cover.by.map({ try cast.person($0) }) else {
      return deeds
    }
    deeds.append(
      Deed(
        at: taken.instant(from: now),
        act: .watch { sitting in
          let request = sitting.bill.covers.first { $0.asker == asker && $0.takes.isEmpty }
          guard let request else { throw Failure(.failed, "\(cover.of) has asked for no cover") }
          try sitting.perform(.takeCover(request.id, nil), as: taker)
        }))
    return deeds
  }

  private func deeds(_ offer: DemoOffer, _ cast: DemoCast) throws -> [Deed] {
    let giver = try cast.person(offer.from)
    let receiver = try cast.person(offer.to)
    var deeds = [
      Deed(
        at: offer.at.instant(from: now),
        act: .watch { sitting in
          let schedule = try sitting.bill.schedule(named: offer.schedule)
          let gives = try cast.shift(offer.shift, of: giver, in: schedule, sitting.bill)
          let takes = try offer.for.map {
            try cast.shift($0, of: receiver, in: schedule, sitting.bill).period
          }
          try sitting.perform(
            .offerShift(schedule.id, to: receiver, gives: gives.period, takes: takes), as: giver)
        })
    ]
    guard let accepted = offer.accepted else { return deeds }
    deeds.append(
      Deed(
        at: accepted.instant(from: now),
        act: .watch { sitting in
          let made = sitting.bill.offers.first {
            $0.giver == giver && $0.receiver == receiver && $0.answer == nil
          }
          guard let made else { throw Failure(.failed, "\(offer.from) has offered no shift") }
          try sitting.perform(.answerOffer(made.id, accepts: true), as: receiver)
        }))
    return deeds
  }

  private func deed(_ absence: DemoAbsence, _ cast: DemoCast) throws -> Deed {
    let person = try cast.person(absence.person)
    return Deed(
      at: absence.at.instant(from: now),
      act: .watch { sitting in
        var start = now
        if let moment = absence.from.moment { start = moment.instant(from: now) }
        if let name = absence.schedule, let index = absence.shift {
          let schedule = try sitting.bill.schedule(named: name)
          let shift = try cast.shift(index, of: person, in: schedule, sitting.bill)
          start = shift.period.start.advanced(by: (absence.from.hours ?? 0) * Instant.hour)
        }
        let period = Period(start, start.advanced(by: absence.hours * Instant.hour))
        try sitting.perform(.addAbsence(person, period, note: absence.note), as: person)
      })
  }

  private func deed(_ window: DemoMaintenance, _ cast: DemoCast) throws -> Deed {
    let actor = try cast.person(window.by)
    let services = Set(try window.services.map { try cast.service($0) })
    let zone = (try? cast.zones.zone(window.zone)) ?? .utc
    let start = window.from.instant(from: now, in: zone)
    let period = Period(start, start.advanced(by: window.hours * Instant.hour))
    return Deed(
      at: window.at.instant(from: now),
      act: .watch { sitting in
        try sitting.perform(
          .maintain(period, reason: window.reason, services: services), as: actor)
      })
  }
}
