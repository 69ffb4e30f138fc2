import Canvas
import Domain

extension AppState {
  /// Keys while a line of the update is typed: it has them all.
  mutating func take(_ key: Key, _ editor: LineEditor) -> [Effect] {
    var editor = editor
    switch key {
    case .esc, .ctrl("c"):
      overlay = nil
      if editor.isEmpty { dropEmptyLine() }
      return keepWhatWasTyped()
    case .ctrl("s"):
      overlay = nil
      return run(.post)
    case .enter:
      guard editor.hasWords else {
        overlay = nil
        dropEmptyLine()
        return keepWhatWasTyped()
      }
      compose?.addLine()
      overlay = .line(LineEditor())
      return keepWhatWasTyped()
    case .down, .up:
      compose?.move(by: key == .down ? 1 : -1)
      overlay = .line(LineEditor(compose?.line.text ?? ""))
      return []
    case .backspace where editor.isEmpty:
      compose?.removeLine()
      overlay = .line(LineEditor(compose?.line.text ?? ""))
      return keepCompose()
    default: break
    }
    switch editor.take(key) {
    case .changed: return typed(editor)
    case .moved: overlay = .line(editor)
    case .ignored: complain("\(key) does nothing here; Enter goes on, Esc stops, ctrl-s posts")
    }
    return []
  }

  /// Whether a line of the update is open: what stands around it stays where it is.
  var isTypingLine: Bool {
    if case .line = overlay { true } else { false }
  }

  /// Takes the line over and keeps the whole as a draft.
  mutating func typed(_ editor: LineEditor) -> [Effect] {
    overlay = .line(editor)
    compose?.line.text = editor.text
    return keepCompose()
  }

  /// A line that was only looked at makes no draft: it would stand in the way of what its writer
  /// does later.
  private mutating func keepWhatWasTyped() -> [Effect] {
    compose?.isTouched == true ? keepCompose() : []
  }

  /// Pasted lines become lines of the answer.
  mutating func paste(intoUpdate text: String) -> [Effect] {
    for line in text.split(whereSeparator: \.isNewline) {
      compose?.addLine(line.hasPrefix("- ") ? String(line.dropFirst(2)) : String(line))
    }
    return keepCompose()
  }

  /// Pasted text goes in at the cursor; what follows a line break becomes lines below.
  mutating func paste(_ text: String, into editor: LineEditor) -> [Effect] {
    var editor = editor
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    guard let first = lines.first else { return [] }
    editor.insert(first)
    let effects = typed(editor)
    guard lines.count > 1 else { return effects }
    let rest = paste(intoUpdate: lines.dropFirst().joined(separator: "\n"))
    overlay = .line(LineEditor(compose?.line.text ?? ""))
    return rest
  }

  private mutating func dropEmptyLine() {
    guard compose?.line.isEmpty == true else { return }
    compose?.removeLine()
  }
}
