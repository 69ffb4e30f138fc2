import Domain
import Testing

@Suite struct RosterEditTests {
  private let now = at("2026-03-11T10:00:00Z")

  /// A weekly rotation of these people; a runs since Monday 2026-03-09 09:00 Copenhagen.
  private func rotation(_ names: String) -> Rotation {
    Rotation(
      unit: .week, zone: "Europe/Copenhagen", anchor: local("2026-03-09T09:00"),
      slots: slots(names))
  }

  private func slots(_ names: String) -> [[EntityID]] {
    names.split(separator: " ").map { slot in
      slot.split(separator: "+").map { VectorName.id(String($0)) }
    }
  }

  /// Who has the turns from now on after an edit, the running one first.
  private func order(
    _ old: String, to new: String, _ start: RosterStart = .nextHandoff, turns count: Int = 4
  ) throws -> String {
    let after = try plans(old, new, start).after
    var instant = now
    var names: [String] = []
    for _ in 0..<count {
      let holders = after.resolve(instant).holders.map { VectorName.name($0.person) }
      names.append(holders.joined(separator: "+"))
      instant = instant.advanced(by: Instant.week)
    }
    return names.joined(separator: " ")
  }

  private func plans(
    _ old: String, _ new: String, _ start: RosterStart
  ) throws -> (before: Resolver, after: Resolver) {
    let rotation = rotation(old)
    let schedule = Schedule(
      id: VectorName.id("s"), name: "API", zone: "Europe/Copenhagen",
      versions: [Schedule.Version(layers: [layer(rotation)])])
    let edit = try Turns(rotation, zones: SystemZones.catalog)
      .editing(slots: slots(new), from: start, now: now)
    let edited = try schedule.adding(
      Schedule.Version(effectiveFrom: edit.effectiveFrom, layers: [layer(edit.rotation)]), now: now)
    return (
      try Resolver(schedule, zones: SystemZones.catalog),
      try Resolver(edited, zones: SystemZones.catalog)
    )
  }

  private func layer(_ rotation: Rotation) -> Layer {
    Layer(id: VectorName.id("l"), name: "week", source: .rotation(rotation))
  }

  @Test func `who joins or leaves does not move who is on call`() throws {
    #expect(try order("a b c", to: "a b c d", turns: 5) == "a b c d a")
    #expect(try order("a b c", to: "a c") == "a c a c")
    #expect(try order("a b c", to: "c b a") == "a c b a")
    #expect(try order("a b c", to: "d a b c", turns: 5) == "a b c d a")
    #expect(try order("a b c", to: "a b c d", .now, turns: 5) == "a b c d a")
  }

  @Test func `who is removed leaves at the next handoff and the next steps in`() throws {
    #expect(try order("a b c", to: "b c") == "a b c b")
    #expect(try order("a b c", to: "c b") == "a b c b")
    #expect(try order("a b c", to: "b c", .now) == "b c b c")
    #expect(try order("a b c", to: "d e") == "a d e d")
    #expect(try order("a b c", to: "d e", .now) == "d e d e")
  }

  @Test func `a change can be planned for a day to come`() throws {
    let monday = at("2026-03-23T08:00:00Z")
    #expect(try order("a b c", to: "a b c d", .at(monday), turns: 6) == "a b c d a b")
    let middle = at("2026-03-18T12:00:00Z")
    #expect(try order("a b c", to: "a b c d", .at(middle), turns: 5) == "a b c d a")
    // On Wednesday noon of her turn b leaves and c steps in.
    #expect(try order("a b c", to: "a c", .at(middle), turns: 5) == "a b a c a")
  }

  @Test func `who stands in two slots keeps the one whose turn it is`() throws {
    let third = at("2026-03-25T12:00:00Z")
    #expect(try order("a b a c", to: "a b a c d", .at(third), turns: 6) == "a b a c d a")
    #expect(try order("a b a c", to: "b a c", .at(third), turns: 6) == "a b a c b a")
  }

  @Test func `a slot that shares a person is the same slot`() throws {
    #expect(try order("a+b c", to: "a+d c") == "a+b c a+d c")
    #expect(try order("a+b c", to: "a+d c", .now) == "a+d c a+d c")
  }

  @Test func `the preview names exactly those who move`() throws {
    let (before, after) = try plans("a b c", "a c", .nextHandoff)
    let preview = RosterPreview(from: before, to: after, now: now, weeks: 2)
    #expect(preview.moves.map { VectorName.name($0.person) } == ["b", "c", "a"])
    let week = Period(at("2026-03-16T08:00:00Z"), at("2026-03-23T08:00:00Z"))
    #expect(preview.moves[0].loses == [week] && preview.moves[0].gains.isEmpty)
    #expect(preview.moves[1].gains == [week])
    let joining = try plans("a b c", "a b c d", .nextHandoff)
    let none = RosterPreview(from: joining.before, to: joining.after, now: now, weeks: 2)
    #expect(none.moves.isEmpty)
    let eight = RosterPreview(from: joining.before, to: joining.after, now: now)
    #expect(Set(eight.moves.map { VectorName.name($0.person) }) == ["a", "b", "c", "d"])
  }
}
