import Domain
import GRDB
import Support
import Testing

@testable import Storage

/// Files whose numbers, names and characters nobody would write on purpose.
@Suite struct ImportExtremesTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
  }

  private static let last = Int(Int32.max)

  @Test(arguments: [
    (#"{"type":"project","prefix":"API","next":-9223372036854775808}"#, "next"),
    (#"{"type":"project","prefix":"API","next":0}"#, "next"),
    (#"{"type":"project","prefix":"API","next":9223372036854775807}"#, "next"),
    (#"{"type":"issue","title":"T","key":"API-20240101123456"}"#, "key"),
    (#"{"type":"issue","title":"T","key":"API-2147483648"}"#, "key"),
    (#"{"type":"issue","title":"T","key":"API-9223372036854775807"}"#, "key"),
    (#"{"type":"issue","title":"T","key":"API-0"}"#, "key"),
    (#"{"type":"issue","title":"T","blocks":["API-2147483648"]}"#, "blocks[0]"),
    (#"{"type":"view","name":"v","query":"","position":9223372036854775808}"#, "position"),
  ])
  func `a number out of range is refused with its line and field`(
    record: String, field: String
  ) throws {
    let before = try workspace.export()
    let error = #expect(throws: InterchangeError.self) {
      try workspace.bring(ndjson: "\n" + record + "\n")
    }
    #expect(error?.line == 2 && error?.field == field)
    #expect(try workspace.export() == before)
  }

  @Test(arguments: [Int.min, -1, 0, last + 1, Int.max])
  func `an issue's number out of range is refused, whoever made the record`(number: Int) throws {
    var issue = IncomingIssue.example(1)
    issue.number = number
    issue.line = 3
    let error = #expect(throws: StoreError.self) { try workspace.bring([issue]) }
    #expect(error?.code == .badRecord)
    #expect(error?.description.hasPrefix("line 3: field number:") == true)
    var project = IncomingProject()
    project.prefix = "API"
    project.line = 4
    project.next = number == Self.last + 1 ? number + 1 : number
    let refusal = #expect(throws: StoreError.self) { try workspace.bring([.project(project)]) }
    #expect(refusal?.description.hasPrefix("line 4: field next:") == true)
  }

  @Test func `when a project has no number left, that is said, and its export comes in again`()
    throws
  {
    try workspace.bring(ndjson: #"{"type":"issue","title":"T","key":"API-2147483647"}"# + "\n")
    let words = "API has no number left for another issue: the last, API-2147483647, was given"
    #expect(throws: StoreError(.refused, words)) { try workspace.open("One more") }
    let error = #expect(throws: StoreError.self) {
      try workspace.bring([.example(Self.last, title: "Theirs")])
    }
    #expect(error == StoreError(.badRecord, "line 0: " + words))
    let copy = try Workspace(isEmpty: true)
    try copy.bring(ndjson: workspace.export())
    #expect(try copy.export() == workspace.export())
  }

  @Test(arguments: [
    #"{"type":"issue","title":"T","key":"API-5","labels":["a\u0000b"]}"#,
    #"{"type":"issue","title":"T","key":"API-5","assignees":["a\u0000b"]}"#,
    #"{"type":"person","handle":"a\u0000b"}"#,
    #"{"type":"view","name":"a\u0000b","query":""}"#,
  ])
  func `what cannot be kept is refused with its line, and the import ends in order`(
    record: String
  ) throws {
    var importer = try workspace.importer()
    let good = (1...1500).map { IncomingRecord.issue(.example($0)) }
    try importer.take(good)
    #expect(try workspace.count("deferred_index") > 0)
    var reader = RecordReader(format: .ndjson)
    reader.feed(Array("\n\(record)\n".utf8))
    reader.finish()
    let bad = try #require(try reader.next())
    let error = #expect(throws: StoreError.self) { try importer.take([bad]) }
    #expect(error?.code == .badRecord)
    #expect(error?.description.hasPrefix("line 2: ") == true)
    #expect(try importer.finish().created == 1500)
    #expect(try workspace.count("deferred_index") == 0)
    try workspace.index()
    try workspace.checkInvariants()
  }

  @Test func `a clash of two things in a file is refused with its line`() throws {
    var first = IncomingComment.example(1, "one")
    first.id = Cast.id(70)
    var issue = IncomingIssue.example(1)
    issue.line = 8
    issue.comments = [first, first]
    let error = #expect(throws: StoreError.self) { try workspace.bring([issue]) }
    #expect(error?.code == .badRecord && error?.description.hasPrefix("line 8: ") == true)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `records of any numbers, names and ids come in or are refused, and never trap`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    var importer = try workspace.importer()
    for _ in 0..<300 {
      do throws(StoreError) {
        try importer.take([extreme(&random)])
      } catch {
        #expect(error.code == .badRecord, "\(error)")
      }
    }
    _ = try importer.finish()
    try workspace.index()
    try workspace.checkInvariants()
    while try workspace.store.undo(as: nil) != nil {}
    try workspace.checkInvariants()
  }

  private func extreme(_ random: inout SeededRandom) -> IncomingRecord {
    let numbers = [Int.min, -1, 0, 1, 2, 3, 7, Self.last - 1, Self.last, Self.last + 1, Int.max]
    let times = [Int64.min / 4, -1, 0, 1, Int64.max / 4].map(Instant.init(milliseconds:))
    let names = ["", "a", "A", "b", "a\u{0}b", "å", String(repeating: "x", count: 9000), "ana"]
    func some<T>(_ values: [T]) -> T? {
      random.chance(60) ? values.randomElement(using: &random) : nil
    }
    let id = some((1...4).map { Cast.id(2000 + $0) })
    let line = Int.random(in: 1...99, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      var project = IncomingProject()
      project.line = line
      project.id = id
      project.prefix = some(["API", "WEB", "X"]) ?? "Y"
      project.next = some(numbers)
      return .project(project)
    case 1:
      var person = IncomingPerson()
      person.line = line
      person.id = id
      person.handle = some(names) ?? "c"
      person.created = some(times)
      return .person(person)
    case 2:
      var view = IncomingView()
      view.line = line
      view.id = id
      view.name = some(names) ?? "v"
      view.position = some(numbers)
      return .view(view)
    default:
      var issue = IncomingIssue()
      issue.line = line
      issue.id = id
      issue.title = some(names) ?? "T"
      issue.prefix = some(["API", "WEB"])
      issue.number = some(numbers)
      issue.fingerprint = UInt64.random(in: 0...3, using: &random)
      issue.author = some(names)
      if let label = some(names) { issue.labels = [IncomingLabel(name: label)] }
      issue.created = some(times)
      issue.updated = some(times)
      issue.closed = some(times)
      if let number = some([1, 2, 3, Self.last]) {
        issue.blocks = [IssueKey(prefix: "API", number: number)]
      }
      if let id = some(["", "1", "#2"]) {
        issue.foreign = Foreign(system: some(["x", "watchbill"]) ?? "", id: id)
      }
      if let body = some(names) {
        var comment = IncomingComment()
        comment.id = some((1...4).map { Cast.id(3000 + $0) })
        comment.body = body
        comment.created = some(times)
        issue.comments = [comment]
      }
      return .issue(issue)
    }
  }
}
