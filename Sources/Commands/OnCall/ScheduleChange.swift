internal import Canvas
internal import Domain
internal import Storage

/// A schedule as it is to become, from a file or with an imported calendar.
struct ScheduleChange {
  /// As the file says it, under the ids of the known one.
  var schedule: Schedule
  /// When people are away, as far as nobody said so before.
  var absences: [Absence] = []
  /// The rotations that leave open which of their places has turn 0.
  var openCounts: Set<ScheduleFile.LayerPlace> = []

  /// The schedule of a file; one of that name that is here already is changed.
  ///
  /// - Parameter name: the schedule that is meant, where somebody said so.
  init(file path: String, named name: String?, in open: OpenBill) throws {
    let file = try ScheduleFile.read(path, FileWorld(open).world)
    guard name.map({ $0.isSame(as: file.handle) }) ?? true else {
      throw Failure(
        .usage,
        "\(path) is about '\(file.handle)', not '\(name?.shown ?? "")'; leave the name out, or "
          + "apply the file of that schedule")
    }
    guard file.schedule.name == file.handle else {
      throw Failure(
        .badData,
        "\(path): name: a workspace knows a schedule by one name; take \"\(file.schedule.name.shown)\" "
          + "out, or write it in the place of '\(file.handle)'")
    }
    schedule = file.schedule
    openCounts = file.openCounts
    absences = file.absences.filter { absence in
      !open.bill.absences.contains {
        $0.person == absence.person && $0.period == absence.period
      }
    }
    takeNoIDs(of: open.bill.schedules.filter { $0.id != schedule.id }) {
      open.workspace.store.environment.newID()
    }
    guard let known = open.bill.schedule(schedule.id) else { return }
    keepRenamedLayer(of: known, now: open.now)
    let here = known.comingParticipants(now: open.now)
    for person in schedule.comingParticipants(now: open.now) where !here.contains(person) {
      guard let gone = open.bill.gone[person] else { continue }
      throw Failure(
        .badData, "\(path): \(gone.handle) has left and stands in the plan; name somebody else")
    }
  }

  /// A known schedule with a layer read from an iCalendar file, in the version that holds and in
  /// all that are to come.
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
    let layers = known.versions.flatMap(\.layers)
    let id =
      layers.last { $0.name.isSame(as: name) }?.id ?? open.workspace.store.environment.newID()
    schedule = known
    if schedule.versions.isEmpty { schedule.versions = [Schedule.Version(layers: [])] }
    for index in schedule.versions.indices {
      let place = schedule.versions[index].layers.firstIndex { $0.id == id }
      if let place {
        schedule.versions[index].layers[place].source = .calendar(calendar)
      } else {
        schedule.versions[index].layers.append(
          Layer(id: id, name: name, source: .calendar(calendar)))
      }
    }
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
        verb: .apply(schedule, from: open.now, absences: absences), before: nil, after: schedule,
        bill: bill, start: open.now, absences: absences)
    }
    var change = self
    var next: Instant?
    if start == nil {
      let handoffs = handoffs(over: known, bill.zones, now: open.now)
      change.stage(handoffs, over: known, now: open.now)
      next = handoffs.values.min()
    }
    if start == nil, next == nil {
      let ahead = Period(open.now, open.now.advanced(by: 8 * Instant.week))
      next = try bill.resolver(of: known).timeline(in: ahead).handoffs.first?.at
    }
    let begin = max(start ?? next ?? open.now, open.now)
    let edited = change.keepingTurns(of: known, from: begin, bill.zones, now: open.now)
    return PlannedChange(
      verb: .apply(edited, from: begin, absences: absences), before: known,
      after: try bill.applying(edited, from: begin, now: open.now), bill: bill, start: begin,
      absences: absences)
  }

  private func zones(_ open: OpenBill) throws -> ZoneCatalog {
    open.shell.environment.zones(open.bill.zoneNames.union(schedule.zoneNames))
  }

  /// Gives overrides that have the ids of another schedule's ids of their own: the file was copied.
  private mutating func takeNoIDs(of others: [Schedule], _ newID: () -> EntityID) {
    let taken = Set(others.flatMap(\.overrides).map(\.id))
    for index in schedule.overrides.indices where taken.contains(schedule.overrides[index].id) {
      schedule.overrides[index].id = newID()
    }
  }

  /// Takes the one layer of a new name for the known one that is gone, when its people serve alike.
  private mutating func keepRenamedLayer(of known: Schedule, now: Instant) {
    let ids = Set(known.versions.flatMap(\.layers).map(\.id))
    let written = schedule.versions.flatMap(\.layers)
    let new = written.filter { !ids.contains($0.id) }
    let gone = (known.version(at: now)?.layers ?? []).filter { layer in
      !written.contains { $0.id == layer.id }
    }
    guard Set(new.map(\.id)).count == 1, gone.count == 1,
      new.contains(where: { $0.source.isLike(gone[0].source) })
    else { return }
    for index in schedule.versions.indices {
      for place in schedule.versions[index].layers.indices
      where schedule.versions[index].layers[place].id == new[0].id {
        schedule.versions[index].layers[place].id = gone[0].id
      }
    }
  }
}

extension Layer.Source {
  /// Whether the same people serve in the same order, wherever their count begins.
  fileprivate func isLike(_ other: Layer.Source) -> Bool {
    guard case .rotation(let mine) = self, case .rotation(let theirs) = other else {
      return self == other
    }
    return mine.slots == theirs.slots && mine.countsLike(theirs)
  }
}
