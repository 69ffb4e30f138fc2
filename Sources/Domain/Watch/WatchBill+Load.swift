/// Who carried how much of some schedules, with what the shifts alone do not tell.
public struct WatchLoad: Sendable, Equatable {
  /// The time on call, counted and compared.
  public var report: LoadReport
  /// Pages by person: those that rang while the person was on call for the team of the service,
  /// or that the person took first; each counts once for each.
  public var pages: [EntityID: Int]
  /// How many of those rang outside working hours, Monday to Friday 09:00-18:00 in the person's zone.
  public var oddPages: [EntityID: Int] = [:]
  /// Milliseconds on call in each week of the period, oldest first, by person.
  public var weeks: [EntityID: [Int64]]
}

extension WatchBill {
  /// Who carried how much of these schedules over a period.
  ///
  /// Everybody who is here and stands in one of them gets a line. Nights and weekends are those of
  /// the person's own zone, else of the schedule's. Throws when zone data are missing.
  public func load(
    of schedules: [Schedule], in period: Period
  ) throws(WatchRefusal) -> WatchLoad {
    var timelines: [(schedule: Schedule, timeline: Timeline)] = []
    for schedule in schedules {
      timelines.append((schedule, try resolver(of: schedule).timeline(in: period)))
    }
    let shifts = timelines.flatMap { $0.timeline.shifts.map { PersonShift($0.person, $0.period) } }
    let participants = schedules.reduce(into: Set<EntityID>()) { $0.formUnion($1.participants) }
    let people = self.people.filter { participants.contains($0.id) }
    let report = LoadReport(shifts, of: people.map { loadPerson($0, schedules) }, in: period)
    let rang = pagesThatRang(timelines, in: period)
    let zones = Dictionary(
      people.map { ($0.id, loadPerson($0, schedules).zone) },
      uniquingKeysWith: { first, _ in first })
    let odd = rang.map { person, instants in
      (person, instants.count { !(zones[person] ?? .utc).isWorkingTime($0) })
    }
    return WatchLoad(
      report: report, pages: rang.mapValues(\.count),
      oddPages: Dictionary(odd, uniquingKeysWith: { first, _ in first }),
      weeks: weeks(of: shifts, in: period))
  }

  private func loadPerson(_ person: Person, _ schedules: [Schedule]) -> LoadPerson {
    let usual = schedules.first { $0.participants.contains(person.id) }?.zone
    let zone = [person.zone, usual].lazy.compactMap(\.self).compactMap { try? zones.zone($0) }.first
    return LoadPerson(
      id: person.id, zone: zone ?? .utc,
      absences: absences.filter { $0.person == person.id }.map(\.period))
  }

  /// When pages rang for whom.
  private func pagesThatRang(
    _ timelines: [(schedule: Schedule, timeline: Timeline)], in period: Period
  ) -> [EntityID: [Instant]] {
    var pages: [EntityID: [Instant]] = [:]
    for page in self.pages where page.alarms > 0 && period.contains(page.firstSeen) {
      let team = service(page.service)?.team.flatMap(team(named:))?.id
      var rang = Set([page.firstAck?.by].compactMap(\.self))
      for (schedule, timeline) in timelines where team != nil && schedule.team == team {
        rang.formUnion(timeline.stretch(at: page.firstSeen)?.holders.map(\.person) ?? [])
      }
      for person in rang { pages[person, default: []].append(page.firstSeen) }
    }
    return pages
  }

  private func weeks(of shifts: [PersonShift], in period: Period) -> [EntityID: [Int64]] {
    let starts = stride(
      from: period.start.milliseconds, to: period.end.milliseconds, by: Int64.Stride(Instant.week))
    let weeks = starts.map { start in
      Period(Instant(milliseconds: start), Instant(milliseconds: start + Instant.week))
    }
    return Dictionary(grouping: shifts, by: \.person).mapValues { shifts in
      let held = shifts.map(\.period).united()
      return weeks.map { held.intersecting([$0]).coveredMilliseconds }
    }
  }
}

extension Zone {
  /// Whether people who live by its clocks are at work, as they usually are.
  fileprivate func isWorkingTime(_ instant: Instant) -> Bool {
    let local = local(instant)
    return !Weekdays.weekend.contains(local.weekday) && (9..<18).contains(local.time.seconds / 3600)
  }
}
