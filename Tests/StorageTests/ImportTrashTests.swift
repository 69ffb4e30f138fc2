import Domain
import GRDB
import Support
import Testing

@testable import Storage

/// What an import does about things that were deleted here.
@Suite struct ImportTrashTests {
  private let workspace: Workspace
  private var ana: EntityID { workspace.ana }

  init() throws {
    workspace = try Workspace()
  }

  private func make(_ kind: EntityKind, _ fields: [Field: Value]) throws -> EntityRef {
    let ref = EntityRef(kind, workspace.store.environment.newID())
    _ = try workspace.store.perform(
      "made", [.create(CreateEntity(ref, fields: fields))], as: ana)
    return ref
  }

  private func trash(_ ref: EntityRef) throws {
    _ = try workspace.store.perform("deleted", [.trash(TrashEntity(ref))], as: ana)
  }

  @Test(arguments: [
    (
      EntityKind.person, Field.handle, "dee",
      #"{"type":"issue","key":"API-1","title":"T","author":"dee"}"#
    ),
    (.service, .handle, "edge", #"{"type":"issue","key":"API-1","title":"T","service":"edge"}"#),
    (.project, .prefix, "NEW", #"{"type":"issue","key":"NEW-1","title":"T"}"#),
    (.team, .handle, "core", #"{"type":"team","handle":"core","name":"Core"}"#),
    (.view, .name, "mine", #"{"type":"view","name":"mine","query":"is:mine"}"#),
  ])
  func `a deleted namesake stands in no import's way`(
    kind: EntityKind, field: Field, name: String, record: String
  ) throws {
    var fields: [Field: Value] = [field: .text(name)]
    if kind == .view {
      fields[.query] = .text("is:open")
      fields[.position] = .integer(1)
    } else {
      fields[.name] = .text("")
    }
    _ = try make(kind, fields)
    try workspace.undo()
    let second = try make(kind, fields)
    try workspace.bring(ndjson: record + "\n")
    let live = try workspace.count(
      "\(kind.name) WHERE \(field.rawValue) = '\(name)' AND trashed_at IS NULL")
    #expect(live == 1)
    // Whichever of the two is deleted, the next import finds the other or brings one back.
    try trash(second)
    try workspace.bring(ndjson: record.replacing("\"T\"", with: "\"U\"") + "\n")
    try workspace.checkInvariants()
  }

  @Test func `a view that was deleted and made anew takes what an export says of the old one`()
    throws
  {
    let store = workspace.store
    _ = try store.saveView("mine", query: "is:mine", as: ana)
    let export = try workspace.export()
    try trash(EntityRef(.view, #require(try store.views().first).id))
    _ = try store.saveView("Mine", query: "is:mine is:open", as: ana)
    try workspace.bring(ndjson: export)
    #expect(try store.views().map(\.name) == ["Mine"])
    try workspace.checkInvariants()
  }

  @Test func `what was deleted here is not brought back by a newer file`() throws {
    let store = workspace.store
    var issue = IncomingIssue.example(1)
    try workspace.bring([issue])
    _ = try store.saveView("mine", query: "is:mine", as: ana)
    let view = try #require(try store.views().first)
    try workspace.perform(.trash, on: #require(try workspace.issue("API-1")).id)
    try trash(EntityRef(.view, view.id))
    issue.title = "Newer"
    issue.fingerprint = 2
    var newer = IncomingView()
    newer.id = view.id
    newer.name = "mine"
    newer.query = "is:open"
    let report = try workspace.bring([.issue(issue), .view(newer)])
    #expect(report.changedNothing)
    #expect(
      report.kept == [
        "API-1: it was deleted here; left so", "view mine: it was deleted here; left so",
      ])
    #expect(try workspace.keys("is:all").isEmpty)
    #expect(try store.views().isEmpty)
    // When the deletion is undone, the same file has its say.
    try workspace.undo()
    try workspace.undo()
    try workspace.bring([issue])
    #expect(try workspace.issue("API-1")?.title == "Newer")
    try workspace.checkInvariants()
  }

  @Test func `a schedule that was deleted and made anew does not stop an import`() throws {
    let store = workspace.store
    func make(_ id: Int) throws {
      let rotation = Rotation(
        unit: .week, zone: "UTC", anchor: try #require(LocalTime("2026-03-09T09:00")),
        slots: [[ana]])
      try store.perform(
        .saveSchedule(
          Schedule(
            id: Cast.id(id), name: "primary", team: nil, zone: "UTC",
            versions: [
              Schedule.Version(layers: [
                Layer(id: Cast.id(id + 1), name: "week", source: .rotation(rotation))
              ])
            ])), as: ana)
    }
    try make(900)
    let export = try workspace.export()
    try workspace.undo()
    try make(910)
    try workspace.bring(ndjson: export)
    #expect(try store.watchBill(for: ana).schedules.count == 1)
    try workspace.checkInvariants()
  }
}
