public import Canvas

/// Which keys do what: the defaults, with somebody's own wishes over them.
public struct Keymap: Sendable, Equatable {
  /// The keys of each action, the first one shown in hints.
  public private(set) var keys: [ActionID: [String]] = [:]
  private var bound: [Place: [[Key]: ActionID]] = [:]
  /// Beginnings of chords: `g` when there is `g g`.
  private var beginnings: [Place: Set<[Key]>] = [:]

  /// What the keys pressed so far mean.
  public enum Meaning: Sendable, Equatable {
    case action(ActionID)
    /// The beginning of a chord.
    case beginning
    case nothing
  }

  /// The keys as they are shipped.
  public static let standard = Keymap.with(overrides: [:]).keymap

  /// The defaults with other keys for some actions, and what could not be had.
  ///
  /// `["close": ["x", "ctrl-k c"]]` gives Close these keys and takes its own
  /// away. A key somebody asks for is taken from the action that had it by
  /// default, and that is reported; an action left with no key is still in
  /// the palette.
  public static func with(
    overrides: [String: [String]]
  ) -> (keymap: Keymap, conflicts: [KeyConflict]) {
    var keymap = Keymap()
    var conflicts: [KeyConflict] = []
    for (name, keys) in overrides.sorted(by: { $0.key < $1.key }) {
      guard let id = ActionID(rawValue: name) else {
        conflicts.append(.noSuchAction(name))
        continue
      }
      keymap.keys[id] = []
      for key in keys { keymap.bind(key, to: id, reporting: &conflicts) }
    }
    for action in Action.table where overrides[action.id.rawValue] == nil {
      keymap.keys[action.id] = []
      for key in action.keys { keymap.bind(key, to: action.id, reporting: &conflicts) }
    }
    return (keymap, conflicts)
  }

  /// What some keys, pressed one after the other, mean on a screen.
  public func meaning(of chord: [Key], in place: Place) -> Meaning {
    if let id = bound[place]?[chord] { return .action(id) }
    return beginnings[place]?.contains(chord) == true ? .beginning : .nothing
  }

  /// The key to show for an action; nil when it has none.
  public func key(of id: ActionID) -> String? { keys[id]?.first }

  private mutating func bind(
    _ name: String, to id: ActionID, reporting conflicts: inout [KeyConflict]
  ) {
    let names = name.split(separator: " ")
    let chord = names.compactMap { Key(String($0)) }
    guard !chord.isEmpty, chord.count == names.count else {
      conflicts.append(.noSuchKey(name, for: id))
      return
    }
    let starts = (1..<chord.count).map { Array(chord[..<$0]) }
    for place in Action.named(id).places {
      if let taker = obstacle(to: chord, starts, in: place), taker != id {
        conflicts.append(.taken(key: name, by: taker, wantedBy: id))
        return
      }
    }
    for place in Action.named(id).places {
      bound[place, default: [:]][chord] = id
      beginnings[place, default: []].formUnion(starts)
    }
    keys[id, default: []].append(names.joined(separator: " "))
  }

  /// The action whose key is the same, begins with this one, or begins this one.
  private func obstacle(to chord: [Key], _ starts: [[Key]], in place: Place) -> ActionID? {
    let taken = bound[place] ?? [:]
    if let same = taken[chord] { return same }
    for start in starts { if let shorter = taken[start] { return shorter } }
    guard beginnings[place]?.contains(chord) == true else { return nil }
    return taken.first { $0.key.starts(with: chord) }?.value
  }
}

/// A wish in `keys.yaml` that could not be followed.
public enum KeyConflict: Error, Sendable, Equatable {
  case noSuchAction(String)
  case noSuchKey(String, for: ActionID)
  case taken(key: String, by: ActionID, wantedBy: ActionID)
}

extension KeyConflict: CustomStringConvertible {
  /// The conflict as one sentence for people.
  public var description: String {
    switch self {
    case .noSuchAction(let name): "there is no action called \(name); ? lists them all"
    case .noSuchKey(let key, let id):
      "“\(key)” for \(id.rawValue) is no key; write j, ctrl-d, alt-1, f5 or g g"
    case .taken(let key, let by, let id):
      "\(key) is taken by \(by.rawValue), so \(id.rawValue) does not have it"
    }
  }
}
