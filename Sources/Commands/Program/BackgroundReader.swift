internal import Dispatch
internal import Domain
internal import Screens
internal import Storage
internal import Synchronization

/// Reads that may take long, one after the other on a thread and a connection of their own.
///
/// A newer wish of the same kind makes an older one pointless: the older read
/// is interrupted in the middle, and one that has not begun never does.
final class BackgroundReader: Sendable {
  private let mailbox: Mailbox
  private let queue: DispatchQueue
  private let connection: Connection
  private let newest = Mutex<Int>(0)

  init(_ store: Store, _ name: String, _ mailbox: Mailbox) {
    self.mailbox = mailbox
    queue = DispatchQueue(label: "watchbill." + name)
    connection = Connection(store)
  }

  /// Reads on the background thread; what `body` returns is posted.
  ///
  /// - Parameter refused: what to post instead when the store cannot answer.
  func read(
    _ body: @escaping @Sendable (Store) throws(StoreError) -> Message,
    refused: @escaping @Sendable (String) -> Message
  ) {
    let number = newest.withLock { newest in
      newest += 1
      return newest
    }
    connection.interrupt()
    queue.async { [self] in
      guard isNewest(number) else { return }
      do throws(StoreError) {
        let store = try connection.open()
        guard isNewest(number) else { return }
        mailbox.post(try body(store))
      } catch {
        guard error.code != .interrupted else { return }
        mailbox.post(refused(error.description))
      }
    }
  }

  private func isNewest(_ number: Int) -> Bool { newest.withLock { $0 == number } }
}
