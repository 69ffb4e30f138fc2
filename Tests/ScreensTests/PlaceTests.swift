import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// The place somebody is at, and what they see there, is kept through filters and empty lists.
@Suite struct PlaceTests {
  @Test func `an empty result has an empty preview`() {
    var stage = Stage(120, 40)
    #expect(!stage.state.preview.lines.isEmpty)
    stage.press("/")
    stage.type("zebra")
    #expect(stage.state.preview.lines.isEmpty && stage.state.preview.wanted == nil)
    stage.press("esc")
    #expect(stage.state.preview.detail?.issue.id == stage.state.list.selected?.id)
  }

  @Test func `Esc from the filter goes back to the issue the cursor was on`() {
    var stage = Stage(issues: Stage.many(500))
    stage.press("2 0 0 j")
    let (place, top) = (stage.state.list.position, stage.state.list.top)
    stage.press("/")
    stage.type("number 42")
    #expect(stage.state.list.position == 1)
    stage.press("down esc")
    #expect(stage.state.list.selected?.key.number == 201)
    #expect(stage.state.list.position == place && stage.state.list.top == top)
  }

  @Test func `Esc takes a kept filter off and goes back to the issue there was before it`() {
    var stage = Stage(issues: Stage.many(500))
    stage.press("2 0 0 j /")
    stage.type("number")
    stage.press("enter j j /")
    stage.type(" 42")
    stage.press("esc")
    #expect(stage.state.list.selected?.key.number == 498)
    stage.press("esc")
    #expect(stage.state.sections[0].filter == nil)
    #expect(stage.state.list.selected?.key.number == 201)
  }

  @Test func `the list somebody comes back to is read anew`() {
    var stage = Stage(issues: Stage.many(500))
    stage.press("2 0 0 j /")
    stage.type("number")
    stage.press("enter")
    stage.issues.removeAll { $0.key.number == 201 }
    stage.send(.changed)
    stage.press("esc")
    #expect(stage.state.list.selected?.key.number == 202)
    #expect(stage.state.list.count == CappedCount(499))
  }

  @Test(arguments: [
    ("is:open", false), ("is:open the*", false), ("sort:created", true),
    ("the sort:created-asc", true), ("is:all sort:priority", false),
  ])
  func `the time of a row is the one the list is sorted by, else that of the last change`(
    _ query: String, _ isByBirth: Bool
  ) throws {
    let stage = Stage(
      views: [SavedView(id: Cast.id(9), name: "It", query: query, position: 0)])
    let issue = try #require(stage.issues.first { $0.id == stage.state.list.selected?.id })
    let age = Age.short(isByBirth ? issue.createdAt : issue.updatedAt, now: Cast.now)
    let row = stage.grid.text(row: 3)
    #expect(row.split(separator: " ").last.map(String.init) == age.characters)
  }

  @Test func `a list sorted by closing shows when each was closed`() {
    var closed = Stage.many(2)
    closed[0].status = .done
    closed[0].closedAt = Cast.ago(3, Instant.day)
    let stage = Stage(
      issues: closed,
      views: [SavedView(id: Cast.id(9), name: "It", query: "is:all sort:closed", position: 0)])
    #expect(stage.grid.text(row: 3).contains(" 3d "))
    #expect(stage.grid.text(row: 4).split(separator: " ").last == "many")
  }
}
