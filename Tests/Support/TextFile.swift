import Glibc

/// Text files that tests compare with, and write anew when `RECORD_SNAPSHOTS=1` is set.
public enum TextFile {
  /// The lines in which a text differs from an expected file; nil when it does not.
  public static func difference(_ actual: String, from path: String) -> String? {
    if getenv("RECORD_SNAPSHOTS") != nil {
      return write(actual, to: path) ? nil : "cannot write \(path)"
    }
    guard let expected = read(path) else {
      return "there is no \(path); RECORD_SNAPSHOTS=1 makes it\n\(actual)"
    }
    guard expected != actual else { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var report = "\(path) differs\n"
    for index in 0..<max(old.count, new.count) {
      let before = index < old.count ? old[index] : ""
      let after = index < new.count ? new[index] : ""
      if before != after { report += "- \(before)\n+ \(after)\n" }
    }
    return report
  }

  /// The names of the files in a folder, sorted.
  public static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The paths of all files below a folder, sorted.
  public static func paths(below folder: String) -> [String] {
    names(in: folder).flatMap { name in
      let path = "\(folder)/\(name)"
      let inner = paths(below: path)
      return inner.isEmpty ? [path] : inner
    }
  }

  /// A file as text; nil when it cannot be read.
  public static func read(_ path: String) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a file; nil when it cannot be read.
  public static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    return fputs(text, file) >= 0
  }
}
