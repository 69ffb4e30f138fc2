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
    // The row on the screen: how many rows are held above it is nobody's business.
    func row() -> Int { stage.state.list.cursor - stage.state.list.top }
    let (place, before) = (stage.state.list.position, row())
    stage.press("/")
    stage.type("number 42")
    #expect(stage.state.list.position == 1)
    stage.press("down esc")
    #expect(stage.state.list.selected?.key.number == 201)
    #expect(stage.state.list.position == place && row() == before)
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

  @Test func `undo and redo put the cursor on the issue they touched`() {
    var stage = Stage()
    stage.press("j j c G u")
    #expect(stage.state.list.selected?.key == Cast.issues[2].key)
    stage.press("g g p 0 G ctrl-r")
    #expect(stage.state.list.cursor == stage.state.list.rows.count - 1, "nothing to make again")
    stage.press("u")
    #expect(stage.state.list.selected?.key == Cast.issues[0].key)
    stage.press("G ctrl-r")
    #expect(stage.state.list.selected?.key == Cast.issues[0].key)
  }

  @Test func `what is brought back far away in a long list is found, and the place is kept else`() {
    var stage = Stage(issues: Stage.many(2000))
    stage.press("2 0 0 j p 0 G")
    #expect(stage.state.list.selected?.key.number == 2000)
    stage.press("u")
    #expect(stage.state.list.selected?.key.number == 201)
    stage.press("j k ctrl-r")
    #expect(stage.state.list.selected?.key.number == 201)
    stage.press("n")
    stage.type("Another")
    stage.press("enter")
    #expect(stage.state.list.selected?.title == "Another" && stage.state.status.offer == nil)
    stage.press("G 3 0 0 k")
    let place = stage.state.list.selected?.key
    stage.press("u")
    #expect(stage.state.list.selected?.key == place)
  }

  @Test func `the cursor goes to the first of many that are brought back`() {
    var stage = Stage()
    stage.press("j space space space C G u")
    #expect(stage.state.list.selected?.key == Cast.issues[1].key)
    #expect(stage.state.list.rows.count == Cast.openIssues.count)
  }

  @Test func `an undo of what is in another view leaves the cursor where it is`() {
    var stage = Stage()
    stage.press("] ] c [ [ G")
    let place = stage.state.list.selected
    stage.press("] ] ] u")
    #expect(stage.state.list.cursor == 0)
    stage.press("[ [ [")
    #expect(stage.state.list.selected == place)
  }

  @Test func `a new issue that the view does not show is a key away`() {
    var stage = Stage()
    stage.press("] ] n")
    stage.type("Quiet at night")
    stage.press("enter")
    let issue = stage.issues.last
    #expect(stage.state.status.offer?.issue == issue?.id)
    #expect(
      stage.grid.text(row: 22).contains(
        "created \(issue?.key.description ?? "") · not in this view: enter opens it · u undoes"))
    stage.press("enter")
    #expect(stage.state.detail?.id == issue?.id)
    #expect(stage.state.detail?.reader.detail?.issue.title == "Quiet at night")
  }

  @Test(arguments: [(80, 24), (40, 10)])
  func `the offer of a new issue lasts for one key`(_ width: Int, _ height: Int) {
    var stage = Stage(width, height)
    stage.press("] ] n")
    stage.type("Quiet at night")
    stage.press("enter")
    #expect(stage.grid.text(row: height - 2 + (height < 14 ? 1 : 0)).contains("enter opens it"))
    stage.press("k enter")
    #expect(stage.state.detail?.key == Cast.issues[0].key)
  }

  @Test func `a new issue that the view shows is under the cursor and offered nowhere`() {
    var stage = Stage()
    stage.press("G n")
    stage.type("Loud at noon")
    stage.press("enter")
    #expect(stage.state.list.selected?.title == "Loud at noon")
    #expect(stage.state.status.offer == nil)
  }

  @Test func `an issue made while another one is read can be opened`() {
    var stage = Stage()
    stage.press("enter n")
    stage.type("By the way")
    stage.press("enter")
    #expect(stage.state.detail?.key == Cast.issues[0].key)
    stage.press("enter")
    #expect(stage.state.detail?.reader.detail?.issue.title == "By the way")
  }

  @Test func `a view that is saved is the view one is in, at the same place`() {
    var stage = Stage()
    stage.press("j j /")
    stage.type("label:latency")
    stage.press("enter j V")
    stage.type("Slow")
    stage.press("enter")
    #expect(stage.state.sections[stage.state.current].name == "Slow")
    #expect(stage.state.sections[stage.state.current].filter == nil)
    #expect(stage.state.list.rows.count == 2 && stage.state.list.cursor == 1)
    stage.press("alt-1")
    #expect(stage.state.sections[0].filter == nil)
    #expect(stage.state.list.selected?.key == Cast.issues[2].key)
  }

  @Test func `a view whose saving is undone goes from the line of views`() {
    var stage = Stage()
    stage.press("/")
    stage.type("label:latency")
    stage.press("enter V")
    stage.type("Slow")
    stage.press("enter u")
    #expect(stage.state.sections.map(\.name) == Cast.views.map(\.name))
  }

  @Test func `a view that could not be saved is not gone to later`() {
    var stage = Stage()
    stage.press("/")
    stage.type("label:latency")
    stage.press("enter V")
    stage.type("Slow")
    stage.state.savedView = "Slow"
    stage.state.overlay = nil
    stage.send(.failed("the disk is full"))
    stage.send(
      .views(Cast.views + [SavedView(id: Cast.id(8), name: "Slow", query: "x", position: 9)]))
    #expect(stage.state.current == 0)
  }
}
