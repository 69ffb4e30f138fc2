internal import Domain

extension JSONShape where Thing == Schedule {
  /// Schedules as JSON; the layers are those of the newest version.
  static func schedule(_ bill: WatchBill, _ words: Wording) -> JSONShape {
    JSONShape(
      kind: "a schedule",
      fields: [
        ("schedule", { $1.string($0.name) }),
        ("team", { $1.optional($0.team.flatMap(bill.team)?.handle) }),
        ("role", { $1.optional($0.role.isEmpty ? nil : $0.role) }),
        ("zone", { $1.string($0.zone) }),
        ("target", { $1.list($0.target.map(\.description)) }),
        ("people", { $1.list(bill.handles(in: $0)) }),
        ("layers", { $1.objects($0.versions.last?.layers ?? []) { $1.layer($0, words) } }),
        (
          "overrides",
          {
            $1.objects($0.overrides) { override, writer in
              writer.field("id", override.id.description)
              writer.field("kind", override.kind.name)
              writer.field("people", words.handles(override.people))
              writer.span(override.period)
              writer.field("note", override.note)
            }
          }
        ),
        ("id", { $1.string($0.id.description) }),
      ])
  }
}

extension WatchBill {
  /// The handles of everybody a schedule names who is here.
  fileprivate func handles(in schedule: Schedule) -> [String] {
    let participants = schedule.participants
    return people.filter { participants.contains($0.id) }.map(\.handle)
  }
}

extension JSONWriter {
  fileprivate mutating func layer(_ layer: Layer, _ words: Wording) {
    field("name", layer.name)
    field("priority", layer.priority)
    key("shadow")
    bool(layer.isShadow)
    field("windows", layer.windows.map(\.description))
    field("words", layer.inWords(words))
    field("id", layer.id.description)
  }
}
