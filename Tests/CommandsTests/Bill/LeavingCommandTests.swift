import Domain
import Testing

@testable import Commands

/// People, teams and services that go, and what is said of those who went.
@Suite struct LeavingCommandTests {
  private let bench: CommandBench

  init() throws { bench = try CommandBench() }

  /// Takes Bo out of the plan from the next handoff on, and goes there.
  private func withoutBo() throws {
    try bench.write(
      CommandBench.schedule.replacing("[ana, bo]", with: "[ana]"), to: "alone.yaml")
    try bench.succeed("oncall show --apply alone.yaml")
    bench.now = bench.now.advanced(by: Instant.week)
  }

  @Test func `a person whose shifts or things are to come is kept, and they are said`() throws {
    try bench.succeed("service edit router --owner bo")
    try bench.succeed("issue create --project API --title 'Slow start' --owner bo")
    let kept = bench.run("person remove bo")
    #expect(kept.status == 1)
    for words in ["@bo cannot be removed yet", "stands in api-primary", "owns router", "1 issue"] {
      #expect(kept.errors.contains(words), "\(kept.errors)")
    }
    #expect(bench.run("person remove ana").status == 77)
    #expect(bench.run("person remove nobody").status == 2)
  }

  @Test func `who left is named by what happened, and undo brings them back`() throws {
    try withoutBo()
    let before = try bench.succeed("oncall at 2026-03-05T12:00Z --json people").output
    #expect(before.contains("[\"bo\"]"))
    #expect(try bench.succeed("person remove bo").output == "removed @bo\n")
    #expect(try !bench.succeed("person list").output.contains("bo"))
    #expect(try bench.succeed("oncall at 2026-03-05T12:00Z --json people").output == before)
    let text = try bench.succeed("oncall show api-primary --yaml").output
    try bench.write(text, to: "again.yaml")
    let again = try bench.succeed("oncall show --apply again.yaml")
    #expect(again.errors == "nothing changed: it was so already\n")
    try bench.succeed("undo")
    #expect(try bench.succeed("person list").output.contains("bo"))
  }

  @Test func `a file or an override that names who left is refused in a sentence`() throws {
    try withoutBo()
    try bench.succeed("person remove bo")
    let file = bench.run("oncall show --apply api.yaml")
    #expect(file.status == 65 && file.errors.contains("bo has left and stands in the plan"))
    try bench.write("schedule: new\nzone: UTC\nlayers: [{name: a, people: [bo]}]\n", to: "new.yaml")
    let new = bench.run("oncall show --apply new.yaml")
    #expect(new.status == 65 && new.errors.contains("new.yaml:3:29: people: bo has left; name"))
    let override = bench.run(
      "oncall override api-primary --from 2026-04-01 --to 2026-04-02 --add bo")
    #expect(override.status == 2 && override.errors.hasPrefix("@bo has left; name somebody else"))
  }

  @Test func `a team and a service go when nothing is their own`() throws {
    let team = bench.run("team remove api")
    #expect(team.status == 1 && team.errors.contains("owns router") && team.errors.contains("has"))
    try bench.succeed("service remove router")
    #expect(bench.run("service show router").status == 2)
    try bench.succeed("undo")
    #expect(
      try bench.succeed("service show router --json offered_to,open_pages").output
        == "{\"offered_to\":null,\"open_pages\":0}\n")
    try bench.succeed("team add web")
    try bench.succeed("team remove web")
    #expect(try !bench.succeed("team list").output.contains("web"))
  }
}
