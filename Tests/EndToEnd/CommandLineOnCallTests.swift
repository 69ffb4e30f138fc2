import Foundation
import Support
import Testing

/// Schedules read from files, as the built program shows them.
@Suite(.enabled(if: Binary.path != nil, "watchbill has not been built"))
struct CommandLineOnCallTests {
  private let bench: Bench

  init() throws {
    bench = try Bench()
  }

  /// The schedule that the README shows.
  private static let readme: String = {
    let text = TextFile.read(Folder.root + "/README.md") ?? ""
    let after = text.components(separatedBy: "## On call").dropFirst().first ?? ""
    let block = after.components(separatedBy: "```yaml\n").dropFirst().first ?? ""
    return block.components(separatedBy: "```").first ?? ""
  }()

  @Test func `the schedule of the README is previewed without a workspace`() throws {
    try bench.write(Self.readme, to: "api.yaml")
    let outcome = try bench.run(
      "oncall preview api.yaml --from 2026-03-06T12:00Z --to 2026-03-20T12:00Z --json")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(json?.keys.sorted() == ["gaps", "handoffs", "intervals"])
    #expect((json?["intervals"] as? [Any])?.isEmpty == false)
    #expect(!bench.has("work.db") && !bench.has("data"))
  }

  @Test func `a fault is one line with the place and the status of bad data`() throws {
    try bench.write("schedule: s\nzone: Europe/Pari\nlayers: []\n", to: "s.yaml")
    let outcome = try bench.run("oncall preview s.yaml")
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(
      outcome.errors
        == "watchbill: s.yaml:2:7: zone: there is no time zone \"Europe/Pari\"; did you mean "
        + "Europe/Paris?\n")
    let input = try bench.run("oncall preview -", input: "- a")
    #expect(input.status == 65 && input.errors.hasPrefix("watchbill: standard input:1:1: "))
  }

  @Test func `a machine without zone data is told what to install`() throws {
    try bench.write("schedule: s\nzone: Europe/Paris\nlayers: []\n", to: "s.yaml")
    let outcome = try Binary.run(
      ["oncall", "preview", "s.yaml"], in: bench.folder, variables: ["TZDIR": "/nonexistent"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("apt-get install tzdata") && outcome.errors.count(of: "\n") == 1)
  }

  @Test func `the machine's own zone changes nothing`() throws {
    try bench.write(Self.readme, to: "api.yaml")
    let words = "oncall preview api.yaml --from 2026-03-06 --to 2026-03-20"
    let outputs = try ["UTC", "Asia/Tokyo", "America/New_York"].map { zone in
      try Binary.run(
        words.split(separator: " ").map(String.init), in: bench.folder, variables: ["TZ": zone]
      ).output
    }
    #expect(Set(outputs).count == 1 && outputs[0].contains("* Sun 2026-03-08: clocks go forward"))
  }

  @Test(.enabled(if: Python.has("icalendar"), "Python's icalendar is not installed"))
  func `the calendar is read back the same by Python's icalendar`() throws {
    try bench.write(Self.readme, to: "api.yaml")
    let words = "oncall preview api.yaml --from 2026-03-06T12:00Z --to 2026-03-20T12:00Z"
    let calendar = try bench.run(words + " --ics").output
    #expect(calendar.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    let read = try Python.run(
      """
      import sys, icalendar
      for event in icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk("VEVENT"):
          start, end = (event.decoded(name).strftime("%Y-%m-%dT%H:%M:%SZ") for name in ("DTSTART", "DTEND"))
          print(start, end, str(event["SUMMARY"]).split(" ")[0], sep="|")
      """, input: calendar, in: bench.folder)
    let shifts = Set(read.split(separator: "\n").map(String.init))
    #expect(read.split(separator: "\n").count == shifts.count && shifts.count > 5)

    // What lies wholly inside the period must be the same in both.
    let json = try bench.run(words + " --json=intervals").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let intervals = try #require(object?["intervals"] as? [[String: Any]])
    var compared = 0
    for interval in intervals.dropFirst().dropLast() {
      guard let start = interval["start"] as? String, let end = interval["end"] as? String,
        let people = interval["people"] as? [String]
      else { continue }
      for person in people {
        compared += 1
        #expect(shifts.contains("\(start)|\(end)|\(person)"), "\(start) \(end) \(person)")
      }
    }
    #expect(compared > 5)
  }

  @Test(.enabled(if: Python.has("jsonschema", "yaml"), "Python's jsonschema or yaml is missing"))
  func `the schema accepts the README's schedule and refuses what the program refuses`() throws {
    let check = """
      import json, sys, yaml, jsonschema
      class Loader(yaml.SafeLoader): pass
      Loader.yaml_implicit_resolvers = {
          letter: [pair for pair in pairs if not pair[0].endswith("timestamp")]
          for letter, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()}
      schema = json.load(open("\(Folder.root)/data/schedule.schema.json"))
      jsonschema.Draft202012Validator.check_schema(schema)
      errors = jsonschema.Draft202012Validator(schema).iter_errors(yaml.load(sys.stdin, Loader))
      print("refused" if list(errors) else "accepted")
      """
    for (old, new) in [
      ("", ""), ("layers:", "layres:"), ("unit: week", "unit: weeks"),
      ("kind: cover", "kind: swap"),
      ("zone: America/New_York", "region: America/New_York"), ("name: lead", "names: lead"),
    ] {
      let text = old.isEmpty ? Self.readme : Self.readme.replacing(old, with: new)
      #expect(old.isEmpty || text != Self.readme, "\(old) is not in the README")
      try bench.write(text, to: "s.yaml")
      let isRead = try bench.run("oncall preview s.yaml").status == 0
      let said = try Python.run(check, input: text, in: bench.folder)
      #expect(isRead == old.isEmpty && said == (isRead ? "accepted\n" : "refused\n"), "\(new)")
    }
  }
}

extension String {
  fileprivate func count(of character: Character) -> Int { count { $0 == character } }
}
