internal import Domain
internal import Storage

/// The names of a schedule file as a workspace knows them, and ids for what is new.
final class FileWorld {
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
      person: person,
      team: { bill.team(named: $0)?.id }, id: id, zone: shelf.zone, calendar: calendar,
      people: bill.people.map(\.handle), gone: bill.gone.values.map(\.handle),
      teams: bill.teams.map(\.handle))
  }

  /// A person by handle; one who left only where the schedule names them already.
  private func person(_ handle: String) -> EntityID? {
    if let person = open.bill.people.first(where: { $0.handle.isSame(as: handle) }) {
      return person.id
    }
    let named = known?.participants ?? []
    return open.bill.gone.first { named.contains($0.key) && $0.value.handle.isSame(as: handle) }?
      .key
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

  /// The calendar of a layer in the version that begins then, else in the one that holds then.
  private func calendar(_ layer: EntityID, _ start: Instant?) -> ImportedCalendar? {
    let versions = known?.versions ?? []
    let same = versions.first { $0.effectiveFrom == start }
    let holding = known?.version(at: start ?? open.now)
    let candidates = [same, holding].compactMap(\.self) + versions.reversed()
    for version in candidates {
      guard case .calendar(let calendar) = version.layers.first(where: { $0.id == layer })?.source
      else { continue }
      return calendar
    }
    return nil
  }

  /// Later ones are greater, which decides between two overrides of one person.
  private func next() -> EntityID {
    last = EntityID(high: last.high, low: last.low &+ 1)
    return last
  }
}
