#if canImport(Glibc)
  internal import Glibc
#endif

/// Says to other processes that an import is running; the system takes it back if it dies.
final class ImportLock: Sendable {
  private let file: Int32

  private init(_ file: Int32) {
    self.file = file
  }

  /// Takes the lock; nil when another import has it.
  ///
  /// Throws `unwritable` when the file beside the workspace that is locked cannot be.
  static func take(beside workspace: String) throws(StoreError) -> ImportLock? {
    let path = Doorbell.path(beside: workspace)
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw unusable(path) }
    if flock(file, LOCK_EX | LOCK_NB) == 0 { return ImportLock(file) }
    let isTaken = errno == EWOULDBLOCK
    let error = unusable(path)
    close(file)
    guard isTaken else { throw error }
    return nil
  }

  private static func unusable(_ path: String) -> StoreError {
    StoreError(.unwritable, "cannot lock \(path): \(String(cString: strerror(errno)))")
  }

  /// Lets the next import begin; again is harmless.
  func release() {
    flock(file, LOCK_UN)
  }

  deinit {
    close(file)
  }
}
