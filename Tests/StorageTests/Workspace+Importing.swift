import Domain
import Support

@testable import Storage

extension Workspace {
  /// An import into the project API, as Ana.
  func importer(isDryRun: Bool = false, title: String = "imported test.json") throws -> Importer {
    clock.advance(by: Instant.minute)
    let options = Importer.Options(
      project: "API", projectName: "Platform API", title: title, author: ana)
    return try Importer(into: store, options: options, isDryRun: isDryRun)
  }

  /// Imports issues, in one batch unless told otherwise.
  @discardableResult
  func bring(_ issues: [IncomingIssue], batch: Int = 1000) throws -> ImportReport {
    try bring(issues.map(IncomingRecord.issue), batch: batch)
  }

  /// Imports records, in one batch unless told otherwise.
  @discardableResult
  func bring(_ records: [IncomingRecord], batch: Int = 1000) throws -> ImportReport {
    var importer = try importer()
    for start in stride(from: 0, to: records.count, by: batch) {
      try importer.take(Array(records[start..<min(start + batch, records.count)]))
    }
    return try importer.finish()
  }

  /// Imports a text in our own format.
  @discardableResult
  func bring(ndjson text: String) throws -> ImportReport {
    var reader = RecordReader(format: .ndjson)
    reader.feed(Array(text.utf8))
    reader.finish()
    var records: [IncomingRecord] = []
    while let record = try reader.next() { records.append(record) }
    return try bring(records)
  }
}

extension IncomingIssue {
  /// An issue as GitHub would tell it, number and id given.
  static func example(_ number: Int, title: String = "Imported") -> IncomingIssue {
    var issue = IncomingIssue()
    issue.number = number
    issue.title = title
    issue.status = .todo
    issue.author = "chloé"
    issue.created = Cast.ago(100, Instant.day)
    issue.updated = Cast.ago(50, Instant.day)
    issue.foreign = Foreign(system: "github", id: "I_\(number)", url: "https://x.example/\(number)")
    issue.fingerprint = 1
    return issue
  }
}

extension IncomingComment {
  /// A comment as GitHub would tell it.
  static func example(_ number: Int, _ body: String) -> IncomingComment {
    var comment = IncomingComment()
    comment.author = "bo"
    comment.body = body
    comment.created = Cast.ago(60, Instant.day).advanced(by: Int64(number))
    comment.foreign = Foreign(system: "github", id: "IC_\(number)")
    return comment
  }
}
