import Glibc

/// A pseudo-terminal: the test holds the end where a person would sit.
struct Pty {
  let master: Int32
  private let path: String
  /// Keeps the terminal there after the program has left it.
  private let slave: Int32

  // TIOCSPTLCK and TIOCGPTN: Swift sees neither these macros nor posix_openpt.
  private static let lockRequest: UInt = 0x4004_5431
  private static let numberRequest: UInt = 0x8004_5430
  // POSIX_SPAWN_SETSID and POSIX_SPAWN_SETSIGMASK, which Swift does not see as numbers.
  private static let ownSession: Int16 = 0x80
  private static let ownSignals: Int16 = 0x08

  init(width: UInt16, height: UInt16) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var lock: Int32 = 0
    guard master >= 0, ioctl(master, Pty.lockRequest, &lock) == 0,
      ioctl(master, Pty.numberRequest, &number) == 0
    else { throw PtyError() }
    path = "/dev/pts/\(number)"
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw PtyError() }
    resize(width: width, height: height)
  }

  func resize(width: UInt16, height: UInt16) {
    var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func type(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// What is written to the terminal; nothing when nothing comes within some milliseconds.
  func read(patience: Int32) -> [UInt8] {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, patience) > 0, polled.revents & Int16(POLLIN) != 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = max(0, Glibc.read(master, buffer.baseAddress, buffer.count))
    }
  }

  /// The terminal's settings, to be compared.
  func settings() -> [UInt32] {
    var modes = termios()
    tcgetattr(slave, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }

  /// Starts a program that this terminal governs.
  func start(_ program: String, environment: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // A thread of the tests' pool blocks signals, and its children would: SIGWINCH above all.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Pty.ownSession | Pty.ownSignals)
    var arguments = [strdup(program), nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let fault = posix_spawn(&process, program, &actions, &attributes, &arguments, &variables)
    guard fault == 0 else { throw PtyError() }
    return process
  }

  func end() {
    close(master)
    close(slave)
  }
}

struct PtyError: Error {}
