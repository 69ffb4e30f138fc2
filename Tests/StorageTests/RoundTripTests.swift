import Domain
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct RoundTripTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `an export read into a new workspace and written again is the same`(seed: UInt64) throws {
    let workspace = try Workspace(seed: seed)
    var player = try VerbPlayer(workspace, seed: seed &* 13)
    for _ in 0..<50 { _ = try player.play() }
    let export = try workspace.export()
    let copy = try Workspace(seed: 99, isEmpty: true)
    let report = try copy.bring(ndjson: export)
    #expect(report.renumbered.isEmpty && report.keptCount == 0)
    expectSame(try copy.export(), export)
    #expect(try copy.bring(ndjson: export).changedNothing)
    expectSame(try copy.export(), export)
    #expect(try workspace.bring(ndjson: export).changedNothing)
    expectSame(try workspace.export(), export)
    try copy.index()
    try copy.checkInvariants()
  }

  @Test func `teams, services, views and redacted comments make the trip too`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    let comment = EntityRef(.comment, Cast.id(800))
    let team = EntityRef(.team, Cast.id(801))
    let view = EntityRef(.view, Cast.id(802))
    _ = try workspace.store.perform(
      "made things",
      [
        .addComment(AddComment(comment.id, on: issue, body: "secret")),
        .redactComment(RedactComment(comment)),
        .create(CreateEntity(team, fields: [.handle: .text("api"), .name: .text("API")])),
        .add(AddMember(team, .members, workspace.ana)),
        .set(SetField(EntityRef(.service, Cast.id(401)), .team, to: .reference(team.id))),
        .create(
          CreateEntity(
            view,
            fields: [.name: .text("Mine"), .query: .text("is:mine"), .position: .integer(3)])),
      ], as: workspace.ana)
    try workspace.store.set(.name, to: "Platform")
    let export = try workspace.export()
    #expect(export.contains("redacted"))
    let copy = try Workspace(isEmpty: true)
    try copy.bring(ndjson: export)
    expectSame(try copy.export(), export)
    #expect(try copy.store.setting(.name) == "Platform")
    #expect(try copy.store.teams().map(\.members) == [["ana"]])
  }

  @Test func `what is in the trash stays at home`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Gone", labels: ["gone"])
    try workspace.open("Here")
    try workspace.perform(.trash, on: issue)
    let copy = try Workspace(isEmpty: true)
    try copy.bring(ndjson: workspace.export())
    #expect(try copy.keys("is:all") == ["API-2"])
    #expect(try copy.export() == workspace.export())
  }

  private func expectSame(_ a: String, _ b: String, _ place: SourceLocation = #_sourceLocation) {
    guard Array(a.utf8) != Array(b.utf8) else { return }
    let differing = zip(a.split(separator: "\n"), b.split(separator: "\n")).first { $0 != $1 }
    let lines = differing.map { "\($0)\n\($1)" } ?? "one is longer"
    Testing.Issue.record("\(lines)", sourceLocation: place)
  }

  @Test func `handles with blanks stay whole in teams and their exports`() throws {
    let workspace = try Workspace()
    try workspace.bring(
      ndjson: """
        {"type":"team","handle":"core team","members":["mary ann","ana"]}
        {"type":"service","handle":"edge router","team":"core team"}

        """)
    let team = try #require(try workspace.store.teams().first)
    #expect(team.members == ["ana", "mary ann"] && team.services == ["edge router"])
    #expect(
      try workspace.store.people().first { $0.handle == "mary ann" }?.teams == ["core team"])
    let copy = try Workspace(isEmpty: true)
    try copy.bring(ndjson: workspace.export())
    #expect(try copy.export() == workspace.export())
  }
}
