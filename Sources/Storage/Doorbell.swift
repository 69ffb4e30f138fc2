#if canImport(Glibc)
  internal import Glibc
#endif

/// How one window tells the others that the file has changed: a byte in a file beside it.
///
/// The other windows sleep on that file (inotify) and wake at once; nobody
/// polls. The bell rings after the commit, so whoever hears it can read the
/// change. A missed ring costs a late repaint, never a lost change.
public enum Doorbell {
  /// The bell's file for a workspace.
  public static func path(beside workspace: String) -> String { workspace + "-bell" }

  /// Rings; failing to is harmless.
  static func ring(beside workspace: String) {
    let file = open(path(beside: workspace), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    var byte: UInt8 = 0
    _ = pwrite(file, &byte, 1, 0)
    close(file)
  }

  /// A descriptor that becomes readable when somebody rings; nil where the system has none.
  ///
  /// The caller reads it empty (`drain`) and closes it at the end.
  public static func listen(beside workspace: String) -> Int32? {
    let bell = path(beside: workspace)
    let file = open(bell, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    close(file)
    let listener = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard listener >= 0 else { return nil }
    guard inotify_add_watch(listener, bell, UInt32(IN_MODIFY)) >= 0 else {
      close(listener)
      return nil
    }
    return listener
  }

  /// Forgets the rings heard so far.
  public static func drain(_ listener: Int32) {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while read(listener, buffer.baseAddress, buffer.count) > 0 {}
    }
  }
}
