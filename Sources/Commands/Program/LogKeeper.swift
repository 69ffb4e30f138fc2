internal import Dispatch
internal import Storage

/// Keeps the store's log short from the background, so that no change waits for it.
@MainActor
final class LogKeeper {
  private let queue = DispatchQueue(label: "watchbill.log", qos: .utility)
  private let connection: Connection
  private var written = 0

  /// So many operations come to about the thousand pages after which SQLite does it by itself.
  private static let many = 100

  init(_ store: Store) {
    connection = Connection(store)
  }

  /// Takes note of operations that were written, and settles the log when they are many.
  func note(_ operations: Int) {
    written += operations
    guard written >= LogKeeper.many else { return }
    written = 0
    queue.async { [connection] in try? connection.open().settleLog() }
  }
}
