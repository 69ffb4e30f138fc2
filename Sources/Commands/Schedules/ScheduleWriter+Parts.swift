internal import Domain
internal import Yams

extension ScheduleWriter {
  /// The layers of a version.
  func layers(_ layers: [Layer], _ isUnion: Bool) throws -> Node {
    .rows(
      try layers.map { layer in
        var fields: [(String, Node?)] = [
          ("id", node(id: layer.id)), ("name", .text(layer.name)),
          ("priority", isUnion ? nil : .number(layer.priority)),
          ("shadow", layer.isShadow ? .plain("true") : nil),
        ]
        switch layer.source {
        case .people(let people): fields.append(("people", .list(try people.map(node(person:)))))
        case .rotation(let rotation): fields.append(("rotation", try node(rotation)))
        case .calendar: fields.append(("calendar", .text("imported")))
        case .shifts(let shifts):
          fields.append(
            (
              "shifts",
              .rows(
                try shifts.map { shift in
                  .flow([("people", try node(people: shift.people))] + span(shift.period))
                })
            ))
        }
        switch layer.windows.count {
        case 0: break
        case 1: fields.append(("window", node(layer.windows[0])))
        default: fields.append(("windows", .rows(layer.windows.map(node))))
        }
        return .block(fields)
      })
  }

  /// A rotation: what is as usual is left out.
  private func node(_ rotation: Rotation) throws -> Node {
    let turnStart: Node? =
      switch rotation.turnStart {
      case .anchor: nil
      case .weekday(let day): .text(day.code)
      case .dayOfMonth(let day): .number(day)
      }
    let usual: Rotation.Advance =
      rotation.unit == .day && rotation.weekdays != nil ? .activeDays : .calendar
    let monthDays = rotation.monthDays.map { Node.list($0.sorted().map { .number($0) }) }
    return .block([
      ("unit", .text(rotation.unit.rawValue)), ("length", .number(rotation.length)),
      ("zone", .text(rotation.zone)), ("anchor", .plain("\(rotation.anchor)")),
      ("mode", rotation.clock == .wall ? nil : .text(rotation.clock.rawValue)),
      ("participants", .list(try rotation.slots.map(node(people:)))),
      ("offset", rotation.offset == 0 ? nil : .number(rotation.offset)),
      ("duration", rotation.duration.map { .text("\(ClockDuration(seconds: $0))") }),
      ("effective_from", rotation.effectiveFrom.map { .time($0) }),
      ("until", rotation.until.map { .time($0) }),
      ("weekdays", rotation.weekdays.map { .days($0) }), ("month_days", monthDays),
      ("turn_starts_on", turnStart),
      (
        "advance",
        rotation.advance == usual
          ? nil : .text(rotation.advance.name(in: Rotation.Advance.words))
      ),
      (
        "occurs",
        rotation.occurs == .everyUnit
          ? nil : .text(rotation.occurs.name(in: Rotation.Occurrence.words))
      ),
    ])
  }

  /// An override.
  func node(_ override: Override) throws -> Node {
    var fields: [(String, Node?)] = [("id", node(id: override.id))]
    switch override.kind {
    case .cover(let people):
      fields += [("kind", .text("cover")), ("people", .list(try people.map(node(person:))))]
    case .remove(let person):
      fields += [("kind", .text("remove")), ("remove", try node(person: person))]
    case .replace(let person, let other):
      fields += [
        ("kind", .text("replace")), ("remove", try node(person: person)),
        ("add", try node(person: other)),
      ]
    case .add(let people):
      fields += [("kind", .text("add")), ("add", .list(try people.map(node(person:))))]
    }
    fields += span(override.period)
    fields.append(("priority", override.priority == 0 ? nil : .number(override.priority)))
    fields.append(("note", override.note.isEmpty ? nil : .text(override.note)))
    return .flow(fields)
  }

  /// An absence.
  func node(_ absence: Absence) throws -> Node {
    .flow(
      [("id", node(id: absence.id)), ("person", try node(person: absence.person))]
        + span(absence.period)
        + [("note", absence.note.isEmpty ? nil : .text(absence.note))])
  }

  /// A fixed plan.
  func node(_ plan: FixedPlan) throws -> Node {
    let shifts = try plan.shifts.map { shift in
      Node.flow([("person", try node(person: shift.person))] + span(shift.period))
    }
    return .block(
      [("id", node(id: plan.id))] + span(plan.period)
        + [
          ("fallback", try plan.fallback.map(node(person:))),
          ("shifts", shifts.isEmpty ? nil : .rows(shifts)),
        ])
  }

  private func span(_ period: Period) -> [(String, Node?)] {
    [("from", .time(period.start)), ("to", .time(period.end))]
  }
}

extension Equatable {
  /// The word of a value among those of the file.
  fileprivate func name(in words: [(name: String, value: Self)]) -> String {
    words.first { $0.value == self }?.name ?? ""
  }
}

extension Weekday {
  /// Two letters: `MO`.
  var code: String { String(name.prefix(2).uppercased()) }
}
