internal import Dispatch
internal import Synchronization

/// Hands things from the thread that makes them to the one that uses them, a few at a time.
///
/// The maker waits when `capacity` things are waiting, so that a fast reader of a large
/// file does not fill the memory; the user waits when there is nothing.
final class HandOver<Element: Sendable>: Sendable {
  private struct State {
    var waiting: [Element] = []
    var isClosed = false
    var isInterrupted = false
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  init(capacity: Int) {
    // A semaphore that ends below the value it began with traps, and this one does so
    // whenever somebody interrupts; so it begins at 0.
    for _ in 0..<capacity { room.signal() }
  }

  /// Gives one thing, waiting for room; false when nobody wants it any more.
  func give(_ element: Element) -> Bool {
    room.wait()
    let isWanted = state.withLock { state in
      guard !state.isClosed else { return false }
      state.waiting.append(element)
      return true
    }
    guard isWanted else {
      room.signal()
      return false
    }
    filled.signal()
    return true
  }

  /// Takes the oldest thing, waiting for one; nil once somebody has interrupted.
  func take() -> Element? {
    filled.wait()
    let element = state.withLock { state -> Element? in
      guard !state.isInterrupted, !state.waiting.isEmpty else { return nil }
      return state.waiting.removeFirst()
    }
    if element != nil { room.signal() }
    return element
  }

  /// Says that nothing more is wanted: the maker stops at its next thing.
  func close() {
    state.withLock { $0.isClosed = true }
    room.signal()
  }

  /// Wakes the user with nil, whatever is waiting.
  func interrupt() {
    state.withLock { $0.isInterrupted = true }
    filled.signal()
  }
}
