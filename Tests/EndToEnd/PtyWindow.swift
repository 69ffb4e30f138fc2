import Foundation
import Glibc

/// The program on a pseudo-terminal: keys go in, and the screen is what it drew.
///
/// It is started with posix_spawn in a session of its own; the first terminal it
/// opens, as its standard input, becomes the one that governs it.
final class PtyWindow {
  let process: pid_t
  private(set) var screen: PtyScreen
  /// How many bytes the program has written.
  private(set) var count = 0
  private let pty: Pty
  private let before: [UInt32]

  /// Opens the program's screen on a bench's workspace.
  init(on bench: Bench, width: Int = 100, height: Int = 30) throws {
    pty = try Pty(width: UInt16(width), height: UInt16(height))
    before = pty.settings()
    screen = PtyScreen(width: width, height: height)
    process = try pty.start(
      Binary.path ?? "/nonexistent",
      environment: [
        "PATH=/usr/bin:/bin", "HOME=\(bench.folder.path)", "TERM=xterm-256color",
        "XDG_DATA_HOME=\(bench.folder.path)/data", "XDG_STATE_HOME=\(bench.folder.path)/state",
        "XDG_CONFIG_HOME=\(bench.folder.path)/config", "LC_ALL=C.UTF-8",
        "WATCHBILL_WORKSPACE=\(bench.folder.path)/work.db",
        "LD_LIBRARY_PATH=\(getenv("LD_LIBRARY_PATH").map { String(cString: $0) } ?? "")",
      ])
  }

  deinit {
    if !hasEnded { kill() }
    pty.end()
  }

  private(set) var hasEnded = false

  func type(_ text: String) { pty.type(text) }

  func resize(width: Int, height: Int) {
    pty.resize(width: UInt16(width), height: UInt16(height))
    screen = PtyScreen(width: width, height: height)
  }

  /// Reads until the screen shows a text, or fails to within ten seconds.
  func shows(_ text: String) -> Bool { reads { screen.text.contains(text) } }

  /// Reads until the screen no longer shows a text.
  func hides(_ text: String) -> Bool { reads { !screen.text.contains(text) } }

  /// Reads until the program has written this many bytes more, or is silent for a moment.
  func reads(bytes: Int) {
    let goal = count + bytes
    while count < goal, read(patience: 100) {}
  }

  /// Ends the program as a power cut would, and reads what it had drawn by then.
  func kill() {
    Glibc.kill(process, SIGKILL)
    _ = status()
    while read(patience: 0) {}
  }

  /// Waits for the end; the exit status, or minus the signal.
  func status() -> Int32 {
    var status: Int32 = 0
    waitpid(process, &status, 0)
    hasEnded = true
    return status & 0x7f == 0 ? status >> 8 & 0xff : -(status & 0x7f)
  }

  /// Whether the terminal is set as it was before the program came.
  var isRestored: Bool { pty.settings() == before }

  private func reads(until isSo: () -> Bool) -> Bool {
    while !isSo() {
      guard read(patience: 10_000) else { return false }
    }
    return true
  }

  /// Reads once; whether anything came within some milliseconds.
  private func read(patience: Int32) -> Bool {
    let bytes = pty.read(patience: patience)
    count += bytes.count
    screen.take(bytes)
    return !bytes.isEmpty
  }
}
