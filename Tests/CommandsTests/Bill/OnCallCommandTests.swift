import Domain
import Testing

@testable import Commands

/// On-call from the command line, on a workspace.
@Suite struct OnCallCommandTests {
  private let bench: CommandBench

  init() throws { bench = try CommandBench() }

  @Test func `now says who is on call, until when and who is next`() throws {
    #expect(
      try bench.succeed("oncall now").lines == [
        "SCHEDULE     TEAM  ON CALL  UNTIL (Europe/Copenhagen)  THEN",
        "api-primary  api   @ana     Mon 16 Mar 14:00           @bo",
      ])
    #expect(
      try bench.succeed("oncall at 2026-03-18 --json schedule,people,until --as bo").output
        == "[\n{\"schedule\":\"api-primary\",\"people\":[\"bo\"],"
        + "\"until\":\"2026-03-23T13:00:00Z\"}\n]\n")
    #expect(bench.run("oncall now --team nope").status == 2)
  }

  @Test func `next lists one's own shifts over a clock change`() throws {
    let next = try bench.succeed("oncall next --weeks 4 --json start,end").output
    #expect(next.contains("\"start\":\"2026-03-09T13:00:00Z\",\"end\":\"2026-03-16T13:00:00Z\""))
    #expect(try bench.succeed("oncall next bo").output.contains("Mon 16 Mar 14:00"))
  }

  @Test func `taking a shift is undone`() throws {
    #expect(
      try bench.succeed("oncall take api-primary", as: "bo").output
        == "took the shift of @ana in api-primary\n")
    #expect(try bench.succeed("oncall now").output.contains("@bo"))
    try bench.succeed("undo", as: "bo")
    #expect(try bench.succeed("oncall now --json people").output.contains("[\"ana\"]"))
    #expect(bench.run("oncall take api-primary").status == 1)
  }

  @Test func `a gift and a swap change hands when they are accepted`() throws {
    try bench.succeed("oncall give api-primary bo")
    #expect(
      try bench.succeed("oncall offer").output.contains("Mon 23 Mar 14:00 to Mon 30 Mar 15:00"))
    #expect(bench.run("oncall offer accept").status == 2)
    try bench.succeed("oncall offer accept", as: "bo")
    #expect(try bench.succeed("oncall at 2026-03-25 --json people").output.contains("[\"bo\"]"))
    try bench.succeed("undo", as: "bo")
    try bench.succeed("oncall offer decline latest", as: "bo")
    try bench.succeed(
      "oncall swap api-primary bo --give 2026-03-13..2026-03-14 --take 2026-03-20..2026-03-21")
    try bench.succeed("oncall offer accept", as: "bo")
    #expect(
      try bench.succeed("oncall at 2026-03-13T12:00Z --json people").output.contains("[\"bo\"]"))
    #expect(
      try bench.succeed("oncall at 2026-03-20T12:00Z --json people").output.contains("[\"ana\"]"))
  }

  @Test func `cover is asked for, taken in part and withdrawn`() throws {
    try bench.succeed(
      "oncall cover ask api-primary --from 2026-03-12T09:00 --to 2026-03-12T17:00 --note dentist")
    let wrong = bench.run("oncall cover take")
    #expect(wrong.status == 2)
    try bench.succeed(
      "oncall cover take --from 2026-03-12T09:00 --to 2026-03-12T12:00", as: "bo")
    #expect(
      try bench.succeed("oncall cover --json state,open").output
        == "[\n{\"state\":\"open\",\"open\":[{\"start\":\"2026-03-12T16:00:00Z\","
        + "\"end\":\"2026-03-12T21:00:00Z\"}]}\n]\n")
    try bench.succeed("oncall cover withdraw")
    #expect(try bench.succeed("oncall cover").errors == "nobody asks for cover\n")
  }

  @Test func `an absence says which shifts fall into it`() throws {
    let added = try bench.succeed("oncall absence add --from 2026-03-12 --through 2026-03-13")
    #expect(added.output.hasPrefix("@ana is away Thu 12 Mar 00:00 to Sat 14 Mar 00:00 ("))
    #expect(added.errors.contains("@ana is on call in api-primary Thu 12 Mar 00:00"))
    #expect(try bench.succeed("oncall absence").lines.count == 2)
  }

  @Test func `an override is made, listed under a short id and ended`() throws {
    try bench.succeed(
      "oncall override api-primary --from 2026-03-12 --to 2026-03-13 --replace ana=bo --note swap")
    let shown = try bench.succeed("oncall show api-primary").lines
    let line = try #require(
      shown.first { $0.contains("@bo instead of @ana") && $0.contains("swap") })
    let id = String(line.prefix { $0 != " " })
    #expect(try bench.succeed("oncall override --end \(id)").output.contains("ended an override"))
    #expect(bench.run("oncall override --end \(id)").status == 2)
    let both = bench.run(
      "oncall override api-primary --from 2026-03-12 --to 2026-03-13 --nobody --add bo")
    #expect(both.status == 64 && both.errors.hasPrefix("say one thing"))
  }

  @Test func `a time that clocks skip is refused with both instants`() {
    let outcome = bench.run(
      "oncall override api-primary --from 2027-03-14T02:30 --to 2027-03-15 --nobody")
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.contains("2027-03-14T06:30:00Z")
        && outcome.errors.contains("2027-03-14T07:30:00Z"))
  }

  @Test func `a gap fails coverage, and people without e-mail only when strict`() throws {
    #expect(try bench.succeed("oncall coverage").errors == "all is covered for the next 30 days\n")
    try bench.succeed("oncall override api-primary --from 2026-03-20 --to 2026-03-21 --nobody")
    let outcome = bench.run("oncall coverage")
    #expect(outcome.status == 1 && outcome.errors == "1 gap in the next 30 days")
    #expect(outcome.lines.last?.hasPrefix("gap") == true)
    #expect(bench.run("oncall coverage --days 5").status == 0)
    try bench.succeed("undo")
    try bench.succeed("person edit bo --email none")
    #expect(try bench.succeed("oncall coverage").output.contains("unreachable"))
    #expect(bench.run("oncall coverage --strict").status == 1)
  }

  @Test func `load counts the weeks and draws them`() throws {
    let lines = try bench.succeed("oncall load --weeks 4").lines
    #expect(lines[0].hasPrefix("WHO   HOURS  NIGHTS") && lines.contains { $0.contains("█") })
    #expect(lines.contains { $0.hasPrefix("balance ") })
    let json = try bench.succeed("oncall load --weeks 4 --json person,hours,weeks").output
    #expect(json.contains("\"person\":\"ana\"") && json.contains("\"weeks\":["))
  }

  @Test func `a file laid over a schedule says whose shifts move, and who has the turn keeps it`()
    throws
  {
    try bench.write(
      CommandBench.schedule.replacing("[ana, bo]", with: "[ana, bo, cy]"), to: "api.yaml")
    let unknown = bench.run("oncall show --apply api.yaml")
    #expect(unknown.status == 65 && unknown.errors.contains("there is no person 'cy'"))
    try bench.succeed("person add cy")
    let dry = try bench.succeed("oncall show --apply api.yaml --dry-run").lines
    #expect(dry[0].hasPrefix("from Mon 16 Mar 09:00, within eight weeks"))
    #expect(dry.contains("  @cy newly Mon 23 Mar 09:00 to Mon 30 Mar 09:00"))
    #expect(try bench.succeed("oncall at 2026-03-25 --json people").output.contains("ana"))
    try bench.succeed("oncall show --apply api.yaml")
    #expect(try bench.succeed("oncall now --json people").output.contains("[\"ana\"]"))
    #expect(try bench.succeed("oncall at 2026-03-18 --json people").output.contains("[\"bo\"]"))
    #expect(try bench.succeed("oncall at 2026-03-25 --json people").output.contains("[\"cy\"]"))
    try bench.succeed("undo")
    #expect(try bench.succeed("oncall at 2026-03-25 --json people").output.contains("[\"ana\"]"))
  }

  @Test func `what --yaml prints is applied again without a change`() throws {
    try bench.succeed("oncall override api-primary --from 2026-03-20 --to 2026-03-21 --nobody")
    try bench.write(try bench.succeed("oncall show api-primary --yaml").output, to: "again.yaml")
    let again = try bench.succeed("oncall show --apply again.yaml")
    #expect(again.lines == ["no shift moves within eight weeks"])
    #expect(again.errors == "nothing changed: it was so already\n")
  }

  @Test func `a calendar becomes a layer, and names nobody has are said`() throws {
    try bench.write(
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//x//EN
      BEGIN:VEVENT
      UID:1
      DTSTART;TZID=America/New_York:20260318T090000
      DTEND;TZID=America/New_York:20260318T170000
      SUMMARY:ana
      END:VEVENT
      BEGIN:VEVENT
      UID:2
      DTSTART:20260319T120000Z
      DTEND:20260319T130000Z
      SUMMARY:zoe
      END:VEVENT
      END:VCALENDAR
      """, to: "plan.ics")
    let outcome = try bench.succeed(
      "oncall show api-primary --import-ics plan.ics --layer extra --effective now")
    #expect(outcome.errors.contains("line 10: nobody here is called \"zoe\""))
    let people = try bench.succeed("oncall at 2026-03-18T15:00Z --json people").output
    #expect(people.contains("\"bo\"") && people.contains("\"ana\""))
    try bench.write("BEGIN:VCALENDAR\nnonsense\n", to: "bad.ics")
    let bad = bench.run("oncall show api-primary --import-ics bad.ics --layer extra")
    #expect(bad.status == 65 && bad.errors.contains("bad.ics: line 2"))
  }

  @Test func `a calendar file follows what it said before`() throws {
    try bench.succeed("oncall ics --schedule api-primary -o feed.ics")
    let first = bench.read("feed.ics")
    bench.now = bench.now.advanced(by: Instant.hour)
    try bench.succeed("oncall ics --schedule api-primary -o feed.ics")
    #expect(bench.read("feed.ics") == first)
    try bench.succeed("oncall give api-primary bo")
    try bench.succeed("oncall offer accept", as: "bo")
    let outcome = try bench.succeed("oncall ics --schedule api-primary -o feed.ics")
    #expect(outcome.errors.hasSuffix(", 1 cancelled\n"))
    #expect(bench.read("feed.ics").contains("STATUS:CANCELLED"))
    try bench.write("BEGIN:VCALENDAR\r\nPRODID:-//x//EN\r\nEND:VCALENDAR\r\n", to: "other.ics")
    #expect(bench.run("oncall ics -o other.ics").status == 65)
    #expect(try bench.succeed("oncall ics").output.contains("X-WR-CALNAME:ana on call"))
  }

  @Test func `a schedule is removed and brought back`() throws {
    try bench.succeed("oncall show api-primary --remove")
    #expect(bench.run("oncall show api-primary").status == 2)
    #expect(try bench.succeed("oncall now").errors.hasPrefix("there is no schedule yet"))
    try bench.succeed("undo")
    #expect(try bench.succeed("oncall show").output.contains("api-primary"))
  }
}
