public import Canvas

/// What ends the waiting of a terminal.
public enum TerminalEvent: Sendable, Hashable {
  /// A key, a paste, the mouse, or a resize (also after a stop): draw anew.
  case input(Input)
  /// Somebody sent SIGTSTP: call `suspend()` as for ctrl-z.
  case stop
  /// A signal asks the program to end: SIGTERM, SIGHUP, SIGINT or SIGQUIT.
  case end(signal: Int32)
  /// The terminal has disappeared: end at once, nothing can be drawn any more.
  case gone
  /// A descriptor of the caller's can be read.
  case ready(Int32)
}
