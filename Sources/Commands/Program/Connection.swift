internal import Storage
internal import Synchronization

/// A second way into the file, opened when it is first needed.
final class Connection: Sendable {
  private let original: Store
  private let opened = Mutex<Store?>(nil)

  init(_ store: Store) {
    original = store
  }

  func open() throws(StoreError) -> Store {
    if let store = opened.withLock({ $0 }) { return store }
    let store = try original.another()
    opened.withLock { $0 = store }
    return store
  }

  func interrupt() {
    opened.withLock { $0 }?.interruptReading()
  }
}
