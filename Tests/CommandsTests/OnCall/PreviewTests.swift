import ArgumentParser
import Domain
import Foundation
import Testing

@testable import Commands

/// What `watchbill oncall preview` prints.
@Suite struct PreviewTests {
  /// The output of a preview of a text, and nothing but it.
  private func preview(
    _ text: String, _ options: [String] = [], columns: Int? = nil
  ) throws -> String {
    let folder = try TestFolder()
    defer { folder.remove() }
    let path = "\(folder.path)/schedule.yaml"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let shell = testShell(columns: columns)
    let command = try PreviewCommand.parse([path] + options)
    try command.run(in: shell)
    #expect(shell.errors.text.isEmpty)
    return shell.output.text
  }

  private func json(_ text: String, from: String, to: String) throws -> String {
    try preview(text, ["--from", from, "--to", to, "--json=all"])
  }

  private func daily(_ zone: String, _ anchor: String) -> String {
    """
    schedule: s
    zone: \(zone)
    layers: [{name: day, rotation: {unit: day, anchor: \(anchor), participants: [ana, ben]}}]
    """
  }

  @Test func `a handoff in a skipped hour comes after it in New York`() throws {
    let text = daily("America/New_York", "2026-03-07T02:30")
    #expect(
      try json(text, from: "2026-03-07", to: "2026-03-10") == """
        {"intervals":[\
        {"start":"2026-03-07T05:00:00Z","end":"2026-03-07T07:30:00Z","people":["ben"],"layer":"day","turn":-1,"override":null},\
        {"start":"2026-03-07T07:30:00Z","end":"2026-03-08T07:00:00Z","people":["ana"],"layer":"day","turn":0,"override":null},\
        {"start":"2026-03-08T07:00:00Z","end":"2026-03-09T06:30:00Z","people":["ben"],"layer":"day","turn":1,"override":null},\
        {"start":"2026-03-09T06:30:00Z","end":"2026-03-10T04:00:00Z","people":["ana"],"layer":"day","turn":2,"override":null}],\
        "gaps":[],"handoffs":[\
        {"at":"2026-03-07T07:30:00Z","from":["ben"],"to":["ana"],"layer":"day","turn":0},\
        {"at":"2026-03-08T07:00:00Z","from":["ana"],"to":["ben"],"layer":"day","turn":1},\
        {"at":"2026-03-09T06:30:00Z","from":["ben"],"to":["ana"],"layer":"day","turn":2}]}

        """)
  }

  @Test func `a handoff in a repeated half hour comes at the first on Lord Howe`() throws {
    let text = daily("Australia/Lord_Howe", "2026-04-04T01:45")
    #expect(
      try json(text, from: "2026-04-04T01:45", to: "2026-04-06T12:00") == """
        {"intervals":[\
        {"start":"2026-04-03T14:45:00Z","end":"2026-04-04T14:45:00Z","people":["ana"],"layer":"day","turn":0,"override":null},\
        {"start":"2026-04-04T14:45:00Z","end":"2026-04-05T15:15:00Z","people":["ben"],"layer":"day","turn":1,"override":null},\
        {"start":"2026-04-05T15:15:00Z","end":"2026-04-06T01:30:00Z","people":["ana"],"layer":"day","turn":2,"override":null}],\
        "gaps":[],"handoffs":[\
        {"at":"2026-04-04T14:45:00Z","from":["ana"],"to":["ben"],"layer":"day","turn":1},\
        {"at":"2026-04-05T15:15:00Z","from":["ben"],"to":["ana"],"layer":"day","turn":2}]}

        """)
  }

  @Test func `overrides, gaps and people together are said in JSON`() throws {
    let text = """
      schedule: s
      zone: UTC
      combine: union
      layers:
        - {name: pair, people: [cy, dee], window: {start: "08:00", end: "12:00"}}
        - {name: lead, people: [eve], window: {start: "10:00", end: "12:00"}}
        - {name: new, shadow: true, people: [zoe], window: {start: "09:00", end: "10:00"}}
      overrides:
        - {kind: replace, remove: cy, add: ana, from: 2026-01-01T11:00Z, to: 2026-01-01T12:00Z}
        - {kind: remove, remove: [cy, dee], from: 2026-01-02T08:00Z, to: 2026-01-02T09:00Z}
        - {id: 0195d1a0-0000-7000-8000-000000000001, kind: cover, people: bo, from: 2026-01-02T11:00Z, to: 2026-01-02T12:00Z}
      fixed_plans:
        - {from: 2026-01-02T12:00Z, to: 2026-01-02T13:00Z, fallback: gil}
      """
    #expect(
      try json(text, from: "2026-01-01T08:00Z", to: "2026-01-02T13:00Z") == """
        {"intervals":[\
        {"start":"2026-01-01T08:00:00Z","end":"2026-01-01T10:00:00Z","people":["cy","dee"],"layer":"pair","turn":null,"override":null},\
        {"start":"2026-01-01T10:00:00Z","end":"2026-01-01T11:00:00Z","people":["cy","dee","eve"],"layer":"pair","turn":null,"override":null},\
        {"start":"2026-01-01T11:00:00Z","end":"2026-01-01T12:00:00Z","people":["ana","dee","eve"],"layer":"pair","turn":null,"override":"overrides[0]"},\
        {"start":"2026-01-02T09:00:00Z","end":"2026-01-02T10:00:00Z","people":["cy","dee"],"layer":"pair","turn":null,"override":null},\
        {"start":"2026-01-02T10:00:00Z","end":"2026-01-02T11:00:00Z","people":["cy","dee","eve"],"layer":"pair","turn":null,"override":null},\
        {"start":"2026-01-02T11:00:00Z","end":"2026-01-02T12:00:00Z","people":["bo"],"layer":null,"turn":null,"override":"0195d1a0-0000-7000-8000-000000000001"},\
        {"start":"2026-01-02T12:00:00Z","end":"2026-01-02T13:00:00Z","people":["gil"],"layer":null,"turn":null,"override":null}],\
        "gaps":[{"start":"2026-01-01T12:00:00Z","end":"2026-01-02T09:00:00Z"}],"handoffs":[\
        {"at":"2026-01-01T10:00:00Z","from":[],"to":["eve"],"layer":"pair","turn":null},\
        {"at":"2026-01-01T11:00:00Z","from":["cy"],"to":["ana"],"layer":"pair","turn":null},\
        {"at":"2026-01-01T12:00:00Z","from":["ana","dee","eve"],"to":[],"layer":null,"turn":null},\
        {"at":"2026-01-02T09:00:00Z","from":[],"to":["cy","dee"],"layer":"pair","turn":null},\
        {"at":"2026-01-02T10:00:00Z","from":[],"to":["eve"],"layer":"pair","turn":null},\
        {"at":"2026-01-02T11:00:00Z","from":["cy","dee","eve"],"to":["bo"],"layer":null,"turn":null},\
        {"at":"2026-01-02T12:00:00Z","from":["bo"],"to":["gil"],"layer":null,"turn":null}]}

        """)
  }

  @Test func `the text marks gaps, days of clock changes and absences`() throws {
    let text = """
      schedule: night
      role: primary
      zone: America/New_York
      target: {weekdays: [SU], start: "00:00", end: "12:00"}
      layers:
        - {name: half, rotation: {unit: day, anchor: 2026-10-01T01:30, participants: [ana, ben], duration: PT20H}}
        - {name: learn, shadow: true, people: [zoe], window: {weekdays: [SU], start: "10:00", end: "12:00"}}
      absences:
        - {person: ben, from: 2026-10-31T12:00, to: 2026-11-01T10:00, note: "ski\\e[31m"}
      """
    #expect(
      try preview(text, ["--from", "2026-10-31T12:00", "--to", "2026-11-02"]) == """
        night (primary), times in America/New_York, tzdata \(ZoneShelf { _ in nil }.version)

        FROM                              TO                                LENGTH        ON CALL             WHY
        Sat 2026-10-31 12:00              Sat 2026-10-31 21:30              9 h 30 min    ana                 half, turn 30
        Sat 2026-10-31 21:30              Sun 2026-11-01 00:00 *            2 h 30 min    nobody              not needed
        Sun 2026-11-01 00:00 *            Sun 2026-11-01 01:30 UTC-04:00 *  1 h 30 min    nobody              GAP
        Sun 2026-11-01 01:30 UTC-04:00 *  Sun 2026-11-01 10:00 *            9 h 30 min *  ben                 half, turn 31
        Sun 2026-11-01 10:00 *            Sun 2026-11-01 12:00 *            2 h           ben (zoe learning)  half, turn 31
        Sun 2026-11-01 12:00 *            Sun 2026-11-01 21:30 *            9 h 30 min    ben                 half, turn 31
        Sun 2026-11-01 21:30 *            Mon 2026-11-02 00:00              2 h 30 min    nobody              not needed

        * Sun 2026-11-01: clocks go back from 02:00 to 01:00, UTC-05:00 from then on
        ! ben is away (ski␛[31m) and on call Sun 2026-11-01 01:30 UTC-04:00 * to Sun 2026-11-01 10:00 *
        2 people, 3 handoffs, 1 gap, 1 h 30 min together

        """)
  }

  @Test func `a time may be typed in four ways`() throws {
    let typed = TypedInstant(
      zone: try ZoneShelf { _ in nil }.zone("America/New_York"), now: at("2026-03-11T10:00:00Z"))
    #expect(try typed.instant("now", "--to") == typed.now)
    #expect(try typed.instant("2026-03-08", "--to") == at("2026-03-08T05:00:00Z"))
    #expect(try typed.instant("2026-03-08 09:00", "--to") == at("2026-03-08T13:00:00Z"))
    #expect(try typed.instant("2026-03-08T09:00-05:00", "--to") == at("2026-03-08T14:00:00Z"))
    #expect(
      throws: Failure(
        .usage,
        "--to: 2026-11-01T01:30 comes twice in America/New_York; write 2026-11-01T05:30:00Z for "
          + "the first or 2026-11-01T06:30:00Z for the second")
    ) { try typed.instant("2026-11-01T01:30", "--to") }
    #expect(
      throws: Failure(
        .usage,
        "--to: 'soon' is no time; write one such as 2026-03-08T14:00Z, 2026-03-08T09:00 (in "
          + "America/New_York), 2026-03-08 or now")
    ) { try typed.instant("soon", "--to") }
  }

  @Test func `a fortnight from now is shown unless said otherwise`() throws {
    let text = "schedule: s\nzone: UTC\nlayers: [{name: a, people: [ana]}]"
    #expect(
      try preview(text, ["--json=intervals"])
        == "{\"intervals\":[{\"start\":\"2026-03-11T10:00:00Z\",\"end\":\"2026-03-25T10:00:00Z\","
        + "\"people\":[\"ana\"],\"layer\":\"a\",\"turn\":null,\"override\":null}]}\n")
  }

  @Test func `a period that is none is refused`() {
    let text = "schedule: s\nzone: UTC\nlayers: []"
    #expect(
      throws: Failure(
        .usage, "--to: 2026-03-11T00:00:00Z is not after 2026-03-11T10:00:00Z, where --from begins")
    ) { try preview(text, ["--to", "2026-03-11"]) }
    #expect(throws: Failure(.usage, "--to: a preview is of ten years at most; ask for less")) {
      try preview(text, ["--to", "2046-03-11"])
    }
  }

  @Test func `shifts of two schedules are told apart in a calendar, and are the same next time`()
    throws
  {
    func uids(_ name: String, _ people: String) throws -> [Substring] {
      let text = daily("UTC", "2026-03-09T09:00").replacing(
        "schedule: s", with: "schedule: \(name)"
      )
      .replacing("[ana, ben]", with: people)
      return try preview(text, ["--ics"]).split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
    }
    let first = try uids("api", "[ana, ben]")
    #expect(Set(first).isDisjoint(with: try uids("web", "[ana, ben]")) && first.count > 10)
    #expect(try uids("api", "[ana, ben]") == first)
    // Who is written first does not decide what a shift is called.
    #expect(Set(try uids("api", "[[zoe, ana], ben]")).isSuperset(of: first))
  }

  @Test func `a moment is explained`() throws {
    let text = daily("Europe/Copenhagen", "2026-03-09T09:00")
    let lines = [
      "On call at 2026-03-11 11:00 Europe/Copenhagen: ana.",
      "ana: layer day, turn 2 (2026-03-11 09:00 to 2026-03-12 09:00), slot 1 of 2, turns of 1 day "
        + "from 2026-03-09 09:00 Europe/Copenhagen.",
      "Next: 2026-03-12 09:00 ben takes over from ana.",
      "Next: 2026-03-13 09:00 ana takes over from ben.",
      "Next: 2026-03-14 09:00 ben takes over from ana.",
    ]
    #expect(try preview(text, ["--explain", "now"]) == lines.joined(separator: "\n") + "\n")
    #expect(
      try preview(text, ["--explain", "now", "--json=at"]) == "{\"at\":\"2026-03-11T10:00:00Z\"}\n")
  }

  @Test func `a fault in the file has the file's name and the status of bad data`() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let path = "\(folder.path)/s.yaml"
    let text = "schedule: s\nzone: UTC\nlayers: [{name: a, peple: [ana]}]\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    #expect(
      throws: Failure(
        .badData, "\(path):3:20: peple: is no field of a layer; did you mean people?")
    ) { try PreviewCommand.parse([path]).run(in: testShell()) }
    #expect(throws: Failure(.notFound, "cannot read \(path)x: No such file or directory")) {
      try PreviewCommand.parse([path + "x"]).run(in: testShell())
    }
  }
}
