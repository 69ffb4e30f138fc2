internal import Glibc

/// Where a command writes: a descriptor, or nowhere but its own memory in tests.
///
/// Text gathers here and goes out in large pieces; nothing is shown before `flush`
/// unless much has come together.
final class Sink {
  private let descriptor: Int32?
  private(set) var waiting: [UInt8] = []

  /// A sink into a descriptor; nil keeps everything in `waiting`.
  init(_ descriptor: Int32?) {
    self.descriptor = descriptor
  }

  /// What is waiting to go out, as text.
  var text: String { String(decoding: waiting, as: UTF8.self) }

  /// Writes a line.
  func line(_ text: String = "") throws(Failure) {
    try write { bytes in
      bytes.append(contentsOf: text.utf8)
      bytes.append(0x0A)
    }
  }

  /// Writes a text as it is.
  func write(_ text: String) throws(Failure) {
    try write { $0.append(contentsOf: text.utf8) }
  }

  /// Lets `body` append bytes, and sends them on when there are many.
  func write(_ body: (inout [UInt8]) -> Void) throws(Failure) {
    body(&waiting)
    if waiting.count >= 64 << 10 { try flush() }
  }

  /// Sends everything out.
  func flush() throws(Failure) {
    guard let descriptor else { return }
    defer { waiting.removeAll(keepingCapacity: true) }
    var sent = 0
    while sent < waiting.count {
      let count = waiting.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        // Somebody else made the pipe's end non-blocking: sleep until there is room.
        var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&polled, 1, -1)
        continue
      }
      guard count > 0 else {
        throw Failure(.cannotWrite, "cannot write the output: \(systemReason())")
      }
      sent += count
    }
  }
}

/// What the system says about the call that just failed: `No space left on device`.
func systemReason() -> String {
  String(cString: strerror(errno))
}
