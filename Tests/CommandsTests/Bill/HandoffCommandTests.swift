import Domain
import Testing

@testable import Commands

/// Handoffs from the command line between two people of one workspace, undone at each step.
@Suite struct HandoffCommandTests {
  private let bench: CommandBench

  init() throws { bench = try CommandBench() }

  private func state() throws -> String {
    let json = try bench.succeed("handoff list --all --json state").output
    return json.split(separator: "\"").dropFirst(3).first.map(String.init) ?? "none"
  }

  @Test func `an issue is offered, accepted, and its timeline tells`() throws {
    #expect(bench.run("handoff offer API-1").status == 64)
    try bench.succeed("issue handoff API-1 --to bo -m 'knows the parser'")
    #expect(try state() == "offered")
    try bench.succeed("undo")
    #expect(try state() == "none")
    try bench.succeed("redo")
    #expect(bench.run("handoff accept").errors.contains("there is no handoff to accept"))
    #expect(bench.run("handoff decline").errors.contains("there is no handoff to decline"))
    #expect(try bench.succeed("issue show API-1").output.contains("offered to  @bo"))
    let offered = try bench.succeed("issue show API-1 --json offered_to").output
    #expect(offered == "{\"offered_to\":\"bo\"}\n")
    #expect(try bench.succeed("handoff show", as: "bo").output.contains("knows the parser"))
    try bench.succeed("handoff accept", as: "bo")
    #expect(try bench.succeed("issue show API-1 --json owner").output == "{\"owner\":\"bo\"}\n")
    try bench.succeed("undo", as: "bo")
    #expect(try bench.succeed("issue show API-1 --json owner").output == "{\"owner\":\"ana\"}\n")
    try bench.succeed("redo", as: "bo")
    let shown = try bench.succeed("issue show API-1 --timeline").output
    #expect(shown.contains("@ana offered this to @bo: knows the parser"))
    #expect(shown.contains("@bo accepted this from @ana"))
  }

  @Test func `a service goes to a team, is shown with who had it, and is taken back`() throws {
    try bench.succeed("team add ops --member bo")
    try bench.succeed("service handoff router --to team:ops")
    #expect(try bench.succeed("service show router").output.contains("offered to    team ops"))
    try bench.succeed("handoff accept latest", as: "bo")
    let row = try bench.succeed("service list --json team,owner,last_handoff").output
    #expect(row.contains("\"team\":\"ops\",\"owner\":\"bo\",\"last_handoff\":{\"from\":\"ana\""))
    #expect(try bench.succeed("service map").output.contains("team ops\n  router  @bo, 0 open"))
    #expect(
      try bench.succeed("service show router").output.contains("@ana offered this to team ops"))
    try bench.succeed("undo", as: "bo")
    #expect(try bench.succeed("service list --json team,owner").output.contains("\"team\":\"api\""))
    try bench.succeed("handoff decline -m 'not ours'", as: "bo")
    #expect(try state() == "declined")
  }

  @Test func `an offer that nobody answers runs out after seven days`() throws {
    try bench.succeed("issue handoff API-1 --to bo")
    bench.now = bench.now.advanced(by: 8 * Instant.day)
    #expect(try state() == "expired")
    #expect(bench.run("handoff accept", as: "bo").status == 2)
    #expect(try bench.succeed("issue show API-1 --json owner").output == "{\"owner\":\"ana\"}\n")
  }

  @Test func `a shift is handed over with a note, item by item`() throws {
    try bench.succeed("page trigger router 'p99 over 2 s' --severity critical")
    let drafted = try bench.succeed(
      "handoff draft --feel 'calm but for one' --ask 'raise the disk limit' "
        + "--watch 'queue | Fri 12:00 | above 10k'")
    #expect(drafted.output.contains("calm but for one"))
    #expect(drafted.output.contains("queue, until Fri 13 Mar 12:00"))
    #expect(drafted.output.contains("API-1 Parser eats newlines (opened)"))
    #expect(drafted.output.contains("nobody holds it, since Wed 11 Mar 11:00. Last: told @ana"))
    #expect(try state() == "draft")
    #expect(try bench.succeed("handoff list", as: "bo").errors == "nothing is being handed over\n")
    try bench.succeed("undo")
    #expect(try state() == "none")
    try bench.succeed("redo")
    try bench.succeed("handoff offer")
    #expect(try state() == "offered")
    let whole = bench.run("handoff accept", as: "bo")
    #expect(whole.status == 1 && whole.errors.contains("2 pages and asks are not accepted yet"))
    #expect(whole.errors.contains("(--item NUMBER, or --all)"))
    let items = try bench.succeed("handoff show", as: "bo").lines
    #expect(items.contains { $0.hasPrefix("1  page  not accepted  p99 over 2 s") })
    #expect(items.contains { $0.hasPrefix("2  ask   not accepted  raise the disk limit") })
    try bench.succeed("handoff accept --item 1", as: "bo")
    #expect(try bench.succeed("page list --json owner").output.contains("\"owner\":\"bo\""))
    #expect(bench.run("handoff accept --item 3", as: "bo").status == 64)
    try bench.succeed("handoff accept --all", as: "bo")
    #expect(try state() == "accepted")
    try bench.succeed("undo", as: "bo")
    #expect(try state() == "offered")
    try bench.succeed("undo", as: "bo")
    #expect(try bench.succeed("page list --json owner").output.contains("\"owner\":null"))
    let history = try bench.succeed("oncall show api-primary --timeline").output
    #expect(history.contains("@ana offered this to @bo"))
  }

  @Test func `a shift passes at its time although nobody accepted`() throws {
    try bench.succeed("handoff draft --feel fine")
    try bench.succeed("handoff offer")
    bench.now = bench.now.advanced(by: 6 * Instant.day)
    #expect(try state() == "passed")
    #expect(try bench.succeed("oncall now --json people").output.contains("[\"bo\"]"))
    try bench.succeed("handoff accept", as: "bo")
    #expect(try state() == "accepted")
  }
}
