internal import Domain

/// Shows the progress of long work on standard error, and takes its bar away in the end.
struct ProgressLine {
  private let shell: Shell
  private var progress: WorkProgress
  private var isShown = false

  init(_ title: String, total: Int?, unit: WorkProgress.Unit, _ shell: Shell) {
    self.shell = shell
    progress = WorkProgress(
      title, total: total, unit: unit, isTerminal: shell.areErrorsOnTerminal, now: shell.now)
  }

  /// Shows how far the work is.
  mutating func show(done: Int, items: Int) throws(Failure) {
    guard let line = progress.line(done: done, items: items, now: shell.now) else { return }
    guard shell.areErrorsOnTerminal else { return try shell.say(line) }
    isShown = true
    try shell.errors.write("\r\(line)\u{1B}[K")
    try shell.errors.flush()
  }

  /// Takes the bar away.
  mutating func end() throws(Failure) {
    guard isShown else { return }
    isShown = false
    try shell.errors.write("\r\u{1B}[K")
    try shell.errors.flush()
  }
}
