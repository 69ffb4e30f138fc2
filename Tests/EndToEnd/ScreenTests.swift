import Foundation
import Testing

/// The built program on a terminal: keys in, screen out.
@Suite(.enabled(if: Binary.path != nil, "watchbill has not been built"), .serialized)
struct ScreenTests {
  private let bench: Bench

  init() throws {
    bench = try Bench()
    _ = try bench.run("demo --no-open")
  }

  @Test func `an issue opens and Esc goes back to the list`() throws {
    let window = try PtyWindow(on: bench)
    #expect(window.shows("1 of 157"), "\(window.screen.text)")
    window.type("j")
    #expect(window.shows("2 of 157"), "\(window.screen.text)")
    window.type("\r")
    #expect(window.shows("esc back"), "\(window.screen.text)")
    window.type("\u{1B}")
    #expect(window.shows("enter open"), "\(window.screen.text)")
  }

  @Test func `a filter finds while it is typed`() throws {
    let window = try PtyWindow(on: bench)
    #expect(window.shows("enter open"))
    window.type("/certificate")
    #expect(window.shows("SEC-38"), "\(window.screen.text)")
    #expect(window.hides("RTG-48"), "\(window.screen.text)")
  }

  @Test func `a change is made, said and taken back`() throws {
    let window = try PtyWindow(on: bench)
    #expect(window.shows("1 of 157"))
    window.type("c")
    #expect(window.shows("✓ closed RTG-48"), "\(window.screen.text)")
    #expect(try bench.run("issue show RTG-48 --json status").output == "{\"status\":\"done\"}\n")
    window.type("u")
    #expect(window.shows("undid: closed RTG-48"), "\(window.screen.text)")
    #expect(try bench.run("issue show RTG-48 --json status").output == "{\"status\":\"triage\"}\n")
  }

  @Test func `leaving restores the terminal`() throws {
    let window = try PtyWindow(on: bench)
    #expect(window.shows("enter open"))
    #expect(!window.isRestored)
    window.type("q")
    #expect(window.status() == 0)
    #expect(window.isRestored)
  }

  @Test func `a change in one window appears in the other with no key`() throws {
    let here = try PtyWindow(on: bench)
    let there = try PtyWindow(on: bench)
    #expect(here.shows("1 of 157") && there.shows("1 of 157"))
    here.type("c")
    #expect(here.shows("✓ closed RTG-48"), "\(here.screen.text)")
    #expect(there.shows("of 156"), "\(there.screen.text)")
  }

  @Test func `a command beside an open screen takes nothing from it`() throws {
    let window = try PtyWindow(on: bench)
    #expect(window.shows("1 of 157"))
    _ = try bench.run("issue list")
    window.type("mkept\r")
    #expect(window.shows("✓ commented on RTG-48"), "\(window.screen.text)")
    window.kill()
    #expect(try bench.run("issue show RTG-48 --json comments").output.contains("\"kept\""))
  }

  @Test func `it follows the terminal's size down to one cell`() throws {
    let window = try PtyWindow(on: bench)
    #expect(window.shows("enter open"))
    window.resize(width: 40, height: 10)
    #expect(window.shows("RTG-48"), "\(window.screen.text)")
    window.resize(width: 1, height: 1)
    window.reads(bytes: 1)
    window.resize(width: 100, height: 30)
    #expect(window.shows("enter open"), "\(window.screen.text)")
    window.type("q")
    #expect(window.status() == 0)
  }
}
