import Canvas
import Screens
import Support
import Testing

@Suite struct KeymapTests {
  @Test func `the shipped keys have no conflict and every action a place`() {
    #expect(Keymap.with(overrides: [:]).conflicts.isEmpty)
    #expect(Action.table.map(\.id) == Action.table.map(\.id).uniqued)
    #expect(Set(Action.table.map(\.id)) == Set(ActionID.allCases))
    #expect(Action.table.allSatisfy { !$0.places.isEmpty && !$0.help.isEmpty })
  }

  @Test func `an own key takes the place of the shipped ones`() {
    let (keymap, conflicts) = Keymap.with(overrides: ["close": ["x", "ctrl-k c"]])
    #expect(conflicts.isEmpty)
    #expect(keymap.meaning(of: [.character("x")], in: .list) == .action(.close))
    #expect(keymap.meaning(of: [.character("c")], in: .list) == .nothing)
    #expect(keymap.meaning(of: [.ctrl("k")], in: .list) == .beginning)
    #expect(keymap.meaning(of: [.ctrl("k"), .character("c")], in: .list) == .action(.close))
    #expect(keymap.key(of: .close) == "x")
  }

  @Test func `what cannot be had is said`() {
    let (keymap, conflicts) = Keymap.with(overrides: [
      "close": ["j"], "explode": ["x"], "label": ["hyper-l"], "status": ["g"],
    ])
    let chords = Action.table.filter { !$0.places.isDisjoint(with: Action.named(.status).places) }
      .flatMap { action in
        action.keys.filter { $0.hasPrefix("g ") }
          .map { KeyConflict.taken(key: $0, by: .status, wantedBy: action.id) }
      }
    #expect(chords.contains(.taken(key: "g g", by: .status, wantedBy: .top)))
    #expect(
      conflicts == [
        .noSuchAction("explode"), .noSuchKey("hyper-l", for: .label),
        .taken(key: "j", by: .close, wantedBy: .down),
      ] + chords)
    #expect(keymap.meaning(of: [.down], in: .list) == .action(.down))
    #expect(keymap.meaning(of: [.character("j")], in: .list) == .action(.close))
    #expect(conflicts.map(\.description).allSatisfy { !$0.isEmpty })
  }

  @Test func `the shipped file is the table`() {
    let path = Folder.root + "/data/keys.yaml"
    let difference = TextFile.difference(Action.yaml, from: path)
    #expect(difference == nil, "RECORD_SNAPSHOTS=1 writes the file anew")
  }

  @Test func `the table for the README names every key`() {
    let table = Action.markdownTable
    #expect(table.contains("| `c` | Close | done with it |"))
    #expect(table.split(separator: "\n").count == Action.table.count + 2)
  }
}

extension Array where Element: Hashable {
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
