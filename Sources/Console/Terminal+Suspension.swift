internal import CCurses
internal import Canvas
internal import Glibc

extension Terminal {
  /// Leaves the terminal to the shell, stops, and comes back when the shell says so.
  ///
  /// Afterwards the screen is blank and the size may be another one: draw.
  public func suspend() {
    guard isOpen, !isGone else { return }
    cc_leave()
    cc_stop()
    cc_foreground(input, 0)
    enter()
  }

  /// Lends the terminal to a child such as an editor and takes it back.
  ///
  /// What was typed ahead is thrown away before and after: keys meant for one
  /// program never reach the other. Afterwards draw; the size may have changed.
  public func handOver<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isOpen, !isGone else { return try body() }
    cc_leave()
    discardInput()
    cc_stop_directly(1)
    defer {
      cc_stop_directly(0)
      // An interactive shell as a child may have kept the foreground.
      cc_foreground(input, 1)
      discardInput()
      enter()
    }
    return try body()
  }

  /// Enters the terminal again, at its present size.
  func enter() {
    cc_enter()
    followSize()
    if let title { setTitle(title) }
  }

  /// Follows the terminal to its present size; the next flush repaints everything.
  func followSize() {
    size = Terminal.readSize(output)
    cc_resize(Int32(size.height), Int32(size.width))
    shown = nil
  }
}
