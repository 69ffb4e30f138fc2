internal import Domain

/// Reads a schedule file: YAML of the format that `data/schedule.schema.json` describes.
///
/// ```
/// let file = try ScheduleReader(world).read(bytes)
/// ```
struct ScheduleReader {
  let world: ScheduleWorld

  init(_ world: ScheduleWorld) {
    self.world = world
  }

  /// The schedule of a file's bytes; throws with the place of the first thing that is wrong.
  func read(_ bytes: [UInt8]) throws(ScheduleFault) -> ScheduleFile {
    let root = ScheduleField(name: "schedule", tree: try YAMLTree(bytes: bytes))
    let fields = try ScheduleFields(
      root, of: "a schedule",
      named: [
        "schedule", "name", "role", "team", "zone", "combine", "target", "layers", "versions",
        "overrides", "absences", "fixed_plans",
      ])
    let handleField = try fields.required("schedule", "its handle, such as api-primary")
    let handle = try handle(handleField, "a handle such as api-primary")
    let zone = try zone(try fields.required("zone", "an IANA name such as Europe/Copenhagen"))
    var schedule = Schedule(
      id: world.id(.schedule(handle)), name: try fields["name"]?.text("its name") ?? handle,
      role: try fields["role"]?.text("a word such as primary") ?? "",
      team: try fields["team"].map(team), zone: zone.name, versions: [])
    schedule.target = try windows(fields["target"], in: zone)
    schedule.versions = try versions(fields, in: zone)
    schedule.overrides = try overrides(fields["overrides"], in: zone)
    schedule.fixedPlans = try fixedPlans(fields["fixed_plans"], in: zone)
    return ScheduleFile(
      handle: handle, schedule: schedule, absences: try absences(fields["absences"], in: zone),
      openCounts: openCounts(fields))
  }

  /// The versions of the plan: those listed, or the one that `layers` is.
  private func versions(
    _ fields: ScheduleFields, in zone: Zone
  ) throws(ScheduleFault) -> [Schedule.Version] {
    let isUnion: Bool =
      try fields["combine"]?.word(of: [("priority", false), ("union", true)]) ?? false
    if let versions = fields["versions"] {
      if let layers = fields["layers"] {
        throw layers.fault("stands beside 'versions'; keep one of the two")
      }
      return try self.versions(versions, isUnion: isUnion, in: zone)
    }
    let layers = try fields.required("layers", "a list of layers, or 'versions'")
    let only = try self.layers(layers, from: nil, isUnion: isUnion, in: zone)
    return [Schedule.Version(layers: only)]
  }

  private func versions(
    _ field: ScheduleField, isUnion: Bool, in zone: Zone
  ) throws(ScheduleFault) -> [Schedule.Version] {
    var versions: [Schedule.Version] = []
    for item in try field.items("a list of versions") {
      let fields = try ScheduleFields(item, of: "a version", named: ["effective_from", "layers"])
      let layers = try fields.required("layers", "a list of layers")
      let start = try instantIfAny(fields["effective_from"], in: zone)
      guard !versions.contains(where: { $0.effectiveFrom == start }) else {
        throw (fields["effective_from"] ?? item).fault(
          "two versions begin at the same time; keep one of them")
      }
      versions.append(
        Schedule.Version(
          effectiveFrom: start,
          layers: try self.layers(layers, from: start, isUnion: isUnion, in: zone)))
    }
    return versions
  }

  /// Where the rotations stand that do not say which place has turn 0.
  private func openCounts(_ fields: ScheduleFields) -> Set<ScheduleFile.LayerPlace> {
    let versions =
      fields["versions"]?.itemsOrOne.map { $0.tree["layers"] } ?? [fields["layers"]?.tree]
    var places: Set<ScheduleFile.LayerPlace> = []
    for (version, layers) in versions.enumerated() {
      guard case .list(let layers) = layers?.content else { continue }
      for (layer, tree) in layers.enumerated() {
        guard let rotation = tree["rotation"], !rotation.isNull else { continue }
        if rotation["offset"]?.isNull ?? true {
          places.insert(ScheduleFile.LayerPlace(version: version, layer: layer))
        }
      }
    }
    return places
  }
}

extension YAMLTree {
  /// The value of a field; nil where there is none of that name.
  fileprivate subscript(_ name: String) -> YAMLTree? {
    guard case .members(let members) = content else { return nil }
    return members.last { field in
      if case .text(name, _) = field.0.content { true } else { false }
    }?.1
  }
}

extension ScheduleReader {
  /// A zone by its name, read from the world.
  func zone(_ field: ScheduleField) throws(ScheduleFault) -> Zone {
    let name = try field.text("an IANA name such as Europe/Copenhagen")
    do throws(ZoneProblem) {
      return try world.zone(name)
    } catch {
      var fault = field.fault(error.description)
      if case .unknown = error { throw fault }
      fault.isMachine = true
      throw fault
    }
  }

  /// The people of a list, or the one person who stands there without.
  func people(_ field: ScheduleField) throws(ScheduleFault) -> [EntityID] {
    var people: [EntityID] = []
    for item in field.itemsOrOne {
      let person = try person(item)
      guard !people.contains(person) else {
        throw item.fault("names somebody twice; name each person once")
      }
      people.append(person)
    }
    return people
  }

  /// A person by the handle.
  func person(_ field: ScheduleField) throws(ScheduleFault) -> EntityID {
    let handle = try handle(field, "a handle such as ana")
    guard let person = world.person(handle) else {
      if world.gone.contains(where: { $0.isSame(as: handle) }) {
        throw field.fault(
          "\(handle.shown) has left; name somebody else, or add them again with 'watchbill person "
            + "add \(handle.shown)'")
      }
      throw field.fault(
        unknown(
          "person", handle, world.people, "add them with 'watchbill person add \(handle.shown)'"))
    }
    return person
  }

  private func team(_ field: ScheduleField) throws(ScheduleFault) -> EntityID {
    let handle = try handle(field, "a handle such as api")
    guard let team = world.team(handle) else {
      throw field.fault(
        unknown("team", handle, world.teams, "add it with 'watchbill team add \(handle.shown)'"))
    }
    return team
  }

  private func unknown(
    _ kind: String, _ handle: String, _ known: [String], _ advice: String
  ) -> String {
    let near = nearWords(to: handle, among: known)
    let question = near.isEmpty ? advice : "did you mean \(near.joined(separator: " or "))?"
    return "there is no \(kind) '\(handle.shown)'; \(question)"
  }

  /// One word, its `@` left out.
  private func handle(_ field: ScheduleField, _ kind: String) throws(ScheduleFault) -> String {
    let text = try field.text(kind)
    let handle = text.hasPrefix("@") ? String(text.dropFirst()) : text
    guard isHandle(handle) else {
      throw field.fault("'\(text.shown)' is no handle; write one word without commas or colons")
    }
    return handle
  }

  /// The id written at a thing, or the one of the world.
  func id(
    _ fields: ScheduleFields, _ part: ScheduleFile.Part
  ) throws(ScheduleFault) -> EntityID {
    guard let field = fields["id"] else { return world.id(part) }
    let text = try field.text("a UUID, or leave it out")
    guard let id = EntityID(text) else {
      throw field.fault("'\(text.shown)' is no id; leave it out for what is new")
    }
    return id
  }
}
