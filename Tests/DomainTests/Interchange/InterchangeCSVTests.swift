import Domain
import Support
import Testing

@Suite struct InterchangeCSVTests: ReadsFiles {
  @Test func `headers are taken loosely and the rest is kept`() throws {
    let text = """
      \u{FEFF}Issue key,Summary,Description,State,Priority,Labels,Labels,Assignee,Reporter,\
      Created At,Due Date,Story Points,Empty\r
      API-7,"Say ""hi"", twice","line 1\r\nline 2",In Progress,Major,"bug, help wanted",ui,\
      ana ben,cy,2026-01-31 09:30:00,2026-02-28,5,\r
      """
    let issue = try #require(try issues(text).first)
    #expect(issue.key?.description == "API-7")
    #expect(issue.title == "Say \"hi\", twice")
    #expect(issue.body == "line 1\r\nline 2")
    #expect(issue.status == .doing && issue.priority == .high)
    #expect(issue.labels.map(\.name) == ["bug", "help wanted", "ui"])
    #expect(issue.assignees == ["ana", "ben"] && issue.author == "cy")
    #expect(issue.created?.iso8601 == "2026-01-31T09:30:00Z")
    #expect(issue.due == CivilDate(year: 2026, month: 2, day: 28))
    #expect(issue.foreign?.id == "API-7")
    #expect(
      issue.foreign?.extra == #"{"State":"In Progress","Priority":"Major","Story Points":"5"}"#)
  }

  @Test(arguments: [",", ";", "\t"])
  func `the delimiter is what the header uses`(mark: String) throws {
    let text = "title\(mark)body\(mark)status\n\"a\(mark)b\"\(mark)c d\(mark)done\n"
    let issue = try #require(try issues(text).first)
    #expect(issue.title == "a\(mark)b" && issue.body == "c d" && issue.status == .done)
  }

  @Test(arguments: [1, 2, 3, 5, 1000])
  func `any chunking gives the same rows`(piece: Int) throws {
    let text =
      "sep=;\r\ntitle;body\r\n\r\n\"a\r\n\"\"b\"\"\";5\" disk\r\n;only a body\rc;\n\nlast;x"
    let (records, warnings) = try read(text, as: .csv, piece: piece)
    #expect(records.issues.map(\.title) == ["a\r\n\"b\"", "(no title)", "c", "last"])
    #expect(records.issues.map(\.body) == ["5\" disk", "only a body", "", "x"])
    #expect(warnings.count == 1)
  }

  @Test func `rows that nothing tells apart stay two, and the same at every import`() throws {
    let text = "title\nfix typo\nfix typo\nother\n"
    let names = try issues(text).compactMap(\.foreign?.id)
    #expect(Set(names).count == 3)
    #expect(try issues(text).compactMap(\.foreign?.id) == names)
  }

  @Test(arguments: [
    ("body,status\na,done\n", 1, "title", "no column holds the title"),
    ("title,status\na,done\nb,later\n", 3, "status", "\"later\" is no status we know"),
    ("title,created\n\"a\nb\",31.1.2026\n", 2, "created", "\"31.1.2026\" is no time"),
    ("title,body\na,b,c\n", 2, "", "the row has 3 fields, the first line names 2"),
    ("title\n\"a\n", 2, "", "a quote is opened in this row and never closed"),
    ("title\nb\n\"a\"x\n", 3, "", "a quoted field goes on after its closing quote"),
    ("title,number\na,-4\n", 2, "number", "\"-4\" is no number of an issue"),
  ])
  func `what is wrong is named by line and column`(
    text: String, line: Int, field: String, message: String
  ) {
    let error = failure(text, as: .csv)
    #expect(error?.line == line)
    #expect(error?.field == field)
    #expect(error?.message == message)
  }

  @Test func `bytes that are no UTF-8 are repaired with a warning`() throws {
    let bytes = Array("title\nna".utf8) + [0xEF] + Array("ve\n".utf8)
    let (records, warnings) = try read(bytes, as: .csv)
    #expect(records.issues.map(\.title) == ["na\u{FFFD}ve"])
    #expect(warnings.first.map(\.line) == [2])
  }

  @Test(arguments: [
    ["a, b", "c"], ["a;b"], ["\"quoted\"", "plain"], ["say \"hi\"", "x"], [" padded ", "y"],
    ["\"", "\"\"", ";"], ["good first issue", "bug"], ["two\nlines", "z"],
  ])
  func `labels that hold what parts them come back as they were`(names: [String]) throws {
    var issue = Domain.Issue(
      id: Cast.id(1), key: IssueKey(prefix: "API", number: 1), title: "T", createdAt: Cast.now,
      updatedAt: Cast.now)
    issue.labels = names.map { Label(name: $0) }
    issue.assignees = ["mary ann", "bo", "x;y"]
    var bytes: [UInt8] = []
    CSVWriter.appendHeader(to: &bytes)
    CSVWriter.append(issue, to: &bytes)
    let read = try #require(try issues(String(decoding: bytes, as: UTF8.self), as: .csv).first)
    #expect(read.labels.map(\.name) == names)
    #expect(read.assignees == issue.assignees)
  }

  @Test func `a quote that another tracker wrote into a label is one`() throws {
    let text = "title;labels\nT;\"a, \"\"b, c\"\"d, e\"\n"
    let read = try #require(try issues(text, as: .csv).first)
    #expect(read.labels.map(\.name) == ["a", "\"b", "c\"d", "e"])
  }
}
