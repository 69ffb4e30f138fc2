import Domain
import Support
import Testing

@testable import Storage

/// By what an import knows again what it has brought in our own format.
@Suite struct ImportIdentityTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
  }

  private func titles() throws -> [String] {
    var titles: [String] = []
    try workspace.store.forEachIssue(
      matching: Query.parse("is:all sort:key"), in: workspace.store.context(me: nil)
    ) { issue, _ in titles.append(issue.title) }
    return titles
  }

  private func comments(_ key: String) throws -> [String] {
    let issue = try #require(try workspace.issue(key))
    return try #require(try workspace.store.detail(of: issue.id)).comments.map(\.body)
  }

  @Test(arguments: [
    #""mood":1"#, #""foreign":{"system":"jira"}"#, #""foreign":{"system":"watchbill","id":"x"}"#,
    #""body":"plain""#, #""foreign":{"system":"jira","colour":"red"}"#,
  ])
  func `issues without id and key stay apart, and come but once`(member: String) throws {
    let lines = ["One", "Two", "Two", "Three"].map { title in
      #"{"type":"issue","title":"\#(title)",\#(member)}"# + "\n"
    }
    #expect(try workspace.bring(ndjson: lines.joined()).created == 4)
    #expect(try titles() == ["One", "Two", "Two", "Three"])
    #expect(try workspace.bring(ndjson: lines.joined()).changedNothing)
    let copy = try Workspace(isEmpty: true)
    try copy.bring(ndjson: workspace.export())
    #expect(try copy.export() == workspace.export())
    try workspace.checkInvariants()
  }

  @Test(arguments: [#""mood":1"#, #""foreign":{"system":"jira"}"#, #""foreign":{"mood":2}"#])
  func `a key names the issue that has it, whatever else the record holds`(member: String) throws {
    try workspace.open("Ours")
    try workspace.open("Ours too")
    let text = #"{"type":"issue","key":"API-2","title":"Newer",\#(member)}"# + "\n"
    let report = try workspace.bring(ndjson: text)
    #expect(report.updated == 1 && report.created == 0 && report.renumbered.isEmpty)
    #expect(try titles() == ["Ours", "Newer"])
    #expect(try workspace.bring(ndjson: text).changedNothing)
  }

  @Test func `members we do not know stay with their own issue`() throws {
    let text = (1...3).map { #"{"type":"issue","key":"API-\#($0)","title":"T","mood":\#($0)}"# }
    try workspace.bring(ndjson: text.joined(separator: "\n") + "\n")
    for number in 1...3 {
      #expect(try workspace.issue("API-\(number)")?.foreign?.extra == "{\"mood\":\(number)}")
    }
  }

  @Test(arguments: ["", #","mood":1"#, #","foreign":{"system":"jira"}"#])
  func `comments without an id come but once, and their edits with them`(member: String) throws {
    func text(_ title: String, _ first: String) -> String {
      let said = [("bo", first), ("bo", "two"), ("ana", "three")].map { author, body in
        #"{"author":"\#(author)","body":"\#(body)"\#(member)}"#
      }
      return #"{"type":"issue","key":"API-1","title":"\#(title)","comments":[\#(said[0]),"#
        + "\(said[1]),\(said[2])]}\n"
    }
    try workspace.bring(ndjson: text("First", "one"))
    #expect(try comments("API-1") == ["one", "two", "three"])
    try workspace.bring(ndjson: text("Second", "uno"))
    #expect(try comments("API-1") == ["uno", "two", "three"])
    try workspace.undo()
    try workspace.undo()
    try workspace.bring(ndjson: text("Third", "one"))
    #expect(try comments("API-1") == ["one", "two", "three"])
    try workspace.checkInvariants()
  }
}
