import Glibc

/// A pseudo-terminal of a small size: the test holds the end where a person would sit.
struct Pty {
  let master: Int32
  let slave: Int32

  // TIOCSPTLCK and TIOCGPTN: Swift sees neither these macros nor posix_openpt.
  private static let lockRequest: UInt = 0x4004_5431
  private static let numberRequest: UInt = 0x8004_5430

  init(width: UInt16, height: UInt16) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var number: Int32 = 0
    var lock: Int32 = 0
    guard master >= 0, ioctl(master, Pty.lockRequest, &lock) == 0,
      ioctl(master, Pty.numberRequest, &number) == 0
    else { throw PtyError() }
    slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
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

  /// What has been written to the terminal since the last time.
  func output() -> String {
    var bytes: [UInt8] = []
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&polled, 1, 0) > 0, polled.revents & Int16(POLLIN) != 0 {
      bytes += [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
        count = max(0, read(master, buffer.baseAddress, buffer.count))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The terminal's settings, to be compared.
  func settings() -> [UInt32] {
    var modes = termios()
    tcgetattr(slave, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }

  func hangUp() {
    close(master)
  }

  func end() {
    close(master)
    close(slave)
  }
}

struct PtyError: Error {}
