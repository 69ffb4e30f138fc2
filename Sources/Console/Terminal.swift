internal import CCurses
public import Canvas
internal import Glibc

/// The terminal as the program meets it: a screen to fill, keys to wait for.
///
/// It belongs to the thread that made it, and there is one at a time. Whatever
/// way the program ends, the terminal is left as it was found: by `leave()`, on
/// `exit`, and by a handler for deadly signals.
public final class Terminal {
  /// How many cells there are; changes with `Input.resize`.
  public internal(set) var size: Size
  /// What the terminal shows, with NO_COLOR honoured.
  public let depth: ColorDepth
  /// Whether the locale is UTF-8; outside of it only ASCII is written.
  public let isUTF8: Bool
  /// The signs to draw with here.
  public var glyphs: Glyphs { isUTF8 ? .unicode : .ascii }

  let input: Int32
  let output: Int32
  let signals: Int32
  let takesCommands: Bool
  let isInTmux: Bool

  // Drawing: what the screen shows, and how the styles of the last theme look.
  var shown: Grid?
  var theme: Theme?
  var looks: [UInt64: CursesLook] = [:]
  var title: CleanText?

  // Waiting.
  var decoder = KeyDecoder()
  var deadline: Int64?
  var isGone = false
  var isOpen = true

  /// Opens the terminal and enters it, or says in one line why it cannot.
  ///
  /// Nothing is written to a terminal that is refused.
  public init(input: Int32 = 0, output: Int32 = 1, mouse: Bool = true) throws(TerminalError) {
    guard isatty(input) == 1 else { throw .notATerminal("standard input") }
    guard isatty(output) == 1 else { throw .notATerminal("standard output") }
    let term = Terminal.environment("TERM")
    let candidates = try TerminalName.candidates(term)
    isUTF8 = cc_locale() == 1
    cc_foreground(input, 0)
    // Before ncurses, which catches only the signals that nobody has caught.
    signals = cc_signals_open()
    do throws(TerminalError) {
      try Terminal.open(candidates, input: input, output: output, mouse: mouse)
    } catch {
      cc_signals_close()
      throw error
    }
    let hasColor = Terminal.environment("NO_COLOR").map(\.isEmpty) ?? true
    depth = hasColor ? ColorDepth(colors: Int(cc_colors())) : .none
    takesCommands = TerminalName.takesCommands(term ?? "")
    isInTmux = Terminal.environment("TMUX").map { !$0.isEmpty } ?? false
    self.input = input
    self.output = output
    size = Terminal.readSize(output)
    cc_resize(Int32(size.height), Int32(size.width))
  }

  deinit {
    leave()
  }

  /// Leaves the terminal for good, as it was found; may be called twice.
  public func leave() {
    guard isOpen else { return }
    isOpen = false
    clearTitle()
    cc_close()
    cc_signals_close()
  }

  /// Leaves the terminal and ends the process by a signal, so that a shell sees which.
  public func end(by signal: Int32) {
    leave()
    cc_die(signal)
  }

  private static func open(
    _ candidates: [String], input: Int32, output: Int32, mouse: Bool
  ) throws(TerminalError) {
    for name in candidates {
      switch Int(cc_open(name, input, output, mouse ? 1 : 0)) {
      case Int(CC_OPENED): return
      case Int(CC_NO_CURSOR): throw .cannotPlaceCursor(TerminalName.shown(name))
      case Int(CC_FAILED): throw .cannotOpen
      default: continue
      }
    }
    throw .unknownTerminal(TerminalName.shown(candidates[0]))
  }

  static func readSize(_ output: Int32) -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    cc_size(output, &rows, &columns)
    return Size(width: Int(columns), height: Int(rows))
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
