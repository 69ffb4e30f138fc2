import Domain
import Support
import Testing

@testable import Commands

/// Schedules made and changed from files; the same file twice changes nothing the second time.
@Suite struct ApplyCommandTests {
  private let bench: CommandBench

  init() throws { bench = try CommandBench() }

  private func apply(_ text: String, _ options: String = "") throws -> CommandBench.Outcome {
    try bench.write(text, to: "file.yaml")
    return try bench.succeed("oncall show --apply file.yaml \(options)")
  }

  private func expectNothing(
    _ outcome: CommandBench.Outcome, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      outcome.lines == ["no shift moves within eight weeks"], sourceLocation: sourceLocation)
    #expect(
      outcome.errors == "nothing changed: it was so already\n", sourceLocation: sourceLocation)
  }

  private static let three = CommandBench.schedule.replacing("[ana, bo]", with: "[bo, ana, cy]")

  @Test func `the same file again moves nobody, whoever joined`() throws {
    expectNothing(try apply(CommandBench.schedule))
    try bench.succeed("person add cy")
    #expect(try apply(Self.three).lines[0].hasPrefix("from Mon 16 Mar 09:00"))
    expectNothing(try apply(Self.three))
    bench.now = bench.now.advanced(by: Instant.week)
    expectNothing(try apply(Self.three))
    #expect(try bench.succeed("oncall at 2026-03-18 --json people").output.contains("cy"))
  }

  @Test func `an edited print of the schedule moves nobody the second time`() throws {
    try bench.succeed("person add cy")
    try bench.succeed("person add dee")
    _ = try apply(Self.three)
    let print = try bench.succeed("oncall show api-primary --yaml").output
    #expect(print.contains("offset: "))
    let edited = print.replacing("[bo, ana, cy]", with: "[dee, bo, ana, cy]")
    #expect(try apply(edited).lines.count > 1)
    expectNothing(try apply(edited))
  }

  @Test func `an offset in the file counts`() throws {
    let text = CommandBench.schedule.replacing("[ana, bo]", with: "[ana, bo], offset: 1")
    #expect(try apply(text, "--effective 2026-03-16T09:00").lines.count > 1)
    #expect(try bench.succeed("oncall at 2026-03-18 --json people").output.contains("ana"))
    expectNothing(try apply(text))
  }

  @Test func `a dry run changes nothing and makes nothing`() throws {
    let dry = try bench.succeed("oncall show api-primary --remove --dry-run")
    #expect(dry.lines[0] == "without api-primary, within eight weeks (times in America/New_York):")
    #expect(dry.lines.contains { $0.hasPrefix("  @bo no longer Mon 16 Mar 09:00") })
    #expect(try bench.succeed("oncall now").output.contains("@ana"))
    let elsewhere = bench.run("oncall show --apply api.yaml --dry-run --workspace none.md")
    #expect(elsewhere.status == 2 && bench.read("none.md").isEmpty)
  }

  @Test(arguments: [
    "oncall show api-primary --dry-run", "oncall show api-primary --effective now",
    "oncall show --apply api.yaml --from 2026-03-11", "oncall show api-primary --remove --to now",
    "oncall show other --apply api.yaml",
  ])
  func `an option that would mean nothing is refused`(line: String) {
    #expect(bench.run(line).status == 64, "\(line)")
  }

  @Test func `a second name is refused, for a workspace keeps one`() throws {
    try bench.write(CommandBench.schedule + "\nname: The API's pager\n", to: "file.yaml")
    let outcome = bench.run("oncall show --apply file.yaml")
    #expect(outcome.status == 65 && outcome.errors.contains("by one name"))
  }

  @Test func `absences are said first and come with the schedule in one step`() throws {
    let text =
      CommandBench.schedule
      + "\nabsences: [{person: bo, from: 2026-03-17, to: 2026-03-19, note: skiing}]\n"
    try bench.write(
      text.replacing("2026-03-17", with: "2026-03-17T00:00")
        .replacing("2026-03-19", with: "2026-03-19T00:00"), to: "file.yaml")
    let dry = try bench.succeed("oncall show --apply file.yaml --dry-run")
    let line = "@bo is away Tue 17 Mar 00:00 to Thu 19 Mar 00:00 (skiing)"
    #expect(dry.lines == ["no shift moves within eight weeks", line])
    #expect(dry.errors.contains("@bo is on call in api-primary"))
    try bench.succeed("oncall show --apply file.yaml")
    #expect(try bench.succeed("oncall absence").output.contains("skiing"))
    try bench.succeed("undo")
    #expect(try bench.succeed("oncall absence").output.isEmpty)
  }

  @Test func `a roster changes at its own handoff, not when a window closes`() throws {
    let windows = """
      schedule: hours
      zone: UTC
      layers:
        - name: day
          rotation: {unit: week, anchor: 2026-03-09T09:00, participants: [ana, bo]}
          window: {start: "09:00", end: "18:00"}
        - name: night
          rotation: {unit: week, anchor: 2026-03-04T10:00, participants: [bo, ana]}
      """
    _ = try apply(windows)
    try bench.succeed("person add cy")
    let one = windows.replacing("[ana, bo]", with: "[ana, bo, cy]")
    #expect(try apply(one, "--dry-run").lines[0].hasPrefix("from Mon 16 Mar 09:00"))
    // Each roster at its own: the day's on Monday the 16th, the night's on Wednesday the 18th.
    let both = one.replacing("[bo, ana]", with: "[bo, ana, cy]")
    _ = try apply(both)
    let print = try bench.succeed("oncall show hours --yaml").output
    #expect(print.contains("effective_from: 2026-03-16T09:00:00Z"))
    #expect(print.contains("effective_from: 2026-03-18T10:00:00Z"))
    expectNothing(try apply(both))
    bench.now = bench.now.advanced(by: 6 * Instant.day)
    expectNothing(try apply(both))
  }

  @Test func `a layer under another name is the same layer`() throws {
    let text = CommandBench.schedule.replacing("name: week", with: "name: weekly")
    #expect(
      try apply(text).lines == [
        "no shift moves within eight weeks", "changed schedule api-primary",
      ])
    let before = try bench.succeed("oncall show api-primary --json layers").output
    _ = try apply(CommandBench.schedule)
    let after = try bench.succeed("oncall show api-primary --json layers").output
    #expect(before.suffix(60).contains(after.suffix(50)))
  }

  private static let calendar = """
    BEGIN:VCALENDAR
    BEGIN:VEVENT
    UID:1
    DTSTART;TZID=America/New_York:20260318T090000
    DTEND;TZID=America/New_York:20260318T170000
    SUMMARY:ana
    END:VEVENT
    END:VCALENDAR
    """

  @Test func `a calendar joins every version that is to come`() throws {
    try bench.succeed("person add cy")
    _ = try apply(Self.three, "--effective 2026-04-06T09:00")
    try bench.write(Self.calendar, to: "plan.ics")
    try bench.succeed("oncall show api-primary --import-ics plan.ics --layer extra --effective now")
    let text = try bench.succeed("oncall show api-primary --yaml").output
    #expect(text.components(of: "calendar: imported") == 2 && text.contains("[bo, ana, cy]"))
    expectNothing(try apply(text))
  }

  @Test func `what --yaml prints of any schedule is applied without a change`() throws {
    let demo = try CommandBench(demoAt: "2026-12-02T09:20:30Z")
    let names = try demo.succeed("oncall show --json schedule").output
      .split(separator: "\"").map(String.init).filter { $0.contains("-") }
    #expect(names.count == 9)
    for name in names {
      try demo.write(try demo.succeed("oncall show \(name) --yaml").output, to: "again.yaml")
      let again = try demo.succeed("oncall show --apply again.yaml")
      #expect(again.lines == ["no shift moves within eight weeks"], "\(name)")
      #expect(again.errors == "nothing changed: it was so already\n", "\(name)")
    }
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { split(separator: part).count - 1 }
}
