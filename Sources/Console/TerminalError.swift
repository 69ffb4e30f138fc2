/// Why there can be no screen, in one line for people.
public enum TerminalError: Error, Sendable, Hashable, CustomStringConvertible {
  case notATerminal(String)
  case noTermVariable
  case unknownTerminal(String)
  case cannotPlaceCursor(String)
  case cannotOpen

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .notATerminal(let stream):
      "\(stream) is not a terminal; the screen needs one (commands with --json do not)"
    case .noTermVariable:
      "TERM is not set; set it to your terminal's name, for example xterm-256color"
    case .unknownTerminal(let name):
      "nothing is known of the terminal \(name); try TERM=xterm-256color"
    case .cannotPlaceCursor(let name):
      "the terminal \(name) cannot place its cursor; the screen needs one that can"
    case .cannotOpen:
      "the terminal cannot be opened"
    }
  }
}
