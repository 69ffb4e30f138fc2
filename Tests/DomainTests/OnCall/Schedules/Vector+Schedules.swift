import Domain
import Testing

extension CaseData {
  var people: [EntityID] { list.compactMap(\.text).map(VectorName.id) }

  func person(_ name: String) -> EntityID { VectorName.id(self[name]?.text ?? "") }

  func period() throws -> Period {
    Period(try #require(self["start"]?.instant), try #require(self["end"]?.instant))
  }

  /// The resolver of the schedule an object of the case data describes.
  func resolver(now: Instant? = nil) throws -> Resolver {
    let zone = self["zone"]?.text ?? "UTC"
    var barred: [EntityID] = []
    var layers: [Layer] = []
    for (index, layer) in (self["layers"]?.list ?? []).enumerated() {
      let target = layer["target"] ?? .null
      let source: Layer.Source
      if let rotation = target["rotation"] {
        source = .rotation(try rotation.rotation())
        barred += rotation["not_eligible"]?.people ?? []
      } else if let shift = target["shift"] {
        source = .shifts([SingleShift(shift["users"]?.people ?? [], try shift.period())])
      } else {
        source = .people([target.person("user")])
      }
      layers.append(
        Layer(
          id: VectorName.id("layer \(index)"), name: "layer \(index)",
          priority: layer["priority"]?.integer ?? 0,
          windows: try layer["window"].map { [try $0.window(zone: zone)] } ?? [], source: source))
    }
    var overrides = try (self["overrides"]?.list ?? []).enumerated().map { index, override in
      try override.override(index)
    }
    for (index, swap) in (self["swaps"]?.list ?? []).enumerated() {
      overrides += try swap.swap(index)
    }
    let history = try (self["history"]?.list ?? []).map { entry in
      Ledger.Entry(
        person: entry.person("user"), start: try #require(entry["start"]?.instant),
        end: entry["end"]?.instant)
    }
    let schedule = Schedule(
      id: VectorName.id("schedule"), name: "schedule", zone: zone,
      versions: [Schedule.Version(layers: layers)], overrides: overrides,
      ledger: history.isEmpty ? Ledger() : Ledger(closedUntil: now, shifts: history))
    return try Resolver(schedule, zones: SystemZones.catalog, barred: Barred(always: barred))
  }

  /// The overrides of a cover request in the state the case data give it.
  private func swap(_ index: Int) throws -> [Override] {
    let before = try period().start.advanced(by: -Instant.hour)
    var request = try CoverRequest(
      id: VectorName.id("swap \(index)"), schedule: VectorName.id("schedule"),
      asker: person("beneficiary"), period: try period()
    ).asking(among: [], now: before)
    switch self["status"]?.text {
    case "taken":
      return try request.take(by: person("benefactor"), now: before) {
        VectorName.id("taken \(index)")
      }
    case "deleted": try request.withdraw(now: before)
    case "past_due": #expect(request.state(at: try period().start) == .expired)
    default: #expect(request.state(at: before) == .open)
    }
    return []
  }

  func override(_ index: Int) throws -> Override {
    let kind: Override.Kind
    switch self["kind"]?.text {
    case "add": kind = .add([person("add")])
    case "remove": kind = .remove(person("remove"))
    case "replace": kind = .replace(person("remove"), with: person("add"))
    default: kind = .cover(self["users"]?.people ?? [])
    }
    return Override(
      id: VectorName.id("override \(index)"), kind, try period(),
      priority: self["priority"]?.integer ?? 0, sequence: Int64(index))
  }
}

/// Who is on call when, without the reason: what the case data compare.
struct BareShift: Hashable, Comparable, CustomStringConvertible {
  /// Empty for a gap.
  var name: String
  var period: Period

  var description: String { "\(name) \(period)" }

  static func < (a: BareShift, b: BareShift) -> Bool {
    (a.period.start, a.name, a.period.end) < (b.period.start, b.name, b.period.end)
  }

  /// The shifts, those of one person that touch as one, in order.
  static func joined(_ shifts: [BareShift]) -> [BareShift] {
    Set(shifts.map(\.name)).flatMap { name in
      shifts.filter { $0.name == name }.map(\.period).united()
        .map { BareShift(name: name, period: $0) }
    }.sorted()
  }
}

extension Vector {
  func checkIntervals() throws {
    let schedule = try #require(given["schedule"])
    let resolver = try schedule.resolver(now: given["now"]?.instant)
    let range = Period(try #require(given["from"]?.instant), try #require(given["to"]?.instant))
    let timeline = resolver.timeline(in: range)
    var shifts = timeline.shifts
    // What the ledger recorded is never cut at the start of the range.
    if given["whole_intervals"]?.flag == true || schedule["history"] != nil {
      shifts = resolver.wholeShifts(in: range)
    }
    var found = shifts.map { shift in
      let end =
        given["whole_intervals"]?.flag == true ? shift.period.end : min(shift.period.end, range.end)
      return BareShift(name: VectorName.name(shift.person), period: Period(shift.period.start, end))
    }
    if given["include_gaps"]?.flag == true {
      found += timeline.gaps.map { BareShift(name: "", period: $0.period) }
    }
    let expected = try (expect["intervals"]?.list ?? []).map { interval in
      BareShift(name: interval["user"]?.text ?? "", period: try interval.period())
    }
    #expect(BareShift.joined(found) == BareShift.joined(expected), "\(id)")
  }

  func checkOnCall() throws {
    let resolver = try #require(given["schedule"]).resolver()
    for (check, users) in zip(given["checks"]?.list ?? [], expect["users"]?.list ?? []) {
      let holders = resolver.resolve(try #require(check.instant)).holders
      #expect(
        holders.map { VectorName.name($0.person) }.sorted() == users.list.compactMap(\.text),
        "\(id) \(check)")
    }
  }

  func checkGaps() throws {
    let resolver = try #require(given["schedule"]).resolver()
    let now = try #require(given["now"]?.instant)
    let days = try #require(given["horizon_days"]?.integer)
    let timeline = resolver.timeline(in: Period(now, now.advanced(by: Int64(days) * Instant.day)))
    #expect(timeline.gaps.contains { $0.kind == .nobody } == expect["has_gaps"]?.flag, "\(id)")
    #expect(
      timeline.stretches.contains { !$0.barred.isEmpty } == expect["has_empty_shifts"]?.flag,
      "\(id)")
  }

  func checkOverrideMap() throws {
    let layers = [
      Layer(
        id: VectorName.id("layer"), name: "layer",
        source: .people(given["base_users"]?.people ?? []))
    ]
    let schedule = Schedule(
      id: VectorName.id("schedule"), name: "schedule", zone: "UTC",
      versions: [Schedule.Version(layers: layers)],
      overrides: try (given["overrides"]?.list ?? []).enumerated().map { try $1.override($0) })
    let resolver = try Resolver(schedule, zones: SystemZones.catalog)
    for (check, users) in zip(given["checks"]?.list ?? [], expect["users"]?.list ?? []) {
      let names = resolver.resolve(try #require(check.instant)).holders.map {
        VectorName.name($0.person)
      }
      #expect(names.sorted() == users.list.compactMap(\.text), "\(id)")
    }
  }

  /// Events of people, each a layer of its own, and overrides laid over them.
  func shifts(
    of events: [CaseData], _ overrides: [Override]
  ) throws -> (shifts: [Shift], layers: [EntityID: Int]) {
    var layers: [EntityID: Int] = [:]
    let schedule = Schedule(
      id: VectorName.id("schedule"), name: "schedule", zone: "UTC",
      versions: [
        Schedule.Version(
          layers: try events.map { event in
            let id = VectorName.id("event \(event["id"]?.integer ?? 0)")
            layers[id] = event["id"]?.integer
            return Layer(
              id: id, name: "event",
              source: .shifts([SingleShift([event.person("user")], try event.period())]))
          })
      ], overrides: overrides)
    let resolver = try Resolver(schedule, zones: SystemZones.catalog)
    let day = Period(at("2024-06-04T00:00:00Z"), at("2024-06-07T00:00:00Z"))
    return (resolver.timeline(in: day).shifts, layers)
  }

  func checkEventOverride() throws {
    let given = try #require(given["override"])
    let replaced = Override(
      id: VectorName.id("override"), .replace(VectorName.id("A"), with: given.person("user")),
      try given.period())
    let found = try shifts(of: self.given["events"]?.list ?? [], [replaced]).shifts.map {
      BareShift(name: VectorName.name($0.person), period: $0.period)
    }
    let expected = try (expect["events"]?.list ?? []).map { event in
      BareShift(name: event["user"]?.text ?? "", period: try event.period())
    }
    #expect(BareShift.joined(found) == BareShift.joined(expected), "\(id)")
  }

  func checkFixedPlan() throws {
    func plan(_ value: CaseData, _ index: Int = 0) throws -> FixedPlan {
      FixedPlan(
        id: VectorName.id("plan \(index)"), try value.period(),
        shifts: try (value["shifts"]?.list ?? []).map {
          PersonShift($0.person("user"), try $0.period())
        })
    }
    func bare(_ plan: FixedPlan) -> [BareShift] {
      [BareShift(name: "", period: plan.period)]
        + plan.shifts.map { BareShift(name: VectorName.name($0.person), period: $0.period) }
        .sorted()
    }
    if op == "fixed_period.merge" {
      let merged = try (given["periods"]?.list ?? []).enumerated().map { try plan($1, $0) }.merged()
      let expected = try (expect["periods"]?.list ?? []).map { bare(try plan($0)) }
      #expect(merged.map(bare) == expected, "\(id)")
      return
    }
    let whole = try plan(try #require(given["period"]))
    let instant = try #require(given["at"]?.instant)
    let cut =
      op == "fixed_period.trim_end" ? whole.trimmed(until: instant) : whole.trimmed(from: instant)
    #expect(bare(cut) == bare(try plan(try #require(expect["period"]))), "\(id)")
  }

  /// A weekly template: each event is a rotation of as many weeks as the template spans.
  func checkTemplate() throws {
    let zone = try SystemZones.zone(try #require(given["zone"]?.text))
    let events = given["events"]?.list ?? []
    let ends = events.map { ($0["offset_s"]?.integer ?? 0) + ($0["duration_s"]?.integer ?? 0) }
    let starts = events.map { $0["offset_s"]?.integer ?? 0 }
    let weeks = max(1, (try #require(ends.max()) - (starts.min() ?? 0) + 604_799) / 604_800)
    let pinned = expect["starts"]?.list.map { $0.list.compactMap(\.instant) } ?? []
    let first = pinned.first { !$0.isEmpty }?.first ?? given["now"]?.instant
    let reference = zone.local(try #require(first))
    // The Sunday from which the offsets of the pinned group count.
    let back = reference.weekday == .sunday ? 0 : reference.weekday.rawValue + 1
    let sunday = LocalTime(seconds: Int64(reference.day - back) * 86_400)
    let range = Period(
      try #require(given["now"]?.instant).advanced(by: -4 * Instant.week),
      at("2017-04-01T00:00:00Z"))
    var shifts: [Period] = []
    for event in events {
      let rotation = Rotation(
        unit: .week, length: weeks, zone: zone.name,
        anchor: sunday.advanced(by: Int64(event["offset_s"]?.integer ?? 0)),
        slots: [[VectorName.id("A")]], duration: event["duration_s"]?.integer, occurs: .firstUnit)
      shifts += Turns(rotation, in: zone).shifts(in: range).map(\.period)
    }
    shifts.sort { $0.start < $1.start }
    for start in pinned.joined() { #expect(shifts.contains { $0.start == start }, "\(id)") }
    if let elapsed = expect["elapsed_s"]?.integer {
      for shift in shifts where pinned.joined().contains(shift.start) {
        #expect(shift.milliseconds == Int64(elapsed) * 1000, "\(id)")
      }
    }
    if expect["contiguous"] != nil {
      for (a, b) in zip(shifts, shifts.dropFirst()) { #expect(a.end == b.start, "\(id)") }
    }
    for hour in expect["local_start_hour"]?.members ?? [] {
      #expect(shifts.allSatisfy { zone.local($0.start).time.seconds / 3600 == hour.value.integer })
    }
  }
}
