import Domain
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct ImportBatchTests {
  @Test func `a dry run tells all and leaves every byte`() throws {
    let workspace = try Workspace()
    try workspace.open("Ours")
    try workspace.settle()
    let before = bytes(of: workspace.path)
    let report = try Self.dryRun(workspace, [1...10, 11...20])
    #expect(report.created == 20 && report.comments == 20 && report.people > 0)
    #expect(bytes(of: workspace.path) == before)
    #expect(try workspace.bring(Self.records(1...20)).created == 20)
  }

  @Test func `a dry run that is dropped lets others write`() throws {
    let workspace = try Workspace(patience: 0.01)
    do {
      var importer = try workspace.importer(isDryRun: true)
      try importer.take(Self.records(1...3))
    }
    try workspace.open("Ours")
    #expect(try workspace.keys("is:all") == ["API-1"])
  }

  @Test func `the next import may begin as soon as one has finished`() throws {
    let workspace = try Workspace()
    var first = try workspace.importer()
    try first.take(Self.records(1...3))
    #expect(throws: StoreError.self) { try workspace.importer() }
    _ = try first.finish()
    var second = try workspace.importer()
    #expect(try second.finish().changedNothing)
    withExtendedLifetime(first) {}
  }

  @Test(arguments: 0...4)
  func `an import that died after some batches is finished by the next run`(count: Int) throws {
    let batches = [1...9, 10...18, 19...27, 28...30].map(Self.records)
    let whole = try Workspace(isEmpty: true)
    var importer = try whole.importer()
    for batch in batches { try importer.take(batch) }
    _ = try importer.finish()

    let workspace = try Workspace(isEmpty: true)
    do {
      var importer = try workspace.importer()
      for batch in batches.prefix(count) { try importer.take(batch) }
    }
    try workspace.checkInvariants()
    #expect(try workspace.keys("is:all").count == min(count * 9, 30))
    var again = try workspace.importer()
    for batch in batches { try again.take(batch) }
    let report = try again.finish()
    #expect(report.created == 30 - min(count * 9, 30))
    #expect(try workspace.stateWithoutIDs() == whole.stateWithoutIDs())
    try workspace.index()
    try workspace.checkInvariants()
  }

  @Test func `a batch with a bad record leaves the earlier batches only`() throws {
    let workspace = try Workspace()
    var importer = try workspace.importer()
    try importer.take(Self.records(1...5))
    let before = try workspace.export()
    let label = IncomingLabel(name: String(repeating: "x", count: 5000))
    var bad = IncomingIssue.example(9)
    bad.line = 7
    bad.labels = [label]
    bad.assignees = ["never-seen"]
    let error = #expect(throws: StoreError.self) {
      try importer.take(Self.records(6...8) + [.issue(bad)])
    }
    #expect(error?.code == .badRecord)
    #expect(error?.description.hasPrefix("line 7: the name of a label is longer") == true)
    #expect(try workspace.export() == before)
    try workspace.checkInvariants()
    // The import goes on: names of the failed batch are not remembered as if they were there.
    var good = IncomingIssue.example(10)
    good.assignees = ["never-seen"]
    try importer.take(Self.records(6...8) + [.issue(good)])
    #expect(try importer.finish().created == 9)
    #expect(try workspace.issue("API-10")?.assignees == ["never-seen"])
    try workspace.index()
    try workspace.checkInvariants()
  }

  private static func dryRun(
    _ workspace: Workspace, _ batches: [ClosedRange<Int>]
  ) throws -> ImportReport {
    var importer = try workspace.importer(isDryRun: true)
    for batch in batches { try importer.take(records(batch)) }
    return try importer.finish()
  }

  /// Issues with people, labels, comments and links forwards and backwards.
  private static func records(_ numbers: ClosedRange<Int>) -> [IncomingRecord] {
    numbers.map { number in
      var issue = IncomingIssue.example(number, title: "Issue \(number)")
      issue.assignees = ["person-\(number % 4)"]
      issue.labels = [IncomingLabel(name: "label-\(number % 3)")]
      issue.comments = [.example(number, "said @bo \(number)")]
      issue.blocks = [IssueKey(prefix: "API", number: number % 30 + 1)]
      return .issue(issue)
    }
  }
}

extension Workspace {
  /// Moves everything from the log to the file.
  func settle() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try queue.close()
  }

  /// The issues as another import of the same file would make them, ids and new times aside.
  func stateWithoutIDs() throws -> [String] {
    var lines: [String] = []
    try store.forEachIssue(
      matching: Query.parse("sort:key"), in: store.context(me: nil)
    ) { issue, comments in
      var issue = issue
      issue.id = Cast.id(0)
      let comments = comments.map { comment in
        var comment = comment
        comment.id = Cast.id(0)
        return comment
      }
      lines.append("\(issue) \(comments)")
    }
    return try lines + [store.people().map(\.handle).joined(), store.labels().map(\.name).joined()]
  }
}

@Suite struct ImportUndoTests {
  @Test func `undoing an import keeps the project and the people that later issues need`() throws {
    let workspace = try Workspace()
    var arrived = IncomingIssue.example(7)
    arrived.prefix = "NEW"
    arrived.author = "newcomer"
    _ = try workspace.bring([arrived])
    let newcomer = try workspace.store.personID("newcomer")
    _ = try workspace.store.create(IssueDraft(project: "NEW", title: "Made here"), as: newcomer)
    _ = try workspace.undo()
    #expect(try workspace.keys("is:all project:NEW") == ["NEW-8"])
    #expect(try workspace.store.projects().map(\.prefix).contains("NEW"))
    #expect(try workspace.store.people().contains { $0.handle == "newcomer" })
  }
}
