import Domain
import Testing

@Suite struct InterchangeExportTests: ReadsFiles {
  private let issue = Domain.Issue(
    id: EntityID(high: 0x0189_0A5D_AC96_774B, low: 0xBCCE_B302_099A_8057),
    key: IssueKey(prefix: "API", number: 42), title: "=1+1, \"quoted\"\nnext",
    body: "# Why\n\n```\n# code\n```\n\nPlan\n----\n\n- a\n\n~~~\nopen", status: .doing,
    priority: .high, author: "ana", owner: "ben", assignees: ["ben", "cy"],
    labels: [Label(name: "bug", color: "d73a4a"), Label(name: "help wanted")],
    createdAt: Instant(seconds: 1_769_851_800), updatedAt: Instant(seconds: 1_769_851_800),
    foreign: Foreign(system: "github", id: "I_1", url: "https://github.test/1", extra: "{\"a\":1}"))

  private let comment = Domain.Comment(
    id: EntityID(high: 1, low: 2), author: "cy", body: "# No\nyes\r\nno",
    createdAt: Instant(seconds: 1_769_851_800), updatedAt: Instant(seconds: 1_769_851_800))

  private func export(_ format: ExportFormat) -> String {
    var exporter = Exporter(format)
    var bytes: [UInt8] = []
    exporter.begin(into: &bytes)
    exporter.append(issue, comments: [comment], into: &bytes)
    exporter.append(issue, comments: [], into: &bytes)
    exporter.end(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `our own format reads back as the issue it was`() throws {
    let text = export(.ndjson)
    let read = try issues(text)
    #expect(read.count == 2)
    #expect(read[0].title == issue.title && read[0].comments.first?.body == comment.body)
    #expect(read[0].foreign == issue.foreign)
  }

  @Test func `json is one list of whole objects`() throws {
    guard case .array(let values) = try JSONValue(export(.json)),
      case .object(let members)? =
        values.first
    else {
      Testing.Issue.record("no list of objects")
      return
    }
    #expect(values.count == 2)
    #expect(members.map(\.name) == IssueJSON.exported.map(\.rawValue))
    var none: [UInt8] = []
    var exporter = Exporter(.json)
    exporter.begin(into: &none)
    exporter.end(into: &none)
    #expect(String(decoding: none, as: UTF8.self) == "[]\n")
  }

  @Test func `fields are chosen by name`() throws {
    let fields = try IssueJSON.fields("key, title,labels,closed,url").get()
    var writer = JSONWriter()
    IssueJSON.encode(issue, fields: fields, into: &writer)
    #expect(
      writer.text == """
        {"key":"API-42","title":"=1+1, \\"quoted\\"\\nnext","labels":[{"name":"bug",\
        "color":"d73a4a"},{"name":"help wanted","color":""}],"closed":null,\
        "url":"https://github.test/1"}
        """)
    #expect(throws: IssueJSON.UnknownField(name: "colour")) {
      try IssueJSON.fields("key,colour").get()
    }
  }

  @Test func `csv quotes what it must and reads back`() throws {
    let text = export(.csv)
    #expect(text.hasPrefix("key,kind,title,status,"))
    #expect(text.contains("API-42,issue,\"=1+1, \"\"quoted\"\"\nnext\",doing,1,ana,ben,"))
    let read = try #require(try issues(text).first)
    #expect(read.id == issue.id && read.key == issue.key && read.title == issue.title)
    #expect(read.labels.map(\.name) == ["bug", "help wanted"])
    #expect(read.assignees == ["ben", "cy"] && read.body == issue.body)
    var row: [UInt8] = []
    CSVWriter.appendRow(["=a", "-1", "+x", "@y", " lead", "plain", ""], to: &row)
    #expect(
      String(decoding: row, as: UTF8.self)
        == "\"=a\",\"-1\",\"+x\",\"@y\",\" lead\",plain,\r\n")
  }

  @Test func `markdown keeps its own headings the highest`() {
    let text = export(.markdown)
    #expect(
      text.hasPrefix(
        """
        # Issues

        ## API-42: =1+1, "quoted" next

        *doing · priority high · owner ben · assigned ben, cy · labels `bug` `help wanted` · \
        opened 2026-01-31 by ana · <https://github.test/1>*

        ### Why

        ```
        # code
        ```

        #### Plan

        - a

        ~~~
        open
        ~~~

        **cy** wrote 2026-01-31 09:30 UTC

        > #### No
        > yes
        > no

        ## API-42

        """.dropLast(2)))
  }
}
