internal import Dispatch
internal import Domain
internal import Screens
internal import Storage
internal import Synchronization

/// A change of thousands of issues, made in the background so that no key waits for it.
///
/// It has a connection of its own and is one transaction: stopped, or killed,
/// nothing of it is kept. Meanwhile nobody else can write to the file.
final class LargeChange: Sendable {
  /// Up to so many issues are changed at once: it takes a blink.
  static let threshold = 2_000

  private let mailbox: Mailbox
  private let own = Mutex<Store?>(nil)
  private let isStopped = Mutex<Bool>(false)
  private let finished = DispatchSemaphore(value: 0)

  /// Begins; what came of it is posted as `.changeEnded`.
  init(
    _ words: String, _ store: Store, _ mailbox: Mailbox,
    _ make: @escaping @Sendable (Store, StepProgress) throws(StoreError) -> StepReport?
  ) {
    self.mailbox = mailbox
    DispatchQueue(label: "watchbill.change", qos: .userInitiated).async { [self] in
      do throws(StoreError) {
        let own = try store.another()
        self.own.withLock { $0 = own }
        let progress = StepProgress { [self] done, total in
          mailbox.post(.changing(Progress(words, done: done, total: total)))
          return !hasStopped
        }
        mailbox.post(.changeEnded(.made(try make(own, progress))))
      } catch {
        mailbox.post(
          .changeEnded(error.code == .interrupted ? .stopped : .failed(error.description)))
      }
      finished.signal()
    }
  }

  private var hasStopped: Bool { isStopped.withLock { $0 } }

  /// Asks it to end; nothing of it is kept unless it was just done.
  func stop() {
    isStopped.withLock { $0 = true }
    own.withLock { $0?.interruptWriting() }
  }

  /// Ends it, and waits until the file is as it was.
  func stopAndWait() {
    stop()
    finished.wait()
  }
}
