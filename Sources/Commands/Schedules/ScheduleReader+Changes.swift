internal import Domain

extension ScheduleReader {
  /// The overrides, in the order of the file: where two are about one person the later counts.
  func overrides(_ field: ScheduleField?, in zone: Zone) throws(ScheduleFault) -> [Override] {
    var overrides: [Override] = []
    for (index, item) in (try field?.items("a list of overrides") ?? []).enumerated() {
      let fields = try ScheduleFields(
        item, of: "an override",
        named: ["id", "kind", "people", "remove", "add", "from", "to", "priority", "note"])
      let period = try period(fields, in: zone)
      let priority = try fields["priority"]?.integer(in: -1_000_000...1_000_000) ?? 0
      let note = try fields["note"]?.text("a note") ?? ""
      let kinds = try kinds(fields)
      if kinds.count > 1, let id = fields["id"] {
        throw id.fault("cannot be that of \(kinds.count) overrides; write an override for each")
      }
      for kind in kinds {
        let id = try id(fields, .override(index))
        guard !overrides.contains(where: { $0.id == id }) else { throw sameID(fields) }
        overrides.append(Override(id: id, kind, period, priority: priority, note: note))
      }
    }
    return overrides
  }

  private enum Kind: String, CaseIterable {
    case cover, replace, remove, add
  }

  /// What an override does: one thing, or for a removal of several people one for each.
  private func kinds(_ fields: ScheduleFields) throws(ScheduleFault) -> [Override.Kind] {
    let kindField = try fields.required("kind", "cover, replace, remove or add")
    let kind = try kindField.word(of: Kind.allCases.map { ($0.rawValue, $0) })
    func only(_ names: String...) throws(ScheduleFault) {
      for name in ["people", "remove", "add"] where !names.contains(name) {
        guard let field = fields[name] else { continue }
        let allowed = names.map { "'\($0)'" }.joined(separator: kind == .replace ? " and " : " or ")
        throw field.fault("means nothing in an override of kind \(kind.rawValue); use \(allowed)")
      }
      if names.count == 2, kind != .replace, let field = fields[names[0]], fields[names[1]] != nil {
        throw field.fault("stands beside '\(names[1])'; keep one of the two")
      }
    }
    switch kind {
    case .cover:
      try only("people")
      let field = try fields.required("people", "who is on call instead; [] for nobody")
      return [.cover(try people(field))]
    case .replace:
      try only("remove", "add")
      let removeField = try fields.required("remove", "who is replaced")
      let addField = try fields.required("add", "who takes the place")
      let (removed, added) = (try person(removeField), try person(addField))
      guard removed != added else {
        throw addField.fault("nobody can take their own place; name another person")
      }
      return [.replace(removed, with: added)]
    case .remove:
      try only("remove", "people")
      let people = try named(fields, "remove")
      return people.map(Override.Kind.remove)
    case .add:
      try only("add", "people")
      return [.add(try named(fields, "add"))]
    }
  }

  /// Whom a removal or an addition names, at least one.
  private func named(
    _ fields: ScheduleFields, _ name: String
  ) throws(ScheduleFault) -> [EntityID] {
    let isPeople = fields["people"] != nil
    let field = try fields.required(isPeople ? "people" : name, "a handle or a list of them")
    let people = try people(field)
    guard !people.isEmpty else { throw field.fault("names nobody; name at least one person") }
    return people
  }

  /// The absences.
  func absences(_ field: ScheduleField?, in zone: Zone) throws(ScheduleFault) -> [Absence] {
    var absences: [Absence] = []
    for item in try field?.items("a list of absences") ?? [] {
      let fields = try ScheduleFields(
        item, of: "an absence", named: ["id", "person", "from", "to", "note"])
      let id = try id(fields, .absence(absences.count))
      guard !absences.contains(where: { $0.id == id }) else { throw sameID(fields) }
      absences.append(
        Absence(
          id: id, person: try person(try fields.required("person", "a handle such as ana")),
          try period(fields, in: zone), note: try fields["note"]?.text("a note") ?? ""))
    }
    return absences
  }

  /// The fixed plans.
  func fixedPlans(_ field: ScheduleField?, in zone: Zone) throws(ScheduleFault) -> [FixedPlan] {
    var plans: [FixedPlan] = []
    for item in try field?.items("a list of fixed plans") ?? [] {
      let fields = try ScheduleFields(
        item, of: "a fixed plan", named: ["id", "from", "to", "shifts", "fallback"])
      let id = try id(fields, .fixedPlan(plans.count))
      guard !plans.contains(where: { $0.id == id }) else { throw sameID(fields) }
      var shifts: [PersonShift] = []
      for item in try fields["shifts"]?.items("a list of shifts") ?? [] {
        let fields = try ScheduleFields(
          item, of: "a shift of a fixed plan", named: ["person", "from", "to"])
        let person = try person(try fields.required("person", "a handle such as ana"))
        shifts.append(PersonShift(person, try period(fields, in: zone)))
      }
      plans.append(
        FixedPlan(
          id: id, try period(fields, in: zone), shifts: shifts,
          fallback: try fields["fallback"].map(person)))
    }
    return plans
  }

  private func sameID(_ fields: ScheduleFields) -> ScheduleFault {
    (fields["id"] ?? fields.field).fault("is there twice; leave it out for what is new")
  }
}
