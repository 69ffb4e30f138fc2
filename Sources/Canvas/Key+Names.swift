extension Key: LosslessStringConvertible {
  /// The key's name as in `keys.yaml`: `a`, `space`, `pgdn`, `f5`, `ctrl-x`, `alt-enter`.
  public var description: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .ctrl(let character): "ctrl-\(character)"
    case .alt(let key): "alt-\(key)"
    case .shift(let key): "shift-\(key)"
    case .control(let key): "ctrl-\(key)"
    case .function(let number): "f\(number)"
    default: Key.names.first { $0.key == self }?.name ?? "?"
    }
  }

  /// A key from its name; nil when no key has it.
  public init?(_ name: String) {
    if let known = Key.names.first(where: { $0.name == name })?.key ?? Key.aliases[name] {
      self = known
      return
    }
    for (prefix, make) in Key.prefixes where name.count > prefix.count && name.hasPrefix(prefix) {
      guard let key = Key(String(name.dropFirst(prefix.count))).flatMap(make) else { return nil }
      self = key
      return
    }
    if name.utf8.first == UInt8(ascii: "f"), let number = Int(name.dropFirst()),
      (1...20).contains(number)
    {
      self = .function(number)
      return
    }
    guard name.count == 1, let character = name.first, character >= " " else { return nil }
    self = .character(character)
  }

  private static let names: [(name: String, key: Key)] = [
    ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("home", .home),
    ("end", .end), ("pgup", .pageUp), ("pgdn", .pageDown), ("insert", .insert),
    ("delete", .delete), ("backspace", .backspace), ("enter", .enter), ("tab", .tab),
    ("backtab", .backtab), ("esc", .esc),
  ]

  private static let aliases: [String: Key] = [
    "space": .character(" "), "comma": .character(","), "shift-tab": .backtab, "s-tab": .backtab,
    "return": .enter, "escape": .esc, "del": .delete, "ins": .insert, "pageup": .pageUp,
    "pagedown": .pageDown, "ctrl-space": .ctrl("@"), "ctrl-i": .tab, "ctrl-m": .enter,
  ]

  private static let prefixes: [(String, @Sendable (Key) -> Key?)] = [
    ("ctrl-", controlled), ("alt-", { .alt($0) }), ("shift-", shifted),
  ]

  @Sendable private static func controlled(_ key: Key) -> Key? {
    guard case .character(let character) = key else {
      return key.isNamed ? .control(key) : nil
    }
    guard let ascii = character.asciiValue else { return nil }
    let lowered = Character(character.lowercased())
    return lowered.isLetter || (0x40...0x5F).contains(ascii) ? .ctrl(lowered) : nil
  }

  @Sendable private static func shifted(_ key: Key) -> Key? {
    key.isNamed ? .shift(key) : nil
  }

  /// Whether it is a key with a name of its own, to which Shift and Control can be added.
  private var isNamed: Bool {
    switch self {
    case .character, .ctrl, .alt: false
    default: true
    }
  }
}
