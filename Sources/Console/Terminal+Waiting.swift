internal import CCurses
internal import Canvas
internal import Glibc

extension Terminal {
  /// Waits until something happens and returns all of it, in order.
  ///
  /// An empty answer means that `timeout` milliseconds went by; nil waits for
  /// ever. Everything typed so far is read before it returns, and any number of
  /// resizes is one, so that the program draws once for all of it. Nothing polls:
  /// the process sleeps in the kernel, with a time limit only while a key
  /// sequence is incomplete.
  public func wait(on descriptors: [Int32] = [], timeout: Int? = nil) -> [TerminalEvent] {
    guard isOpen, !isGone else { return [.gone] }
    let end = timeout.map { now() + Int64($0) }
    while true {
      var polled = ([input, signals] + descriptors).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let count = poll(&polled, nfds_t(polled.count), timeLeft(until: end))
      var events: [TerminalEvent] = []
      if count > 0 {
        if polled[1].revents != 0 { events += takeSignals() }
        if polled[0].revents != 0 { events += takeInput() }
        for extra in polled.dropFirst(2) where extra.revents != 0 {
          events.append(.ready(extra.fd))
        }
      }
      if let deadline, now() >= deadline {
        self.deadline = nil
        events += decoder.timeout().map(TerminalEvent.input)
      }
      if !events.isEmpty { return events }
      if let end, now() >= end { return [] }
    }
  }

  /// Whether more has been typed that nobody has read yet.
  private var hasInput: Bool {
    var polled = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) > 0
  }

  /// Throws away what was typed ahead.
  func discardInput() {
    tcflush(input, TCIFLUSH)
    decoder = KeyDecoder()
    deadline = nil
  }

  private func timeLeft(until end: Int64?) -> Int32 {
    guard let first = [end, deadline].compactMap({ $0 }).min() else { return -1 }
    return Int32(clamping: max(0, first - now()))
  }

  /// Reads until nothing is left, but not for ever: a paste may be endless.
  private func takeInput() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for _ in 0..<64 {
      let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        count = max(0, read(input, buffer.baseAddress, buffer.count))
      }
      guard !bytes.isEmpty else {
        if errno == EINTR || errno == EAGAIN { break }
        isGone = true
        return events + [.gone]
      }
      events += decoder.feed(bytes).map(TerminalEvent.input)
      guard hasInput else { break }
    }
    deadline = decoder.patience.map { now() + Int64($0) }
    return events
  }

  /// Reads which signals have come; a storm of resizes is one.
  func takeSignals() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    var isResized = false
    for signal in readSignals() {
      switch signal {
      case SIGWINCH: isResized = true
      case SIGCONT:
        // Somebody stopped us with SIGSTOP, and a shell has used the terminal since.
        cc_leave()
        cc_foreground(input, 0)
        enter()
        isResized = true
      case SIGTSTP: events.append(.stop)
      default: events.append(.end(signal: signal))
      }
    }
    if isResized {
      followSize()
      events.append(.input(.resize))
    }
    return events
  }

  func readSignals() -> [Int32] {
    let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = max(0, read(signals, buffer.baseAddress, buffer.count))
    }
    return bytes.map(Int32.init)
  }

  /// Milliseconds on a clock that never jumps.
  private func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
