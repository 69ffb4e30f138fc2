import Domain
import Glibc

@testable import Storage

extension Workspace {
  /// The workspace as our own format writes it.
  func export() throws -> String {
    var exporter = Exporter(.ndjson)
    var bytes: [UInt8] = []
    exporter.begin(into: &bytes)
    for record in try store.directory() { exporter.append(record, into: &bytes) }
    try store.forEachIssue(
      matching: Query.parse("sort:key"), in: store.context(me: nil)
    ) { issue, comments in exporter.append(issue, comments: comments, into: &bytes) }
    for record in try store.watches() { exporter.append(record, into: &bytes) }
    exporter.end(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The export without what an undo does not bring back: which number comes next.
  func state() throws -> [String] {
    var lines: [String] = []
    for record in try store.directory() + store.watches() {
      var record = record
      if case .project(var project) = record {
        project.next = nil
        record = .project(project)
      }
      lines.append("\(record)")
    }
    try store.forEachIssue(
      matching: Query.parse("sort:key"), in: store.context(me: nil)
    ) { issue, comments in
      lines.append("\(issue) \(comments)")
    }
    return lines
  }
}

/// The bytes of a file; none when it cannot be read.
func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    bytes += buffer[..<count]
  }
  return bytes
}

/// Writes a file; false when that failed.
@discardableResult
func write(_ bytes: [UInt8], to path: String) -> Bool {
  guard let file = fopen(path, "w") else { return false }
  defer { fclose(file) }
  return fwrite(bytes, 1, bytes.count, file) == bytes.count
}
