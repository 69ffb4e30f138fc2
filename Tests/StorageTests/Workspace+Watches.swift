import Domain
import Support
import Testing

@testable import Storage

/// What the tests of watches begin with.
extension Workspace {
  /// Ana and Bo, who own the router as a team.
  static var routingTeam: EntityID { Cast.id(501) }

  /// Makes the team that owns the router.
  func makeRoutingTeam() throws {
    let team = Workspace.routingTeam
    _ = try store.perform(
      "made a team",
      [
        .create(
          CreateEntity(
            EntityRef(.team, team),
            fields: [
              .handle: .text("routing"), .name: .text(""),
              .members: .references([ana, bo].sorted()),
            ])),
        .set(SetField(EntityRef(.service, Cast.id(401)), .team, to: .reference(team))),
      ], as: nil)
  }

  /// Ana and Bo in turn, a week each from the Monday before the cast's Wednesday.
  @discardableResult
  func makeRoutingSchedule(_ id: EntityID) throws -> Schedule {
    let rotation = Rotation(
      unit: .week, zone: "UTC", anchor: try #require(LocalTime("2026-03-09T09:00")),
      slots: [[ana], [bo]])
    let schedule = Schedule(
      id: id, name: "routing-primary", role: "primary", team: Workspace.routingTeam, zone: "UTC",
      versions: [
        Schedule.Version(layers: [
          Layer(id: Cast.id(601), name: "week", source: .rotation(rotation))
        ])
      ])
    try store.perform(.saveSchedule(schedule), as: ana)
    return schedule
  }
}
