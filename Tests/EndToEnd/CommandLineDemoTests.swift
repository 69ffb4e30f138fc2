import Foundation
import Testing

/// The demo, by the built program.
@Suite(.enabled(if: Binary.path != nil, "watchbill has not been built"))
struct CommandLineDemoTests {
  @Test func `the demo is made once, and grows by what is missing`() throws {
    let bench = try Bench()
    let made = try bench.run("demo --no-open --workspace demo.db")
    #expect(made.status == 0, "\(made)")
    #expect(made.output.hasPrefix("made the demo company Harbourline in demo.db\n"))
    #expect(
      try bench.run("demo --no-open --workspace demo.db").output == "the demo is in demo.db\n")
    let more = try bench.run("demo --no-open --workspace demo.db --issues 30")
    #expect(more.errors.hasPrefix("added 30 generated issues in "), "\(more)")
    let again = try bench.run("demo --no-open --workspace demo.db --issues 30")
    #expect(again.errors == "the 30 generated issues are here already\n", "\(again)")
    let grown = try bench.run("demo --no-open --workspace demo.db --issues 50")
    #expect(grown.errors.hasPrefix("added 20 generated issues in "), "\(grown)")
    let found = try bench.run("search certificate --workspace demo.db --json key")
    #expect(found.status == 0)
  }

  @Test func `the demo never moves into a workspace of one's own`() throws {
    let bench = try Bench()
    _ = try bench.run("person add bo")
    let outcome = try bench.run("demo --no-open")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("holds another workspace"))
  }
}
