import Domain
import Support
import Testing

/// A small watch bill: Ana and Bo of team api take weekly turns from Monday 09:00 UTC, and their
/// team owns the router.
enum BillFixture {
  static let ana = Cast.id(101)
  static let bo = Cast.id(102)
  static let team = Cast.id(501)
  static let router = Cast.id(401)
  static let schedule = Cast.id(601)
  static let layer = Cast.id(602)

  static func bill(_ overrides: [Override] = []) -> WatchBill {
    var bill = WatchBill()
    bill.people = [
      Person(id: ana, handle: "ana", name: "", zone: "Europe/Copenhagen", teams: ["api"]),
      Person(id: bo, handle: "bo", name: "", teams: ["api"]),
    ]
    bill.teams = [Team(id: team, handle: "api", name: "", members: ["ana", "bo"])]
    bill.services = [Service(id: router, handle: "router", name: "", team: "api")]
    bill.schedules = [weekly([[ana], [bo]], overrides)]
    bill.zones = SystemZones.catalog
    return bill
  }

  static func weekly(_ slots: [[EntityID]], _ overrides: [Override] = []) -> Schedule {
    let rotation = Rotation(
      unit: .week, zone: "UTC", anchor: local("2026-01-05T09:00"), slots: slots)
    return Schedule(
      id: schedule, name: "api-primary", team: team, zone: "UTC",
      versions: [
        Schedule.Version(layers: [Layer(id: layer, name: "week", source: .rotation(rotation))])
      ], overrides: overrides)
  }
}
