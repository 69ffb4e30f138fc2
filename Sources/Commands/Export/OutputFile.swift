internal import Glibc

/// A file that is whole or not there: written beside its place, and moved there in the end.
struct OutputFile: ~Copyable {
  /// Where to write.
  let sink: Sink
  private let path: String
  private let temporary: String
  private let descriptor: Int32

  init(_ path: String) throws(Failure) {
    var facts = stat()
    if stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
      throw Failure(.cannotWrite, "\(path) is a folder; name a file in it")
    }
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw Failure(.cannotWrite, "cannot write \(path): \(systemReason())")
    }
    self.path = path
    self.temporary = temporary
    self.descriptor = descriptor
    sink = Sink(descriptor)
  }

  deinit {
    close(descriptor)
    // Gone already when the file was kept.
    unlink(temporary)
  }

  /// Moves what was written to its place.
  func keep() throws(Failure) {
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw Failure(.cannotWrite, "cannot write \(path): \(systemReason())")
    }
  }
}
