internal import Glibc

/// A file that is read from front to back; `-` is standard input.
///
/// It is opened once and said no to early, with the reason: a folder, a file that is
/// not there, one that may not be read.
struct InputFile: ~Copyable {
  /// The file's name for people, without its folders.
  let name: String
  /// Its size in bytes; nil when it is a stream.
  let size: Int?
  private let descriptor: Int32

  init(_ path: String) throws(Failure) {
    guard path != "-" else {
      name = "standard input"
      size = nil
      descriptor = STDIN_FILENO
      return
    }
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else {
      let status: ExitStatus = errno == ENOENT || errno == ENOTDIR ? .notFound : .notAllowed
      throw Failure(status, "cannot read \(path): \(systemReason())")
    }
    var facts = stat()
    fstat(opened, &facts)
    guard facts.st_mode & S_IFMT != S_IFDIR else {
      close(opened)
      throw Failure(.badData, "\(path) is a folder; name a file in it")
    }
    descriptor = opened
    name = path.split(separator: "/").last.map(String.init) ?? path
    size = facts.st_mode & S_IFMT == S_IFREG ? Int(facts.st_size) : nil
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The next bytes, at most so many; empty at the end.
  func read(upTo limit: Int) throws(Failure) -> [UInt8] {
    var reason: String?
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < limit {
        let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), limit - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { reason = systemReason() }
        guard got > 0 else { return }
        count += got
        // A pipe gives what there is; waiting for a whole piece would hide its progress.
        if size == nil { return }
      }
    }
    if let reason { throw Failure(.notAllowed, "cannot read \(name): \(reason)") }
    return bytes
  }

  /// A file's whole text.
  static func text(_ path: String) throws(Failure) -> String {
    let file = try InputFile(path)
    var bytes: [UInt8] = []
    while true {
      let more = try file.read(upTo: 64 << 10)
      guard !more.isEmpty else { break }
      bytes += more
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badData, "\(file.name) is no UTF-8; save it as UTF-8")
    }
    return text
  }
}
