import Canvas
import Glibc
import Testing

@testable import Console

/// One terminal at a time, and the environment belongs to the whole process.
@Suite(.serialized) struct TerminalTests {
  private let pty: Pty
  private let theme = Theme(
    name: "test", isDark: true,
    looks: [.text: Look(foreground: .index(252)), .key: Look(foreground: .index(110))])

  init() throws {
    setenv("TERM", "xterm-256color", 1)
    setenv("LC_ALL", "C.UTF-8", 1)
    unsetenv("NO_COLOR")
    unsetenv("TMUX")
    pty = try Pty(width: 30, height: 4)
  }

  private func open() throws -> Terminal {
    try Terminal(input: pty.slave, output: pty.slave)
  }

  private func grid(_ text: CleanText, _ role: Role = .text) -> Grid {
    var grid = Grid(size: Size(width: 30, height: 4))
    grid.write(text, x: 0, y: 0, role)
    return grid
  }

  /// Raises a signal in this thread, which may have been started with signals blocked.
  private func send(_ signal: Int32) {
    var set = sigset_t()
    var before = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    pthread_sigmask(SIG_UNBLOCK, &set, &before)
    raise(signal)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  @Test func `what it enters it leaves, and the settings are as before`() throws {
    let before = pty.settings()
    let terminal = try open()
    #expect(terminal.size == Size(width: 30, height: 4))
    terminal.flush(grid("hello"), theme)
    let entered = pty.output()
    for mode in ["\u{1B}[?1049h", "\u{1B}[?2004h", "\u{1B}[?1000h", "\u{1B}[?1006h", "hello"] {
      #expect(entered.contains(mode))
    }
    #expect(pty.settings() != before)
    terminal.leave()
    let left = pty.output()
    for mode in ["?1049l", "?2004l", "?1000l", "?1006l", "?25h"] {
      #expect(left.contains("\u{1B}[\(mode)"))
    }
    #expect(pty.settings() == before)
    pty.end()
  }

  @Test func `a flush writes only what has changed`() throws {
    let terminal = try open()
    terminal.flush(grid("hello"), theme)
    _ = pty.output()
    terminal.flush(grid("hello"), theme)
    #expect(pty.output() == "")
    terminal.flush(grid("hellO"), theme)
    #expect(pty.output().utf8.count < 60)
    terminal.redraw()
    #expect(pty.output().contains("hellO"))
    terminal.leave()
    pty.end()
  }

  @Test func `colours are used, unless NO_COLOR is set`() throws {
    var terminal = try open()
    terminal.flush(grid("hello", .key), theme)
    #expect(pty.output().contains("38;5;110m"))
    terminal.leave()
    _ = pty.output()

    setenv("NO_COLOR", "1", 1)
    terminal = try open()
    #expect(terminal.depth == .none)
    terminal.flush(grid("hello", .key), theme)
    #expect(!pty.output().contains("38;5"))
    terminal.leave()
    pty.end()
  }

  @Test func `outside of UTF-8 only ASCII is written`() throws {
    setenv("LC_ALL", "C", 1)
    let terminal = try open()
    #expect(!terminal.isUTF8)
    terminal.setTitle("作者 – ✓")
    var grid = grid("作者 é │ 👩")
    grid.box(grid.bounds, glyphs: .unicode)
    terminal.flush(grid, theme)
    terminal.leave()
    #expect(pty.output().utf8.allSatisfy { $0 < 0x80 })
    pty.end()
  }

  @Test func `keys, pastes and answers arrive as inputs`() throws {
    let terminal = try open()
    pty.type("j\u{1B}[B\u{1B}[200~q\r\u{1B}[201~\u{1B}]11;rgb:0/0/0\u{7}k")
    #expect(
      terminal.wait(timeout: 5000) == [
        .input(.key(.character("j"))), .input(.key(.down)),
        .input(.paste("q\n", truncated: false)), .input(.key(.character("k"))),
      ])
    #expect(terminal.wait(timeout: 0).isEmpty)
    pty.type("\u{1B}")
    #expect(terminal.wait(timeout: 5000) == [.input(.key(.esc))])
    terminal.leave()
    pty.end()
  }

  @Test func `a storm of resizes is one`() throws {
    let terminal = try open()
    for width in UInt16(1)...20 {
      pty.resize(width: width, height: width)
      send(SIGWINCH)
    }
    #expect(terminal.wait(timeout: 5000) == [.input(.resize)])
    #expect(terminal.size == Size(width: 20, height: 20))
    terminal.leave()
    pty.end()
  }

  @Test func `any size can be drawn on, with a grid of any other`() throws {
    let terminal = try open()
    for (width, height) in [(1, 1), (2, 1), (300, 2), (3, 50), (20, 5)] as [(UInt16, UInt16)] {
      pty.resize(width: width, height: height)
      send(SIGWINCH)
      _ = terminal.wait(timeout: 5000)
      var fitting = Grid(size: terminal.size)
      fitting.write("作者の名前 👩 हिन्दी", x: 0, y: 0, .text)
      fitting.cursor = Point(x: 400, y: 400)
      for grid in [fitting, grid("作者 हि")] {
        terminal.flush(grid, theme)
        _ = pty.output()
      }
    }
    terminal.leave()
    pty.end()
  }

  @Test func `signals ask to end or to stop`() throws {
    let terminal = try open()
    send(SIGTERM)
    #expect(terminal.wait(timeout: 5000) == [.end(signal: SIGTERM)])
    send(SIGTSTP)
    #expect(terminal.wait(timeout: 5000) == [.stop])
    terminal.leave()
    pty.end()
  }

  @Test func `another descriptor wakes it`() throws {
    let terminal = try open()
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    _ = write(ends[1], "x", 1)
    #expect(terminal.wait(on: [ends[0]], timeout: 5000) == [.ready(ends[0])])
    terminal.leave()
    close(ends[0])
    close(ends[1])
    pty.end()
  }

  @Test func `a terminal that disappears is told, again and again`() throws {
    let terminal = try open()
    pty.hangUp()
    #expect(terminal.wait(timeout: 5000).contains(.gone))
    #expect(terminal.wait(timeout: 5000) == [.gone])
    terminal.flush(grid("nobody sees this"), theme)
    terminal.leave()
    close(pty.slave)
  }

  @Test func `a child gets the terminal as it was, and what was typed for it is dropped`() throws {
    let before = pty.settings()
    let terminal = try open()
    let entered = pty.settings()
    let inside = terminal.handOver {
      pty.type("typed for the child")
      return pty.settings()
    }
    #expect(inside == before)
    #expect(pty.settings() == entered)
    #expect(terminal.wait(timeout: 0).isEmpty)
    terminal.flush(grid("back"), theme)
    let output = pty.output()
    #expect(output.contains("\u{1B}[?1049l") && output.contains("back"))
    terminal.leave()
    pty.end()
  }

  @Test func `the clipboard is bounded and passes through tmux`() throws {
    setenv("TMUX", "/tmp/tmux", 1)
    let terminal = try open()
    _ = pty.output()
    #expect(terminal.copy("API-42"))
    let output = pty.output()
    #expect(output.contains("\u{1B}]52;c;QVBJLTQy\u{7}"))
    #expect(output.contains("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;QVBJLTQy\u{7}\u{1B}\\"))
    #expect(!terminal.copy(String(repeating: "x", count: 100_000)))
    #expect(pty.output() == "")
    terminal.leave()
    pty.end()
  }

  @Test(arguments: [
    ("dumb", TerminalError.cannotPlaceCursor("dumb")), ("", .noTermVariable),
    ("nonsense", .unknownTerminal("nonsense")),
    ("evil\u{1B}[31m", .unknownTerminal("evil\u{241B}[31m")),
  ])
  func `a terminal that cannot draw is refused without a byte`(
    term: String, error: TerminalError
  ) throws {
    setenv("TERM", term, 1)
    #expect(throws: error) { try open() }
    #expect(pty.output() == "")
    pty.end()
  }

  @Test func `a pipe is no terminal`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(throws: TerminalError.notATerminal("standard input")) {
      try Terminal(input: ends[0], output: pty.slave)
    }
    #expect(throws: TerminalError.notATerminal("standard output")) {
      try Terminal(input: pty.slave, output: ends[1])
    }
    close(ends[0])
    close(ends[1])
    pty.end()
  }

  @Test func `new names of known families are drawn on as xterm`() throws {
    #expect(try TerminalName.candidates("xterm-ghostty") == ["xterm-ghostty", "xterm-256color"])
    setenv("TERM", "xterm-nobody-knows", 1)
    let terminal = try open()
    #expect(terminal.depth == .full)
    terminal.leave()
    pty.end()
  }
}
