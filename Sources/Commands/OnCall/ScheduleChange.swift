internal import Canvas
internal import Domain
internal import Storage

/// A schedule as it is to become, from a file or with an imported calendar.
struct ScheduleChange {
  /// As the file says it, under the ids of the known one.
  var schedule: Schedule
  /// When people are away, as far as nobody said so before.
  var absences: [Absence] = []

  /// The schedule of a file; one of that name that is here already is changed.
  init(file path: String, in open: OpenBill) throws {
    let world = FileWorld(open)
    let file = try ScheduleFile.read(path, world.world)
    schedule = file.schedule
    schedule.name = file.handle
    if file.schedule.name != file.handle {
      try open.shell.say(
        CleanText(
          "a workspace knows a schedule by one name, \(file.handle); "
            + "\"\(file.schedule.name)\" is not kept"
        ).characters)
    }
    absences = file.absences.filter { absence in
      !open.bill.absences.contains {
        $0.person == absence.person && $0.period == absence.period
      }
    }
  }

  /// A known schedule with a layer read from an iCalendar file.
  init(calendar path: String, layer name: String, of known: Schedule, in open: OpenBill) throws {
    let shelf = ZoneShelf(open.shell.variable)
    let reader = CalendarReader(zone: known.zone) { (try? shelf.zone($0)) != nil }
    let bytes = Array(try InputFile.text(path).utf8)
    let calendar: ImportedCalendar
    do throws(CalendarError) {
      calendar = try reader.read(bytes).matched(to: open.bill.people)
    } catch {
      throw Failure(.badData, "\(path): \(error)")
    }
    for (title, line) in calendar.unmatched {
      try open.shell.say(
        CleanText(
          "\(path): line \(line): nobody here is called \"\(title)\", so the shift is empty"
        ).characters)
    }
    schedule = known
    var layers = known.version(at: open.now)?.layers ?? []
    if let index = layers.firstIndex(where: { $0.name.isSame(as: name) }) {
      layers[index].source = .calendar(calendar)
    } else {
      layers.append(
        Layer(id: open.workspace.store.environment.newID(), name: name, source: .calendar(calendar))
      )
    }
    schedule.versions = [Schedule.Version(layers: layers)]
  }

  /// Reads times in the zone of the schedule.
  func typed(in open: OpenBill) throws -> TypedInstant {
    TypedInstant(zone: try zones(open).zone(schedule.zone), now: open.now)
  }

  /// What is to be written when it begins at a time; at the next handoff unless said otherwise.
  func planned(from start: Instant?, in open: OpenBill) throws -> PlannedChange {
    var bill = open.bill
    bill.zones = try zones(open)
    guard let known = bill.schedule(schedule.id) else {
      return PlannedChange(
        verb: .apply(schedule, from: open.now), before: nil, after: schedule, bill: bill,
        start: open.now, absences: verbs)
    }
    let ahead = Period(open.now, open.now.advanced(by: 8 * Instant.week))
    let next = try bill.resolver(of: known).timeline(in: ahead).handoffs.first?.at
    let start = max(start ?? next ?? open.now, open.now)
    let edited = keepingTurns(of: known, from: start, bill.zones, now: open.now)
    return PlannedChange(
      verb: .apply(edited, from: start), before: known,
      after: try bill.applying(edited, from: start, now: open.now), bill: bill, start: start,
      absences: verbs)
  }

  private var verbs: [WatchVerb] {
    absences.map { .addAbsence($0.person, $0.period, note: $0.note) }
  }

  private func zones(_ open: OpenBill) throws -> ZoneCatalog {
    open.shell.environment.zones(open.bill.zoneNames.union(schedule.zoneNames))
  }

  /// The schedule with offsets by which the running turns stay with whom they are.
  ///
  /// Only where nothing but the people of a rotation changed: everything else is as the file has it.
  private func keepingTurns(
    of known: Schedule, from start: Instant, _ zones: ZoneCatalog, now: Instant
  ) -> Schedule {
    guard let before = known.version(at: start)?.layers else { return schedule }
    var edited = schedule
    for index in edited.versions.indices {
      for place in edited.versions[index].layers.indices {
        let layer = edited.versions[index].layers[place]
        guard case .rotation(let new) = layer.source,
          case .rotation(let old)? = before.first(where: { $0.id == layer.id })?.source,
          new.slots != old.slots, new.replacing(slots: old.slots) == old,
          let turns = try? Turns(old, zones: zones)
        else { continue }
        let edit = turns.editing(slots: new.slots, from: .at(start), now: now)
        edited.versions[index].layers[place].source = .rotation(edit.rotation)
      }
    }
    return edited
  }
}

extension Rotation {
  fileprivate func replacing(slots: [[EntityID]]) -> Rotation {
    var other = self
    other.slots = slots
    return other
  }
}

/// A change of a schedule that is worked out and not made yet.
struct PlannedChange {
  let verb: WatchVerb
  /// Nil when the schedule is new.
  let before: Schedule?
  let after: Schedule
  /// With the zones of both.
  let bill: WatchBill
  let start: Instant
  /// Absences to be added with it.
  let absences: [WatchVerb]

  /// The most spans shown of one person.
  private static let shown = 6

  /// Whose shifts move within eight weeks, a line each.
  func lines(_ open: OpenBill) throws -> [String] {
    var words = open.words
    words.clock = WallClock(try bill.zones.zone(after.zone))
    let new = try bill.resolver(of: after)
    guard let before else {
      let handoffs = new.timeline(in: ahead(open.now)).handoffs.prefix(3)
      return ["\(after.name) is new; its next handoffs (\(after.zone)):"]
        + handoffs.map { "  \(words.moment($0.at))  \(words.mentions($0.incoming)) on call" }
    }
    let preview = RosterPreview(from: try bill.resolver(of: before), to: new, now: open.now)
    guard !preview.moves.isEmpty else { return ["no shift moves within eight weeks"] }
    let heading =
      "from \(words.moment(start)), within eight weeks (times in \(after.zone)):"
    return [heading]
      + preview.moves.flatMap { move in
        spans(move.loses, "\(words.mention(move.person)) no longer", words)
          + spans(move.gains, "\(words.mention(move.person)) newly", words)
      }.map { CleanText("  " + $0).characters }
  }

  private func ahead(_ now: Instant) -> Period { Period(now, now.advanced(by: 8 * Instant.week)) }

  private func spans(_ periods: [Period], _ who: String, _ words: Wording) -> [String] {
    let hidden = periods.count - PlannedChange.shown
    return periods.prefix(PlannedChange.shown).map { "\(who) \(words.span($0.start, $0.end))" }
      + (hidden > 0 ? ["\(who) \(hidden) more times"] : [])
  }
}

/// The names of a schedule file as a workspace knows them, and ids for what is new.
private final class FileWorld {
  private let open: OpenBill
  private var known: Schedule?
  private var layers: [String: EntityID] = [:]
  private var last: EntityID

  init(_ open: OpenBill) {
    self.open = open
    last = open.workspace.store.environment.newID()
  }

  var world: ScheduleWorld {
    let shelf = ZoneShelf(open.shell.variable)
    let bill = open.bill
    return ScheduleWorld(
      person: { handle in bill.people.first { $0.handle.isSame(as: handle) }?.id },
      team: { bill.team(named: $0)?.id }, id: id, zone: shelf.zone,
      people: bill.people.map(\.handle), teams: bill.teams.map(\.handle))
  }

  private func id(of part: ScheduleFile.Part) -> EntityID {
    switch part {
    case .schedule(let handle):
      known = open.bill.schedules.first { $0.name.isSame(as: handle) }
      return known?.id ?? next()
    case .layer(let name):
      if let id = layers[name] { return id }
      let all = known?.versions.flatMap(\.layers) ?? []
      let id = all.last { $0.name == name }?.id ?? next()
      layers[name] = id
      return id
    case .override, .absence, .fixedPlan: return next()
    }
  }

  /// Later ones are greater, which decides between two overrides of one person.
  private func next() -> EntityID {
    last = EntityID(high: last.high, low: last.low &+ 1)
    return last
  }
}
