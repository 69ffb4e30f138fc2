internal import Domain

extension ScheduleReader {
  /// The layers of the version that begins at an instant.
  ///
  /// With `combine: union` all have priority 0, which is what makes everybody count.
  func layers(
    _ field: ScheduleField, from start: Instant?, isUnion: Bool, in zone: Zone
  ) throws(ScheduleFault) -> [Layer] {
    var layers: [Layer] = []
    for item in try field.items("a list of layers") {
      let layer = try layer(item, from: start, isUnion: isUnion, in: zone)
      guard !layers.contains(where: { $0.id == layer.id }) else {
        throw item.fault(
          "there are two layers \"\(layer.name.shown)\"; give one of them another name")
      }
      layers.append(layer)
    }
    return layers
  }

  private func layer(
    _ item: ScheduleField, from start: Instant?, isUnion: Bool, in zone: Zone
  ) throws(ScheduleFault) -> Layer {
    let fields = try ScheduleFields(
      item, of: "a layer",
      named: [
        "id", "name", "priority", "shadow", "window", "windows", "rotation", "people", "shifts",
        "calendar",
      ])
    let name = try fields.required("name", "what people call the layer").text("a name")
    if isUnion, let priority = fields["priority"] {
      throw priority.fault("means nothing with 'combine: union'; take one of the two out")
    }
    if let window = fields["window"], fields["windows"] != nil {
      throw window.fault("stands beside 'windows'; keep one of the two")
    }
    let id = try id(fields, .layer(name))
    return Layer(
      id: id, name: name,
      priority: try fields["priority"]?.integer(in: -1_000_000...1_000_000) ?? 0,
      isShadow: try fields["shadow"]?.bool() ?? false,
      windows: try windows(fields["windows"] ?? fields["window"], in: zone),
      source: try source(fields, of: id, from: start, in: zone))
  }

  private func source(
    _ fields: ScheduleFields, of layer: EntityID, from start: Instant?, in zone: Zone
  ) throws(ScheduleFault) -> Layer.Source {
    let sources = ["rotation", "people", "shifts", "calendar"].compactMap { fields[$0] }
    guard let source = sources.first else {
      throw fields.field.fault(
        "the layer has nobody; write 'rotation', 'people' (always on) or 'shifts'")
    }
    guard sources.count == 1 else {
      throw sources[1].fault("stands beside '\(source.name)'; a layer has one of the two")
    }
    switch source.name {
    case "rotation": return .rotation(try rotation(source, in: zone))
    case "people": return .people(try somebody(source))
    case "calendar":
      let _: Bool = try source.word(of: [("imported", true)])
      guard let calendar = world.calendar(layer, start) else {
        throw source.fault(
          "no calendar was imported into this layer; write 'rotation', 'people' or 'shifts'")
      }
      return .calendar(calendar)
    default:
      var shifts: [SingleShift] = []
      for item in try source.items("a list of shifts") {
        let fields = try ScheduleFields(item, of: "a shift", named: ["people", "from", "to"])
        let people = try fields.required("people", "a handle or a list of them")
        shifts.append(SingleShift(try somebody(people), try period(fields, in: zone)))
      }
      return .shifts(shifts)
    }
  }

  /// People, at least one.
  private func somebody(_ field: ScheduleField) throws(ScheduleFault) -> [EntityID] {
    let people = try people(field)
    guard !people.isEmpty else { throw field.fault("names nobody; name at least one person") }
    return people
  }

  private func rotation(
    _ field: ScheduleField, in scheduleZone: Zone
  ) throws(ScheduleFault) -> Rotation {
    let fields = try ScheduleFields(
      field, of: "a rotation",
      named: [
        "unit", "length", "zone", "anchor", "mode", "participants", "offset", "duration",
        "effective_from", "until", "weekdays", "month_days", "turn_starts_on", "advance", "occurs",
      ])
    let zone = try fields["zone"].map(self.zone) ?? scheduleZone
    let unit = try fields.required("unit", "hour, day, week or month").word(
      of: Rotation.Unit.allCases.map { ($0.rawValue, $0) })
    let anchor = try fields.required("anchor", "a local time such as 2026-01-05T09:00")
    let participants = try fields.required("participants", "a list of people")
    var slots: [[EntityID]] = []
    for item in try participants.items("a list of people") { slots.append(try people(item)) }
    // Only days have days to pass over: for other units both ways are one.
    let advance = try fields["advance"]?.word(of: Rotation.Advance.words)
    let rotation = Rotation(
      unit: unit, length: try fields["length"]?.integer(in: 1...Rotation.mostLength) ?? 1,
      zone: zone.name, anchor: try localTime(anchor), slots: slots,
      offset: try fields["offset"]?.integer(in: -1_000_000...1_000_000) ?? 0,
      duration: try fields["duration"].map(duration),
      effectiveFrom: try instantIfAny(fields["effective_from"], in: zone),
      until: try instantIfAny(fields["until"], in: zone),
      weekdays: try fields["weekdays"].map(weekdays), monthDays: try fields["month_days"].map(days),
      turnStart: try fields["turn_starts_on"].map(turnStart) ?? .anchor,
      advance: unit == .day ? advance : .calendar,
      occurs: try fields["occurs"]?.word(of: Rotation.Occurrence.words) ?? .everyUnit,
      clock: try fields["mode"]?.word(of: Rotation.Clock.allCases.map { ($0.rawValue, $0) })
        ?? .wall
    )
    do throws(RotationProblem) {
      try rotation.check()
    } catch {
      throw (fields[error.field(in: rotation)] ?? field).fault(error.description)
    }
    return rotation
  }

  private func duration(_ field: ScheduleField) throws(ScheduleFault) -> Int {
    let text = try field.text("a duration such as PT8H")
    guard let seconds = ClockDuration(text)?.seconds else {
      throw field.fault(
        "'\(text.shown)' is no duration; write one such as PT8H, PT30M, P1DT12H or P2W")
    }
    return seconds
  }

  private func days(_ field: ScheduleField) throws(ScheduleFault) -> Set<Int> {
    var days: Set<Int> = []
    for item in field.itemsOrOne { days.insert(try item.integer(in: 1...31)) }
    return days
  }

  private func turnStart(_ field: ScheduleField) throws(ScheduleFault) -> Rotation.TurnStart {
    let kind = "a day of the week such as MO, or of the month from 1 to 31"
    let text = try field.text(kind)
    if let day = Weekday(name: text) { return .weekday(day) }
    guard let day = Int(text), (1...31).contains(day) else {
      throw field.fault("'\(text.shown)' is not allowed; write \(kind)")
    }
    return .dayOfMonth(day)
  }
}

extension Rotation.Advance {
  /// The words of the file.
  static let words: [(name: String, value: Rotation.Advance)] = [
    ("calendar", .calendar), ("active_days", .activeDays),
  ]
}

extension Rotation.Occurrence {
  /// The words of the file.
  static let words: [(name: String, value: Rotation.Occurrence)] = [
    ("every_unit", .everyUnit), ("first_unit", .firstUnit),
  ]
}

extension RotationProblem {
  /// The field of the file that is to blame.
  fileprivate func field(in rotation: Rotation) -> String {
    switch self {
    case .length: "length"
    case .noSlots, .emptySlot: "participants"
    case .duration: "duration"
    case .noDays: rotation.weekdays?.isEmpty == true ? "weekdays" : "month_days"
    case .monthDay: "month_days"
    case .turnStartNeeds: "turn_starts_on"
    case .activeDaysNeedDays: "advance"
    case .elapsedNeedsHours: "mode"
    case .endsBeforeItStarts: "until"
    }
  }
}
