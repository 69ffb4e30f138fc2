import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// A verb that cannot be done now says why, wherever it is asked for.
@Suite struct ObstacleTests {
  struct Scene: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var keys = ""
    var hasIssues = true
    var me: String? = "ana"
    var size = (80, 24)
    var projects = Cast.projects
    var bill: WatchBill?
  }

  static let scenes = [
    Scene(testDescription: "a list"),
    Scene(testDescription: "an empty workspace", hasIssues: false, me: nil, projects: []),
    Scene(testDescription: "marks", keys: "space space"),
    Scene(testDescription: "a closed issue", keys: "] ] ] ] G"),
    Scene(testDescription: "an issue", keys: "enter"),
    Scene(testDescription: "a small window", size: (40, 10)),
    Scene(testDescription: "nobody", me: nil),
    Scene(testDescription: "a page that rings", keys: "f4", bill: Cast.bill),
    Scene(testDescription: "a page of mine", keys: "f4 j", bill: Cast.bill),
    Scene(testDescription: "a page that is over", keys: "f4 G", bill: Cast.bill),
    Scene(testDescription: "pages of nobody", keys: "f4", me: nil, bill: Cast.bill),
    Scene(testDescription: "no pages", keys: "f4", bill: WatchBill()),
    Scene(testDescription: "pages being read", keys: "f4"),
    Scene(testDescription: "an offer", keys: "f6", bill: Cast.bill),
    Scene(testDescription: "a service of another", keys: "f6 j j", bill: Cast.bill),
    Scene(testDescription: "a service that nobody owns", keys: "f6 G", bill: Cast.bill),
    Scene(testDescription: "no services", keys: "f6", bill: WatchBill()),
    Scene(testDescription: "services being read", keys: "f6"),
    Scene(testDescription: "a list and the bill", keys: "j", bill: Cast.bill),
  ]

  private func stage(_ scene: Scene) -> Stage {
    var stage = Stage(
      scene.size.0, scene.size.1, issues: scene.hasIssues ? Stage.castIssues : [],
      bill: scene.bill)
    stage.state.me = scene.me
    stage.state.words.projects = scene.projects
    stage.press(scene.keys)
    return stage
  }

  @Test(arguments: scenes) func `a key that can do nothing says why`(_ scene: Scene) {
    let before = stage(scene)
    for action in Action.table where action.places.contains(before.state.place) {
      guard let reason = before.state.obstacle(to: action.id) else { continue }
      var stage = before
      stage.press(stage.state.keymap.key(of: action.id) ?? "")
      #expect(stage.state.status.kind == .error && stage.state.status.text == reason)
      #expect(stage.performed == before.performed, "\(action.id)")
    }
  }

  @Test(arguments: scenes) func `the palette shows why and says it when asked`(_ scene: Scene) {
    var before = stage(scene)
    before.press("?")
    guard case .palette(let palette) = before.state.overlay else {
      Testing.Issue.record("no palette")
      return
    }
    let blocked = palette.entries.enumerated().filter { $0.element.obstacle != nil }
    for (place, entry) in blocked {
      var stage = before
      for _ in 0..<place { stage.press("down") }
      #expect(scene.size.0 < 80 || stage.grid.shows(entry.obstacle ?? ""))
      stage.press("enter")
      #expect(stage.state.overlay == nil)
      #expect(stage.state.status.text == entry.obstacle)
      #expect(stage.grid.shows(entry.obstacle ?? ""), "\(entry.name)")
    }
  }

  @Test func `an empty workspace blocks all that needs an issue, a project or a name`() {
    let state = stage(Self.scenes[1]).state
    let free: Set<ActionID> = [
      .back, .filter, .undo, .redo, .palette, .go, .redraw, .suspend, .quit, .nextView,
      .previousView, .numberedView, .preview, .removeView,
    ]
    for action in Action.table where action.places.contains(.list) && action.group != .tabs {
      #expect((state.obstacle(to: action.id) == nil) == free.contains(action.id), "\(action.id)")
    }
  }
}

extension Grid {
  /// Whether a row has the beginning of a text: what is longer is cut.
  fileprivate func shows(_ text: String) -> Bool {
    (0..<size.height).contains { self.text(row: $0).contains(text.prefix(24)) }
  }
}
