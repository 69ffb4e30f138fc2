import Domain
import Support
import Testing

@Suite struct InterchangeNDJSONTests: ReadsFiles {
  @Test func `every member is read`() throws {
    let line = """
      {"type":"issue","id":"01890a5d-ac96-774b-bcce-b302099a8057","key":"API-42","kind":"issue",\
      "title":"Cache stampede","body":"a\\r\\nb","status":"doing","priority":1,"author":"ana",\
      "owner":"ben","assignees":["ben","cy"],"labels":["bug"],"watchers":["dee"],\
      "service":"api-core","milestone":"2026 Q4","due":"2026-12-01","demo":"https://demo.test",\
      "blocks":["API-40"],"relates":["WEB-1"],"duplicates":["API-2"],\
      "created":"2026-01-01T00:00:00Z","updated":"2026-01-02T00:00:00.500Z",\
      "closed":"2026-01-03T00:00:00Z","closed_by":"ben","foreign":{"system":"github","id":"I_1",\
      "url":"https://github.test/1","extra":{"a":1.50,"b":"\\u00e9"}},"comments":[{"kind":\
      "approved","author":"cy","body":"Ship it","created":"2026-01-02T00:00:00Z",\
      "updated":"2026-01-02T00:00:00Z","redacted":"2026-01-04T00:00:00Z"}]}

      """
    let issue = try #require(try issues(line).first)
    #expect(issue.key?.description == "API-42")
    #expect(issue.body == "a\r\nb")
    #expect(issue.status == .doing && issue.priority == .high)
    #expect(issue.assignees == ["ben", "cy"] && issue.watchers == ["dee"])
    #expect(issue.due == CivilDate(year: 2026, month: 12, day: 1))
    #expect(issue.updated?.iso8601 == "2026-01-02T00:00:00.500Z")
    #expect(issue.relates == [IssueKey(prefix: "WEB", number: 1)])
    #expect(issue.foreign?.extra == "{\"a\":1.50,\"b\":\"\\u00e9\"}")
    #expect(issue.comments.first?.kind == .approved)
    var written: [UInt8] = []
    NDJSONWriter.append(.issue(issue), to: &written)
    #expect(String(decoding: written, as: UTF8.self) == line)
  }

  @Test func `what is written reads back equal, whatever it holds`() throws {
    var random = SeededRandom(seed: 2026)
    for _ in 0..<300 {
      let records = (0..<5).map { _ in RandomRecord.any(using: &random) }
      var bytes: [UInt8] = []
      for record in records { NDJSONWriter.append(record, to: &bytes) }
      let piece = Int.random(in: 1...500, using: &random)
      let back = try read(bytes, as: .ndjson, piece: piece)
      #expect(back.records.map(\.placeless) == records)
      #expect(back.warnings.count == 0)
      var again: [UInt8] = []
      for record in back.records { NDJSONWriter.append(record, to: &again) }
      #expect(again == bytes)
    }
  }

  @Test func `members we do not know come out again`() throws {
    let line = """
      {"type":"issue","id":"01890a5d-ac96-774b-bcce-b302099a8057","title":"a", "estimate" : [ 3 ],\
      "comments":[{"body":"b","mood":"calm"}],"foreign":{"system":"s","id":"7","extra":{"x": 1}}}
      """
    let issue = try #require(try issues(line).first)
    #expect(issue.foreign?.extra == #"{"x":1,"estimate":[3]}"#)
    #expect(issue.comments.first?.foreign?.system == "watchbill")
    #expect(issue.comments.first?.foreign?.extra == #"{"mood":"calm"}"#)
    let team = try read(#"{"type":"team","handle":"api","motto":"ship"}"#)
    #expect(team.warnings.first.map(\.field) == ["motto"])
  }

  @Test func `the same record has the same fingerprint, another has another`() throws {
    let text = "{\"type\":\"issue\",\"title\":\"a\"}\n{\"type\":\"issue\",\"title\":\"b\"}\n"
    let prints = try issues(text + text).map(\.fingerprint)
    #expect(prints[0] == prints[2] && prints[1] == prints[3] && prints[0] != prints[1])
  }

  @Test(arguments: [
    (#"{"type":"issue"}"#, "title", "the issue has no title"),
    (#"{"type":"issue","title":7}"#, "title", "a number stands where a text belongs"),
    (#"{"type":"issue","title":"a","status":"later"}"#, "status", "this is no status we know"),
    (#"{"type":"issue","title":"a","priority":9}"#, "priority", "this is no priority we know"),
    (#"{"type":"issue","title":"a","created":"yesterday"}"#, "created", "\"yesterday\" is no time"),
    (#"{"type":"issue","title":"a","due":"2026-02-30"}"#, "due", "\"2026-02-30\" is no date"),
    (#"{"type":"issue","title":"a","id":"7"}"#, "id", "this is no UUID"),
    (#"{"type":"issue","title":"a","key":"API"}"#, "key", "this is no key of an issue"),
    (
      #"{"type":"issue","title":"a","comments":[{},{"created":true}]}"#, "comments[1].created",
      "true or false stands where a time belongs"
    ),
    (
      #"{"type":"issue","title":"a","labels":["a",2]}"#, "labels[1]",
      "a number stands where a text belongs"
    ),
    (#"{"type":"person"}"#, "handle", "the person has no handle"),
    (#"{"type":"epic"}"#, "type", "this type of record is none we know"),
    (#"{"title":"a"}"#, "type", "the record has no type"),
    (
      #"{"type":"workspace","format":2}"#, "format",
      "the file is of format 2, this watchbill reads up to 1"
    ),
    (#"["a"]"#, "", "a list stands where an object belongs"),
  ])
  func `a bad record is named by line and field`(line: String, field: String, message: String) {
    let error = failure("{\"type\":\"issue\",\"title\":\"fine\"}\n" + line + "\n", as: .ndjson)
    #expect(error?.line == 2)
    #expect(error?.field == field)
    #expect(error?.message == message)
    #expect(error?.advice.isEmpty == false)
  }

  @Test func `the column counts characters`() {
    let error = failure(#"{"type":"issue","title":"Zoë 作者","status":"x"}"#, as: .ndjson)
    #expect(error?.column == 43)
    #expect(
      error?.description
        == "line 1, column 43, field status: this is no status we know; "
        + "write one of triage, todo, doing, review, done, dropped")
  }

  @Test func `after a bad record the next one can be read`() throws {
    var reader = RecordReader(format: .ndjson)
    reader.feed(Array("{\"type\":\"issue\"}\n{\"type\":\"issue\",\"title\":\"b\"}\n".utf8))
    reader.finish()
    #expect(throws: InterchangeError.self) { try reader.next() }
    guard case .issue(let issue)? = try reader.next() else {
      Testing.Issue.record("no second record")
      return
    }
    #expect(issue.title == "b" && issue.line == 2)
    #expect(try reader.next() == nil)
  }

  @Test func `odd but usable records are taken with a warning`() throws {
    let text = """
      {"type":"issue","title":""}
      {"type":"issue","title":"a","created":"2030-01-01T00:00:00Z"}

      """
    let now = Instant(seconds: 1_770_000_000)
    let (records, warnings) = try read(text, options: .init(now: now))
    #expect(records.issues.map(\.title) == ["(no title)", "a"])
    #expect(
      warnings.first.map(\.description) == [
        "line 1, field title: the title is empty; kept as (no title)",
        "line 2, field created: 2030-01-01T00:00:00Z lies in the future; kept as it is",
      ])
    var broken = Array(
      "{\"type\":\"issue\",\"title\":\"a\"}\n{\"type\":\"issue\",\"title\":\"b".utf8)
    broken += [0xFF, 0xFE]
    broken += Array("c\"}\n".utf8)
    let repaired = try read(broken)
    #expect(repaired.records.issues.last?.title == "b\u{FFFD}\u{FFFD}c")
    #expect(repaired.warnings.first.map(\.line) == [2])
    #expect(repaired.warnings.first.map(\.field) == ["title"])
  }
}
