import Canvas
import Domain

extension AppState {
  /// Takes in what somebody did.
  mutating func take(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key): return take(key)
    case .paste(let text, let truncated): return take(pasted: text, truncated)
    case .mouse(let event): return take(event)
    case .focus, .resize: return []
    }
  }

  private mutating func take(_ key: Key) -> [Effect] {
    let offer = status.offer
    status.offer = nil
    if status.kind != .done || AppLayout(self).isLow { status = StatusLine() }
    if AppLayout(self).isTooSmall, overlay == nil { return takeInTheDark(key) }
    if overlay != nil {
      // Redraw and suspend work everywhere, as long as they are no text.
      if case .action(let id) = keymap.meaning(of: [key], in: place), !key.isText,
        id == .redraw || id == .suspend
      {
        return run(id)
      }
      return takeInOverlay(key)
    }
    if let offer, keymap.meaning(of: strokes + [key], in: .list) == .action(.open) {
      return go(to: offer.issue)
    }
    if strokes.isEmpty, case .character(let character) = key, character.isASCII,
      let digit = character.wholeNumberValue, digit > 0 || repetitions != nil
    {
      repetitions = min(9_999, (repetitions ?? 0) * 10 + digit)
      return []
    }
    return takeAction(key)
  }

  private mutating func takeAction(_ key: Key) -> [Effect] {
    let chord = strokes + [key]
    switch keymap.meaning(of: chord, in: place) {
    case .beginning:
      strokes = chord
      return []
    case .action(let id):
      strokes = []
      let count = repetitions
      repetitions = nil
      if id != .quit { isQuitAsked = false }
      if id == .numberedView {
        return showView(numberedKeys.firstIndex(of: key.description) ?? 0)
      }
      return run(id, count: count)
    case .nothing:
      let wasPending = chord.count > 1 || repetitions != nil
      strokes = []
      repetitions = nil
      guard !(key == .esc && wasPending) else { return [] }
      let name = chord.map(\.description).joined(separator: " ")
      complain("\(name) does nothing here; \(keymap.key(of: .palette) ?? ":") shows what does")
      return []
    }
  }

  /// Opens an issue that may be in no list here.
  private mutating func go(to issue: EntityID) -> [Effect] {
    isGoing = true
    leaveSheets()
    detail = nil
    return [.loadDetail(issue)]
  }

  private var numberedKeys: [String] { keymap.keys[.numberedView] ?? [] }

  /// In a window too small to show anything, only leaving works.
  private mutating func takeInTheDark(_ key: Key) -> [Effect] {
    guard case .action(let id) = keymap.meaning(of: [key], in: place) else { return [] }
    switch id {
    case .quit, .suspend, .redraw: return run(id)
    default: return []
    }
  }

  /// Pasted text goes into the field that is open, or behind the new issue that is kept; it never
  /// fires keys.
  private mutating func take(pasted text: String, _ isTruncated: Bool) -> [Effect] {
    if isTruncated { complain("the paste was longer than 1 MiB and was cut") }
    guard overlay == nil else { return insertInOverlay(text) }
    guard !text.trimmed.isEmpty else { return [] }
    if place == .compose { return paste(intoUpdate: text) }
    guard let project = usualProject else {
      complain(obstacle(to: .new) ?? "there is no project")
      return []
    }
    overlay = .prompt(
      Question(
        purpose: .newIssue(project: project), editor: LineEditor(text, keepsLineBreaks: true),
        isPasted: true))
    say("a new issue from what you pasted? Enter makes it, Esc keeps it as a draft")
    return [.loadDraft(.newIssue)]
  }

  /// The project a new issue most likely belongs to: that of the issue at hand, else the busiest.
  var usualProject: String? {
    let prefixes = words.projects.map(\.prefix)
    if let prefix = subject?.key.prefix, prefixes.contains(prefix) { return prefix }
    return words.projects.max { $0.openCount < $1.openCount }?.prefix
  }
}

extension Key {
  /// Whether the key types a character.
  var isText: Bool {
    if case .character = self { true } else { false }
  }
}
