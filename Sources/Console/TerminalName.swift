internal import Canvas

/// Which terminfo entry describes the terminal.
enum TerminalName {
  /// Terminals that speak xterm's language under names that terminfo may not know yet.
  private static let families = [
    "xterm", "tmux", "screen", "alacritty", "kitty", "foot", "wezterm", "ghostty",
  ]
  private static let cannotDraw = ["dumb", "unknown"]

  /// The entries to try, best first.
  static func candidates(_ term: String?) throws(TerminalError) -> [String] {
    guard let term, !term.isEmpty else { throw .noTermVariable }
    guard !cannotDraw.contains(term) else { throw .cannotPlaceCursor(shown(term)) }
    let isFamily = families.contains { term.hasPrefix($0) }
    return isFamily ? [term, "xterm-256color"] : [term]
  }

  /// Whether the terminal understands xterm's operating system commands (title, clipboard);
  /// others, the Linux console among them, would print them.
  static func takesCommands(_ term: String) -> Bool {
    (families + ["rxvt", "st-", "konsole", "vte", "gnome"]).contains { term.hasPrefix($0) }
  }

  /// A name from the environment, fit for a message.
  static func shown(_ term: String) -> String {
    CleanText(term, fitting: 40, ellipsis: "...").characters
  }
}
