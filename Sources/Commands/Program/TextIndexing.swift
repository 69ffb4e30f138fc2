internal import Dispatch
internal import Domain
internal import Screens
internal import Storage
internal import Synchronization

/// Catches up with the search index in the background after an import, a batch at a time.
///
/// Batches are short so that an edit never waits long for the file, and there
/// is a pause for others between them: each is a transaction of its own. Two
/// windows may do it together; the file's mark says where to go on.
final class TextIndexing: Sendable {
  private let mailbox: Mailbox
  private let store: Store
  private let isStopped = Mutex<Bool>(false)
  private let own = Mutex<Store?>(nil)
  private let finished = DispatchSemaphore(value: 0)

  /// Begins, if there is anything to do; nil when the index is complete.
  init?(_ store: Store, _ mailbox: Mailbox) {
    guard (try? store.hasIndexingLeft()) == true else { return nil }
    self.mailbox = mailbox
    self.store = store
    if let backlog = try? store.indexBacklog() { post(backlog) }
    DispatchQueue(label: "watchbill.indexing", qos: .utility).async { [self] in
      run()
      finished.signal()
    }
  }

  /// Ends at once, whatever is being built; the next window goes on from there.
  func stop() {
    isStopped.withLock { $0 = true }
    repeat {
      // Again and again: a change that began after one interruption was not hit by it.
      own.withLock { $0?.interruptWriting() }
    } while finished.wait(timeout: .now() + .milliseconds(20)) == .timedOut
  }

  private var isWanted: Bool { isStopped.withLock { !$0 } }

  private func run() {
    do throws(StoreError) {
      let own = try store.another()
      self.own.withLock { $0 = own }
      try own.restoreIndexes { isWanted }
      while isWanted {
        guard let progress = try own.indexText(500) else { break }
        post(progress)
      }
      mailbox.post(.progress(nil))
      while isWanted {
        guard try own.tidyText() else { break }
      }
    } catch {
      guard isWanted else { return }
      mailbox.post(.progress(nil))
      mailbox.post(.failed("searching is not complete: \(error.description)"))
    }
  }

  private func post(_ progress: (done: Int64, total: Int64)) {
    mailbox.post(
      .progress(
        Progress("Indexing texts", done: Int(progress.done), total: Int(progress.total))))
  }
}
