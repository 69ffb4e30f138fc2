import Domain
import Glibc
import Storage
import Support
import Testing

@testable import Commands

/// A shell whose streams stay in memory and whose clock stands still.
func testShell(
  columns: Int? = nil, variables: [String: String] = [:], now: String = "2026-03-11T10:00:00Z"
) -> Shell {
  let instant = Instant(iso8601: now) ?? Instant(milliseconds: 0)
  return Shell(
    output: Sink(nil), errors: Sink(nil), columns: columns, variable: { variables[$0] },
    environment: StoreEnvironment(now: { instant }, random: { UInt64.random(in: .min ... .max) }))
}

/// A folder of a test's own, in memory where the system offers that, removed with everything in it
/// by `remove`.
struct TestFolder {
  let path: String

  init() throws {
    let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(base)/watchbill-test-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  func remove() {
    for name in TextFile.names(in: path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
