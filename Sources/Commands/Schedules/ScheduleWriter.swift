internal import Domain
internal import Yams

/// Writes a schedule as the YAML file that `ScheduleReader` reads.
///
/// What it reads back is the same schedule, but for the ledger, the hub's order
/// of overrides and what they came from, which no file says. Times are UTC,
/// local ones where the rotation has them.
struct ScheduleWriter {
  /// The handle of a person.
  let person: (EntityID) -> String?
  /// The handle of a team.
  let team: (EntityID) -> String?
  /// Whether layers, overrides, absences and fixed plans get their ids, so that a file that is
  /// read into the same workspace changes those and makes no new ones.
  var withIDs = false

  /// The file; throws when a person or a team has no handle.
  func text(_ file: ScheduleFile) throws -> String {
    let schedule = file.schedule
    var fields: [(String, Node?)] = [("schedule", .text(file.handle))]
    fields.append(("name", schedule.name == file.handle ? nil : .text(schedule.name)))
    fields.append(("role", schedule.role.isEmpty ? nil : .text(schedule.role)))
    fields.append(("team", try schedule.team.map { try handle(of: $0, team) }))
    fields.append(("zone", .text(schedule.zone)))
    let isUnion = schedule.isUnion
    fields.append(("combine", .text(isUnion ? "union" : "priority")))
    fields.append(("target", schedule.target.isEmpty ? nil : .rows(schedule.target.map(node))))
    if let only = schedule.versions.first, schedule.versions.count == 1, only.effectiveFrom == nil {
      fields.append(("layers", try layers(only.layers, isUnion)))
    } else {
      let versions = try schedule.versions.map { version in
        Node.block([
          ("effective_from", version.effectiveFrom.map { .time($0) }),
          ("layers", try layers(version.layers, isUnion)),
        ])
      }
      fields.append(("versions", .rows(versions)))
    }
    fields.append(("overrides", try rows(schedule.overrides, node)))
    fields.append(("absences", try rows(file.absences, node)))
    fields.append(("fixed_plans", try rows(schedule.fixedPlans, node)))
    return try serialize(node: .block(fields), width: 100, allowUnicode: true)
  }

  /// A list of things; nil when there are none.
  private func rows<Thing>(_ things: [Thing], _ node: (Thing) throws -> Node) throws -> Node? {
    things.isEmpty ? nil : .rows(try things.map(node))
  }
}

extension ScheduleWriter {
  /// A name that stands in the schedule and that nobody has.
  struct Nameless: Error, Equatable {
    let id: EntityID
  }

  /// A person as a handle.
  func node(person id: EntityID) throws -> Node { try handle(of: id, person) }

  /// People, one without brackets.
  func node(people: [EntityID]) throws -> Node {
    let names = try people.map(node(person:))
    return names.count == 1 ? names[0] : .list(names)
  }

  /// An id where ids are wanted.
  func node(id: EntityID) -> Node? { withIDs ? .text(id.description) : nil }

  /// A window.
  func node(_ window: Window) -> Node {
    .flow([
      ("weekdays", window.weekdays == .everyDay ? nil : .days(window.weekdays)),
      ("start", .quoted("\(window.start)")), ("end", .quoted("\(window.end)")),
      ("zone", .text(window.zone)),
    ])
  }

  private func handle(of id: EntityID, _ names: (EntityID) -> String?) throws -> Node {
    guard let handle = names(id) else { throw Nameless(id: id) }
    return .text(handle)
  }
}

extension Schedule {
  /// Whether several layers count together everywhere, all of priority 0.
  fileprivate var isUnion: Bool {
    versions.contains { $0.layers.count > 1 }
      && versions.allSatisfy { $0.layers.allSatisfy { $0.priority == 0 } }
  }
}
