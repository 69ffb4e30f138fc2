import Domain
import Testing

/// Which fields a source speaks of.
@Suite struct InterchangeToldTests: ReadsFiles {
  private func told(_ text: String, as format: ImportFormat) throws -> IncomingIssue.Told {
    try #require(try issues(text, as: format).first).told
  }

  @Test func `our own format tells everything`() throws {
    #expect(try told(#"{"type":"issue","title":"A"}"#, as: .ndjson) == .everything)
  }

  @Test(arguments: [ImportFormat.gh, .githubREST])
  func `GitHub tells the members that are there`(format: ImportFormat) throws {
    #expect(try told(#"[{"number":1,"title":"A"}]"#, as: format) == [])
    let text = #"""
      [{"number":1,"title":"A","body":null,"labels":[],"assignees":[],"milestone":null,\#
      "state":"OPEN"}]
      """#
    #expect(try told(text, as: format) == [.body, .labels, .assignees, .milestone, .status])
  }

  @Test func `an archive tells the members that are there`() throws {
    let text = #"{"repo":"o/n","issues":[{"number":1,"title":"A","labels":[]}],"pulls":[]}"#
    #expect(try told(text, as: .githubArchive) == .labels)
  }

  @Test func `a table tells its columns, and a status only where there is one`() throws {
    #expect(try told("title,number,url\nA,1,x\n", as: .csv) == [])
    let header = "title,body,priority,owner,assignee,labels,watchers,service,milestone,due,demo,"
    let text = header + "blocks,relates,duplicates,status\nA,,,,,,,,,,,,,,"
    #expect(try told(text + "\n", as: .csv) == .everything.subtracting(.status))
    #expect(try told(text + "done\n", as: .csv) == .everything)
  }
}
