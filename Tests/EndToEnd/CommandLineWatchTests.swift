import Foundation
import Testing

/// Watches, handoffs, pages and updates by the built program: the main stories, start to end.
@Suite(.enabled(if: Binary.path != nil, "watchbill has not been built"))
struct CommandLineWatchTests {
  private let bench: Bench

  init() throws {
    bench = try Bench()
    for words in [
      "person add ana --zone Europe/Copenhagen --email ana@example.org", "person use ana",
      "person add bo --email bo@example.org", "team add api --member ana,bo",
      "service add router --team api", "project add API",
      "issue create --project API --title One --owner ana",
    ] { _ = try bench.run(words) }
    try bench.write(
      """
      schedule: api-primary
      team: api
      zone: Europe/Copenhagen
      layers:
        - name: week
          rotation: {unit: week, anchor: 2026-01-05T09:00, participants: [ana, bo]}
      """, to: "api.yaml")
    _ = try bench.run("oncall show --apply api.yaml")
  }

  /// Who is on call now, and who is not.
  private func pair() throws -> (on: String, off: String) {
    let isAna = try bench.run("oncall now --json people").output.contains("ana")
    return isAna ? ("ana", "bo") : ("bo", "ana")
  }

  private func run(_ words: String, as person: String) throws -> Binary.Outcome {
    try bench.run(words + " --as " + person)
  }

  @Test func `an issue and a service change hands, and each step is undone`() throws {
    #expect(try bench.run("issue handoff API-1 --to bo").status == 0)
    #expect(try run("handoff accept API-1", as: "bo").status == 0)
    #expect(try bench.run("issue show API-1 --json owner").output == "{\"owner\":\"bo\"}\n")
    #expect(try bench.run("issue show API-1 --timeline").output.contains("accepted this from @ana"))
    #expect(try run("undo", as: "bo").output == "undid: accepted API-1\n")
    #expect(try bench.run("undo").output == "undid: offered API-1 to @bo\n")
    #expect(try bench.run("handoff offer service router --to bo").status == 0)
    #expect(try run("handoff accept latest", as: "bo").status == 0)
    #expect(try bench.run("service show router --json owner").output == "{\"owner\":\"bo\"}\n")
    #expect(try run("undo", as: "bo").status == 0)
    #expect(try bench.run("service show router --json owner").output == "{\"owner\":null}\n")
  }

  @Test func `a shift is handed over to who comes next`() throws {
    let (on, off) = try pair()
    _ = try bench.run(["page", "trigger", "router", "p99 over 2 s", "--severity", "critical"])
    let note = try bench.run([
      "handoff", "draft", "--as", on, "--feel", "one page", "--ask", "raise the limit",
    ])
    #expect(note.status == 0 && note.output.contains("@\(on) to @\(off)"), "\(note.errors)")
    #expect(try run("handoff offer", as: on).status == 0)
    #expect(try run("handoff accept", as: off).status == 1)
    #expect(try run("handoff accept --all", as: off).status == 0)
    #expect(try bench.run("page list --json owner").output.contains("\"\(off)\""))
    let again = try run("handoff draft", as: on)
    #expect(again.status == 1 && again.errors.contains("is accepted and stays as it is"))
    #expect(try run("undo", as: off).status == 0)
    #expect(try bench.run("page list --json owner").output.contains("null"))
  }

  @Test func `a page is taken and ended`() throws {
    let (on, _) = try pair()
    let rang = try bench.run("page trigger router down --key down")
    #expect(rang.errors == "told @\(on); escalates in 10 min\n", "\(rang)")
    #expect(try run("page ack", as: on).status == 0)
    #expect(try run("page resolve -r noise", as: on).status == 0)
    #expect(try bench.run("page list").errors == "no page is open\n")
    #expect(try run("undo", as: on).status == 0)
    #expect(try bench.run("page list --ndjson --json state").output == "{\"state\":\"acked\"}\n")
  }

  @Test func `an update is posted from a file and stands in the digest`() throws {
    _ = try bench.run("status prompt set --team api --days daily --zone team")
    let draft = try bench.run("status post --dry-run")
    #expect(draft.status == 0 && draft.output.contains("- Opened API-1 One"), "\(draft)")
    let posted = try bench.run("status post -", input: draft.output)
    #expect(posted.status == 0 && posted.errors == "posted an update to team api\n", "\(posted)")
    let shown = try bench.run("status show --json date").output
    let date = shown.split(separator: "\"").dropFirst(3).first ?? ""
    let digest = try bench.run("status digest --date \(date)").output
    #expect(digest.contains("- @ana: Opened API-1 One"))
  }

  @Test func `coverage ends with 1 for a gap to come and with 0 without`() throws {
    #expect(try bench.run("oncall coverage").status == 0)
    let (start, end) = (Date(timeIntervalSinceNow: 86_400), Date(timeIntervalSinceNow: 90_000))
    let times = [start, end].map { $0.formatted(.iso8601) }
    let made = try bench.run(
      "oncall override api-primary --from \(times[0]) --to \(times[1]) --nobody")
    #expect(made.status == 0, "\(made.errors)")
    let outcome = try bench.run("oncall coverage")
    #expect(outcome.status == 1 && outcome.errors == "watchbill: 1 gap in the next 30 days\n")
  }

  @Test(arguments: [
    ("oncall now --team nope", 2), ("oncall take nope", 2), ("oncall swap api-primary ana", 1),
    ("oncall show --apply nowhere.yaml", 2), ("oncall show api-primary --yaml --remove", 64),
    ("oncall cover take", 2), ("oncall ics --team x --person y", 64), ("handoff accept", 2),
    ("handoff offer API-9 --to bo", 2), ("status post", 2), ("page ack", 2), ("inbox done x", 2),
    ("service show nope", 2), ("person edit ana --zone Nowhere/Else", 64), ("oncall next", 0),
  ])
  func `every ending has its status, and a fault its one line`(
    words: String, status: Int32
  ) throws {
    let outcome = try bench.run(words)
    #expect(outcome.status == status, "\(outcome)")
    guard status != 0 else { return }
    #expect(outcome.errors.hasPrefix("watchbill: "), "\(outcome)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test(.enabled(if: Python.has("icalendar"), "Python's icalendar is not installed"))
  func `the calendar of a schedule is read back the same by Python's icalendar`() throws {
    let calendar = try bench.run("oncall ics --schedule api-primary").output
    #expect(calendar.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    let read = try Python.run(
      """
      import sys, icalendar
      for event in icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk("VEVENT"):
          start, end = (event.decoded(name).strftime("%Y-%m-%dT%H:%M:%SZ") for name in ("DTSTART", "DTEND"))
          print(start, end, str(event["SUMMARY"]).split(" ")[0], str(event["UID"]), sep="|")
      """, input: calendar, in: bench.folder)
    let rows = read.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
    #expect(Set(rows.map { $0[3] }).count == rows.count && rows.count > 25)
    let shifts = Set(rows.map { $0[0...2].joined(separator: "|") })
    for person in ["ana", "bo"] {
      let next = try bench.run("oncall next \(person) --weeks 20 --json start,end").output
      let json = try JSONSerialization.jsonObject(with: Data(next.utf8)) as? [[String: String]]
      let expected = try #require(json)
      #expect(expected.count > 8)
      for shift in expected {
        #expect(shifts.contains("\(shift["start"] ?? "")|\(shift["end"] ?? "")|\(person)"))
      }
    }
  }
}
