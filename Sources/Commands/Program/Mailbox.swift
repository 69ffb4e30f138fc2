internal import Glibc
internal import Screens
internal import Synchronization

/// Where background work leaves its answers for the screen, with a pipe that wakes it.
final class Mailbox: Sendable {
  /// Readable while messages are waiting.
  let descriptor: Int32
  private let bell: Int32
  private let messages = Mutex<[Message]>([])

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    descriptor = ends[0]
    bell = ends[1]
  }

  deinit {
    close(descriptor)
    close(bell)
  }

  /// Leaves a message; may be called from any thread.
  func post(_ message: Message) {
    let isFirst = messages.withLock { waiting in
      waiting.append(message)
      return waiting.count == 1
    }
    // One byte wakes the screen for any number of messages.
    guard isFirst else { return }
    var byte: UInt8 = 0
    _ = write(bell, &byte, 1)
  }

  /// Takes the messages out, oldest first.
  func collect() -> [Message] {
    var bytes: UInt64 = 0
    _ = read(descriptor, &bytes, 8)
    return messages.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }

  /// Sleeps until a message is there, but not longer than so many milliseconds.
  func wait(upTo milliseconds: Int32) {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&polled, 1, milliseconds)
  }
}
