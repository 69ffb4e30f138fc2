import Canvas
import Domain

/// Every verb that is legal here, or anywhere one can go, narrowed by typing.
struct Palette: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// `?`: the verbs of this screen.
    case verbs
    /// `:`: issues by key, views, themes, and the verbs.
    case go
  }

  enum Target: Sendable, Equatable {
    case action(ActionID)
    case issue(IssueKey)
    case view(Int)
    case theme(String)
  }

  /// A line of the palette.
  struct Entry: Sendable, Equatable {
    var target: Target
    var name: String
    var help: String
    var key: String?
    var command: String?
    /// Why it cannot be done now.
    var obstacle: String?
  }

  var kind: Kind
  var entries: [Entry]
  var editor = LineEditor()
  var cursor = 0
  /// The first line in sight.
  var top = 0

  /// The entries that match what was typed, best first; what cannot be done now comes last.
  var matches: [Entry] {
    let typed = editor.text.trimmed
    guard !typed.isEmpty else { return entries }
    var found = entries.enumerated().compactMap { place, entry in
      score(typed, entry).map { (entry: entry, place: place, score: $0) }
    }
    found.sort { a, b in
      guard (a.entry.obstacle == nil) == (b.entry.obstacle == nil) else {
        return a.entry.obstacle == nil
      }
      return a.score != b.score ? a.score > b.score : a.place < b.place
    }
    var matches = found.map(\.entry)
    if kind == .go, let key = IssueKey(typed) {
      matches.insert(
        Entry(target: .issue(key), name: "Open \(key)", help: "the issue"), at: 0)
    }
    return matches
  }

  /// The key itself finds an action first, then its name, its help, its name in the keymap.
  private func score(_ typed: String, _ entry: Entry) -> Int? {
    if let key = entry.key, key == typed { return 2000 }
    let name = Fuzzy.score(typed, in: entry.name)
    let help = typed.count > 2 && entry.help.hasWord(beginningWith: typed) ? 2 : nil
    var scores = [name, help].compactMap(\.self)
    switch entry.target {
    case .action(let id): scores += [Fuzzy.score(typed, in: id.rawValue)].compactMap(\.self)
    case .view: scores += [Fuzzy.score(typed, in: "view " + entry.name)].compactMap(\.self)
    case .theme: scores += [Fuzzy.score(typed, in: "theme " + entry.name)].compactMap(\.self)
    case .issue: break
    }
    return scores.max()
  }
}

extension Palette {
  /// The palette for what stands on the screen.
  init(_ kind: Kind, for state: AppState) {
    self.kind = kind
    entries = kind == .go ? Palette.destinations(of: state) : []
    entries += Action.table
      .filter { $0.places.contains(state.place) && $0.id != .palette && $0.id != .go }
      .map { action in
        Entry(
          target: .action(action.id), name: action.name, help: action.help,
          key: state.keymap.key(of: action.id),
          command: action.command.map { state.filledIn($0) },
          obstacle: state.obstacle(to: action.id))
      }
    if kind == .verbs { entries.sort { Palette.rank($0) < Palette.rank($1) } }
  }

  private static func destinations(of state: AppState) -> [Entry] {
    state.sections.enumerated().map { index, section in
      Entry(target: .view(index), name: section.name, help: "view · " + section.query)
    }
      + state.themes.map {
        Entry(target: .theme($0), name: $0, help: $0 == state.theme ? "theme · in use" : "theme")
      }
  }

  /// Verbs on issues first: moving about is what everybody knows.
  private static func rank(_ entry: Entry) -> Int {
    guard case .action(let id) = entry.target else { return 0 }
    let order: [Action.Group] = [.changing, .marking, .looking, .moving, .program]
    let place = Action.table.firstIndex { $0.id == id } ?? 0
    return (order.firstIndex(of: Action.named(id).group) ?? 0) * 1000 + place
  }
}

extension AppState {
  /// A command with the issue's key in it, as somebody would type it.
  func filledIn(_ command: String) -> String {
    guard let start = command.firstRange(ofWord: "KEY"), let key = subject?.key else {
      return command
    }
    return command.replacingCharacters(in: start, with: key.description)
  }
}

extension String {
  /// Whether one of its words begins with some letters, whatever their case.
  fileprivate func hasWord(beginningWith letters: String) -> Bool {
    let wanted = letters.lowercased()
    return lowercased().split { !$0.isLetter }.contains { $0.hasPrefix(wanted) }
  }

  /// Where a word stands between blanks.
  fileprivate func firstRange(ofWord word: String) -> Range<Index>? {
    split(separator: " ").first { $0 == word }.map { $0.startIndex..<$0.endIndex }
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
