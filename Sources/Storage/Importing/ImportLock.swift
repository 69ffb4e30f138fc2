#if canImport(Glibc)
  internal import Glibc
#endif

/// Says to other processes that an import is running; the system takes it back if it dies.
final class ImportLock: Sendable {
  private let file: Int32

  /// Takes the lock; nil when another process has it.
  init?(beside workspace: String) {
    file = open(Doorbell.path(beside: workspace), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return nil
    }
  }

  /// Lets the next import begin; again is harmless.
  func release() {
    flock(file, LOCK_UN)
  }

  deinit {
    close(file)
  }
}
