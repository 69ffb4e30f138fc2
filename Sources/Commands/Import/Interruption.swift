internal import Dispatch
internal import Glibc

/// Hears ctrl-c while long work runs, so that it can end between two batches.
///
/// A second ctrl-c ends the program as usual.
final class Interruption {
  private let source: any DispatchSourceSignal

  /// Calls `handler` on another thread at the first ctrl-c, until `end`.
  init(_ handler: @escaping @Sendable () -> Void) {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(
      signal: SIGINT, queue: DispatchQueue(label: "watchbill.interruption"))
    source.setEventHandler {
      signal(SIGINT, SIG_DFL)
      handler()
    }
    source.resume()
  }

  /// Hears no more.
  func end() {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}
