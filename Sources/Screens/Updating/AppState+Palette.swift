import Canvas
import Domain

extension AppState {
  mutating func take(_ key: Key, _ palette: Palette) -> [Effect] {
    var palette = palette
    let count = palette.matches.count
    switch key {
    case .esc, .ctrl("c"):
      overlay = nil
      return []
    case .enter: return run(palette)
    case .down, .ctrl("n"), .tab: palette.cursor += 1
    case .up, .ctrl("p"), .backtab: palette.cursor -= 1
    case .pageDown: palette.cursor += 10
    case .pageUp: palette.cursor -= 10
    case .backspace where palette.editor.isEmpty:
      overlay = nil
      return []
    default:
      guard palette.editor.take(key) != .ignored else {
        complain("\(key) does nothing here; Enter does it, Esc goes back")
        return []
      }
      palette.cursor = 0
    }
    palette.cursor = min(max(0, palette.cursor), max(0, count - 1))
    overlay = .palette(palette)
    return []
  }

  private mutating func run(_ palette: Palette) -> [Effect] {
    let matches = palette.matches
    guard matches.indices.contains(palette.cursor) else {
      complain("nothing is called “\(palette.editor.text)”; Esc goes back")
      return []
    }
    overlay = nil
    switch matches[palette.cursor].target {
    case .action(let id): return run(id)
    case .view(let index):
      return show(.issues) + showView(index)
    case .theme(let name):
      theme = name
      return [.useTheme(name)]
    case .issue(let key):
      leaveSheets()
      isGoing = true
      detail = nil
      return [.loadDetailOf(key)]
    }
  }
}
