import Foundation
import Support
import Testing

/// kill -9 at any moment: the file opens, is whole, and holds every change that was accepted.
///
/// `WATCHBILL_KILLS=200` in the environment makes the long run of it.
@Suite(.enabled(if: Binary.path != nil, "watchbill has not been built"))
struct CrashTests {
  private let bench: Bench
  private static let kills =
    ProcessInfo.processInfo.environment["WATCHBILL_KILLS"].flatMap { Int($0) } ?? 4

  init() throws {
    bench = try Bench()
    _ = try bench.run("demo --no-open")
  }

  @Test func `what the screen said was done survives`() throws {
    var random = SeededRandom(seed: 1)
    for kill in 0..<Self.kills {
      let window = try PtyWindow(on: bench)
      try #require(window.shows("enter open"), "kill \(kill): \(window.screen.text)")
      let text = "accepted-\(kill)"
      window.type("gg")
      window.type("m\(text)\r")
      #expect(window.shows("✓ commented"), "kill \(kill): \(window.screen.text)")
      window.type(["c", "j", "p1", "mhalf"].randomElement(using: &random) ?? "c")
      window.reads(bytes: Int.random(in: 1..<400, using: &random))
      window.kill()
      try expectWhole("kill \(kill)")
      #expect(try bench.export().contains(text), "kill \(kill)")
    }
  }

  @Test func `text that was typed and not sent survives`() throws {
    let window = try PtyWindow(on: bench)
    #expect(window.shows("enter open"))
    window.type("mnot sent yet")
    #expect(window.shows("not sent yet"), "\(window.screen.text)")
    window.kill()
    let again = try PtyWindow(on: bench)
    #expect(again.shows("enter open"))
    again.type("m")
    #expect(again.shows("not sent yet"), "\(again.screen.text)")
  }

  @Test func `an import that was killed is finished by the next`() throws {
    _ = try bench.run("export -o whole.ndjson")
    let file = bench.folder.appendingPathComponent("whole.ndjson").path
    var random = SeededRandom(seed: 2)
    for kill in 0..<Self.kills {
      // The moment: after so many bytes have arrived through the pipe, whatever the machine's speed.
      let lines = try bench.read("whole.ndjson")
      let part = Int.random(in: 1..<lines.count, using: &random)
      let killed = try PipedRun(
        ["import", "-", "--format", "ndjson", "--workspace", "other.db"], in: bench.folder)
      killed.feed(lines.prefix(part))
      killed.kill()
      let came = try bench.run(["import", file, "--workspace", "other.db"])
      #expect(came.status == 0, "kill \(kill) after \(part) bytes: \(came)")
      _ = try bench.run("export -o again.ndjson --workspace other.db")
      #expect(try bench.read("again.ndjson") == lines, "kill \(kill) after \(part) bytes")
      for name in ["other.db", "other.db-wal", "other.db-shm"] {
        try? FileManager.default.removeItem(at: bench.folder.appendingPathComponent(name))
      }
    }
  }

  private func expectWhole(_ when: String) throws {
    let listed = try bench.run("issue list is:all --limit 1 --json key")
    #expect(listed.status == 0, "\(when): \(listed)")
  }
}

extension Bench {
  /// Everything in the workspace, as an export says it.
  fileprivate func export() throws -> String {
    try run("export").output
  }
}
