import Domain
import Testing

@testable import Commands

/// Who is needed, who could cover, and what the far past was.
@Suite struct LoadAndCoverCommandTests {
  private let bench: CommandBench

  init() throws { bench = try CommandBench() }

  @Test func `hours that need nobody are no gap`() throws {
    let hours = """
      schedule: hours
      zone: UTC
      target: {weekdays: [MO, TU], start: "09:00", end: "17:00"}
      layers: [{name: day, people: [ana], window: {weekdays: [MO], start: "09:00", end: "17:00"}}]
      """
    try bench.write(hours, to: "hours.yaml")
    try bench.succeed("oncall show --apply hours.yaml")
    #expect(try bench.succeed("oncall now").output.contains("nobody (not needed)"))
    #expect(
      try bench.succeed("oncall at 2026-03-10T10:00Z --json schedule,needed").output
        .contains("{\"schedule\":\"hours\",\"needed\":true}"))
  }

  @Test func `what was years ago is answered with its overrides`() throws {
    try bench.succeed("oncall take api-primary", as: "bo")
    let taken = bench.now.advanced(by: Instant.hour).iso8601
    bench.now = bench.now.advanced(by: 104 * Instant.week)
    #expect(try bench.succeed("oncall at \(taken) --json people").output.contains("[\"bo\"]"))
    #expect(try bench.succeed("oncall load --weeks 104 --json person").output.contains("bo"))
  }

  @Test func `weeks out of bounds are refused`() {
    #expect(bench.run("oncall next --weeks 0").status == 64)
    #expect(bench.run("oncall load --weeks 105").status == 64)
  }

  @Test func `who asks for cover hears who could give it`() throws {
    let asked = try bench.succeed(
      "oncall cover ask api-primary --from 2026-03-12T09:00 --to 2026-03-12T12:00")
    #expect(asked.errors.hasPrefix("who could: @bo"))
  }

  @Test func `what is another's to do has a status of its own`() throws {
    func id(_ json: String) -> String {
      json.split(separator: "\"").map(String.init).first { $0.count == 36 } ?? ""
    }
    let asked = try bench.succeed(
      "oncall cover ask api-primary --from 2026-03-12 --to 2026-03-13 --json id")
    #expect(bench.run("oncall cover withdraw \(id(asked.output))", as: "bo").status == 77)
    let given = id(try bench.succeed("oncall give api-primary bo --json id").output)
    #expect(bench.run("oncall offer withdraw \(given)", as: "bo").status == 77)
    #expect(bench.run("oncall offer accept \(given)").status == 77)
  }

  @Test func `one person who is a whole team is found in two steps`() throws {
    try bench.succeed("team add solo --member ana")
    try bench.succeed("service add proxy --team solo")
    let own = """
      schedule: solo-primary
      team: solo
      zone: UTC
      layers: [{name: always, people: [ana]}]
      """
    try bench.write(own, to: "solo.yaml")
    try bench.succeed("oncall show --apply solo.yaml")
    let found = try bench.succeed("oncall coverage --json kind,where").output
    #expect(found.contains("{\"kind\":\"doubled\",\"where\":\"team solo\"}"))
    #expect(!found.contains("team api"))
  }

  @Test func `a person is told of with what they own and when they serve`() throws {
    let json = try bench.succeed("person show bo --json on_call,next_shift,open_issues,away").output
    #expect(
      json == "{\"on_call\":[],\"next_shift\":{\"schedule\":\"api-primary\","
        + "\"start\":\"2026-03-16T13:00:00Z\",\"end\":\"2026-03-23T13:00:00Z\"},"
        + "\"open_issues\":0,\"away\":null}\n")
    #expect(try bench.succeed("person use bo --json handle").output == "{\"handle\":\"bo\"}\n")
  }
}
