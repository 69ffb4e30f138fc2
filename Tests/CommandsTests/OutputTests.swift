import Domain
import Testing

@testable import Commands

/// How results and failures are printed.
struct OutputTests {
  @Test func `columns are aligned by what people see`() {
    var table = TextTable(["KEY", "OWNER", "TITLE"])
    table.add(["API-1", "作者", "Slow"])
    table.add(["API-1000", "ana", "\u{1B}[31mred\u{1B}[0m\nnext"])
    #expect(
      table.lines() == [
        "KEY       OWNER  TITLE",
        "API-1     作者   Slow",
        "API-1000  ana    ␛[31mred␛[0m next",
      ])
  }

  @Test func `the last column gives way to a narrow terminal`() {
    var table = TextTable(["KEY", "TITLE"])
    table.add(["API-1", "A title that goes on for a while"])
    #expect(table.lines(columns: 20) == ["KEY    TITLE", "API-1  A title that…"])
  }

  @Test func `a query's fault is shown under the query`() throws {
    let query = "作者 lable:bug"
    let failure = Failure(
      QueryError("there is no qualifier \"lable:\"", column: 4, length: 6), in: query)
    #expect(failure.status == .usage)
    #expect(failure.message == "column 4: there is no qualifier \"lable:\"")
    #expect(failure.details == ["  作者 lable:bug", "       ^^^^^^"])
  }

  @Test func `json is an array for a list and an object for a thing`() throws {
    let shape = JSONShape<Int>(
      kind: "a number", fields: [("value", { $1.integer($0) }), ("odd", { $1.bool($0 % 2 == 1) })])
    let list = testShell()
    #expect(try OutputForm.json(JSONFields(argument: "all")).print([1, 2], shape, list))
    #expect(
      list.output.text == "[\n{\"value\":1,\"odd\":true},\n{\"value\":2,\"odd\":false}\n]\n")
    let none = testShell()
    #expect(try OutputForm.json(JSONFields(argument: "all")).print([], shape, none))
    #expect(none.output.text == "[]\n")
    let one = testShell()
    #expect(try OutputForm.json(JSONFields(argument: "odd")).print(one: 3, shape, one))
    #expect(one.output.text == "{\"odd\":true}\n")
    let lines = testShell()
    #expect(try OutputForm.lines(JSONFields(argument: "value")).print([1, 2], shape, lines))
    #expect(lines.output.text == "{\"value\":1}\n{\"value\":2}\n")
    #expect(try !OutputForm.text.print([1], shape, testShell()))
  }

  @Test func `a field that is none is named with those there are`() {
    let shape = JSONShape<Int>(kind: "a number", fields: [("value", { $1.integer($0) })])
    #expect(throws: Failure(.usage, "colour is no field of a number; the fields are value")) {
      try OutputForm.json(JSONFields(argument: "colour")).print([1], shape, testShell())
    }
  }

  @Test func `an issue is printed with what it has`() {
    let at = Instant(milliseconds: 1_773_223_200_000)
    let issue = Issue(
      id: EntityID(high: 1, low: 2), key: IssueKey(prefix: "API", number: 7), title: "Slow feed",
      body: "Two lines\nof text.", status: .doing, owner: "ana", labels: [Label(name: "bug")],
      createdAt: at, updatedAt: at)
    let comment = Comment(
      id: EntityID(high: 1, low: 3), author: nil, body: "Yes.", createdAt: at, updatedAt: at)
    let text = IssueText(IssueDetail(issue: issue, comments: [comment]), columns: 12)
    #expect(
      text.lines == [
        "API-7  Slow", "feed", "status      doing", "owner       ana", "labels      bug",
        "opened      2026-03-11T10:00:00Z", "updated     2026-03-11T10:00:00Z", "",
        "Two lines", "of text.", "", "-- somebody, 2026-03-11T10:00:00Z", "Yes.",
      ])
  }
}
