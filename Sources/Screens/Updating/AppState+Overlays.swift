import Canvas
import Domain

extension AppState {
  /// Keys for what stands over the screen: it has them all.
  mutating func takeInOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .filter(let bar): return take(key, bar)
    case .prompt(let prompt): return take(key, prompt)
    case .picker(let picker): return take(key, picker)
    case .palette(let palette): return take(key, palette)
    case .roster(let sheet): return take(key, sheet)
    case .line(let editor): return take(key, editor)
    case nil: return []
    }
  }

  /// Pasted text for the field that is open.
  mutating func insertInOverlay(_ text: String) -> [Effect] {
    switch overlay {
    case .filter(var bar):
      bar.editor.insert(text)
      return search(bar)
    case .prompt(var prompt):
      prompt.editor.insert(text)
      return keep(prompt)
    case .picker(var picker):
      picker.editor.insert(text)
      picker.cursor = 0
      overlay = .picker(picker)
    case .palette(var palette):
      palette.editor.insert(text)
      palette.cursor = 0
      overlay = .palette(palette)
    case .line(let editor): return paste(text, into: editor)
    case .roster, nil: break
    }
    return []
  }
}
