internal import Domain
internal import Glibc
internal import Storage

/// What a command reaches outside the program: streams, variables, clock, randomness.
struct Shell {
  /// Results go here.
  let output: Sink
  /// Words about them go here.
  let errors: Sink
  var isInputTerminal = false
  var isOutputTerminal = false
  var areErrorsOnTerminal = false
  /// The terminal's width; nil when the output is no terminal and nothing need be cut.
  var columns: Int?
  /// An environment variable; an empty one counts as not set.
  let variable: (String) -> String?
  let environment: StoreEnvironment
  /// How far the clock on the wall is ahead of UTC, in milliseconds: where days begin.
  var offset: Int64 = 0

  /// The present.
  var now: Instant { environment.now() }
}

extension Shell {
  /// The process's own.
  static var live: Shell {
    let isOutputTerminal = isatty(STDOUT_FILENO) == 1
    return Shell(
      output: Sink(STDOUT_FILENO), errors: Sink(STDERR_FILENO),
      isInputTerminal: isatty(STDIN_FILENO) == 1, isOutputTerminal: isOutputTerminal,
      areErrorsOnTerminal: isatty(STDERR_FILENO) == 1,
      columns: isOutputTerminal ? terminalColumns(STDOUT_FILENO) : nil,
      variable: systemVariable,
      environment: .live, offset: utcOffset(StoreEnvironment.live.now()))
  }

  /// Says something that is not the result.
  func say(_ words: String) throws(Failure) {
    try errors.line(words)
    try errors.flush()
  }
}

extension StoreEnvironment {
  /// The system's clock and randomness.
  static let live = StoreEnvironment(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    },
    random: { UInt64.random(in: .min ... .max) },
    zones: { ZoneShelf(systemVariable).available($0) })
}

/// A terminal's width; 80 when it does not tell.
private func terminalColumns(_ descriptor: Int32) -> Int {
  var size = winsize()
  guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
  return Int(size.ws_col)
}

/// A variable of the process's environment; an empty one counts as not set.
func systemVariable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}
