import Domain
import Testing

@testable import Commands

/// Pages, policies and maintenance from the command line.
@Suite struct PageCommandTests {
  private let bench: CommandBench

  init() throws { bench = try CommandBench() }

  private func page(_ field: String) throws -> String {
    try bench.succeed("page list --all --json \(field)").output
  }

  @Test func `a page lives from its signal to its end, each step undone`() throws {
    let rang = try bench.succeed(
      "page trigger router 'p99 over 2 s' --severity critical --key p99 --label region=us")
    #expect(rang.output.hasPrefix("paged router ("))
    #expect(rang.errors == "told @ana; escalates in 10 min\n")
    try bench.succeed("page trigger router 'p99 over 2 s' --key p99")
    #expect(try page("count,state") == "[\n{\"count\":2,\"state\":\"triggered\"}\n]\n")
    try bench.succeed("page ack")
    #expect(try page("owner").contains("\"ana\""))
    try bench.succeed("undo")
    #expect(try page("owner").contains("null"))
    try bench.succeed("page ack")
    try bench.succeed("page ack", as: "bo")
    #expect(try page("helpers").contains("[\"bo\"]"))
    try bench.succeed("page snooze --for 2h")
    #expect(try page("deadline,snoozed").contains("\"2026-03-11T12:00:00Z\",\"snoozed\":true"))
    #expect(bench.run("page snooze --for 25h").status == 1)
    #expect(bench.run("page snooze").status == 64)
    try bench.succeed("page release")
    try bench.succeed("page escalate")
    #expect(try page("told").contains("[\"ana\",\"bo\"]"))
    try bench.succeed("page resolve --reason noise")
    #expect(try bench.succeed("page list").errors == "no page is open\n")
    #expect(bench.run("page resolve").status == 2)
    let shown = try bench.succeed("page show").lines
    #expect(
      shown.suffix(7).map { $0.split(separator: " ").dropFirst(4).joined(separator: " ") } == [
        "@ana acknowledged this (undone)", "@ana acknowledged this", "@bo helps",
        "@ana snoozed this until Wed 11 Mar 13:00", "@ana released this", "@ana escalated this",
        "@ana resolved this as noise",
      ])
    try bench.succeed("undo")
    #expect(try page("state").contains("triggered"))
  }

  @Test func `each verb means the page it can do something about`() throws {
    try bench.succeed("page trigger router first --severity critical")
    try bench.succeed("page ack")
    bench.now = bench.now.advanced(by: Instant.minute)
    try bench.succeed("page trigger router second --severity critical")
    #expect(try bench.succeed("page ack --json summary").output.contains("second"))
    #expect(bench.run("page ack").errors.contains("there is no page to acknowledge"))
    try bench.succeed("undo")
    #expect(try bench.succeed("page release --json summary").output.contains("first"))
    try bench.succeed("undo")
    #expect(try bench.succeed("page snooze --for 1h --json summary").output.contains("first"))
    #expect(try bench.succeed("page resolve latest --json summary").output.contains("second"))
    #expect(try bench.succeed("page resolve --json summary").output.contains("first"))
    #expect(bench.run("page release").errors.contains("there is no page to release"))
  }

  @Test func `a page that is held says who has it, as an object of one shape`() throws {
    try bench.succeed("page trigger router down --severity critical")
    let taken = try bench.succeed("page ack --json id,owner").output
    let id = try #require(taken.split(separator: "\"").dropFirst(3).first)
    #expect(
      try bench.succeed("page ack \(id)").errors == "nothing changed: you have it already\n")
    #expect(try bench.succeed("page ack \(id) --json id,owner").output == taken)
    #expect(try bench.succeed("page ack", as: "bo").errors == "@ana has it, and you help\n")
  }

  @Test func `time passes when somebody looks`() throws {
    try bench.succeed("page trigger router down --severity critical")
    bench.now = bench.now.advanced(by: 11 * Instant.minute)
    #expect(try page("told").contains("[\"ana\",\"bo\"]"))
    try bench.succeed("page ack")
    bench.now = bench.now.advanced(by: 31 * Instant.minute)
    #expect(try page("state").contains("triggered"))
  }

  @Test func `a policy decides who is told`() throws {
    let made = try bench.succeed(
      "page policy set api --step '@bo 5m' --step 'api-primary team:api 15m round-robin' --repeat 1 "
        + "--last-resort ana")
    #expect(made.output == "made policy api, version 1\n")
    try bench.succeed("service edit router --policy api")
    #expect(
      try bench.succeed("page trigger router down").errors == "told @bo; escalates in 5 min\n")
    #expect(
      try bench.succeed("page policy set api --repeat 3").output
        == "changed policy api, version 2\n")
    #expect(try bench.succeed("page policy show api").output.contains("again 3 times"))
    #expect(bench.run("page policy set x --step '@bo'").status == 64)
    #expect(bench.run("page policy set x --step 'nope 5m'").status == 2)
    #expect(bench.run("page policy set x --step '@bo 5s'").status == 1)
  }

  @Test func `maintenance holds pages back until it is ended`() throws {
    try bench.succeed(
      "page maintenance add --from now --to 2026-03-12 --service router --reason kernel")
    #expect(
      try bench.succeed("page trigger router down").errors
        == "maintenance holds it back; nobody is told\n")
    try bench.succeed("page maintenance end")
    #expect(bench.run("page maintenance end").status == 2)
  }

  @Test(arguments: [
    ("page trigger nope x", 2), ("page trigger router ''", 1),
    ("page trigger router x --severity bad", 64), ("page trigger router x --label a", 64),
    ("page ack zz", 2), ("page resolve --reason x", 64), ("service edit router --policy nope", 2),
    ("service edit router", 64), ("person edit ana --zone Mars/Base", 64),
  ])
  func `what is wrong ends with its status`(line: String, status: Int32) {
    #expect(bench.run(line).status == status)
  }
}
