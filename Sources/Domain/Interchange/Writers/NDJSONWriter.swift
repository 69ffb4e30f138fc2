/// Writes our own format: a record a line, members always in the same order.
///
/// What is empty or nil is left out, so that equal records give equal bytes
/// and an export read and written again is the same file.
public enum NDJSONWriter {
  /// Appends one record and its line's end.
  public static func append(_ record: IncomingRecord, to bytes: inout [UInt8]) {
    JSONWriter.append(to: &bytes) { writer in
      writer.beginObject()
      switch record {
      case .workspace(let name): write(workspace: name, &writer)
      case .person(let person): write(person, &writer)
      case .team(let team): write(team, &writer)
      case .service(let service): write(service, &writer)
      case .project(let project): write(project, &writer)
      case .label(let label): write(label, &writer)
      case .milestone(let milestone): write(milestone, &writer)
      case .view(let view): write(view, &writer)
      case .watch(let watch): write(watch, &writer)
      case .issue(let issue): write(issue, &writer)
      }
      writer.endObject()
      writer.endLine()
    }
  }

  /// Appends an issue of ours with its comments.
  public static func append(_ issue: Issue, comments: [Comment], to bytes: inout [UInt8]) {
    append(.issue(IncomingIssue(issue, comments: comments)), to: &bytes)
  }

  private static func write(_ issue: IncomingIssue, _ writer: inout JSONWriter) {
    writer.member("type", "issue")
    writer.member("id", issue.id?.description)
    writer.member("key", issue.key?.description)
    writer.member("kind", issue.kind.name)
    writer.member("title", issue.title)
    writer.member("body", text: issue.body)
    writer.member("status", issue.status.name)
    writer.member("priority", issue.priority.rawValue)
    writer.member("author", issue.author)
    writer.member("owner", issue.owner)
    writer.member("assignees", issue.assignees)
    writer.member("labels", issue.labels.map(\.name))
    writer.member("watchers", issue.watchers)
    writer.member("service", issue.service)
    writer.member("milestone", issue.milestone)
    writer.member("due", issue.due?.description)
    writer.member("demo", issue.demo)
    writer.member("blocks", issue.blocks.map(\.description))
    writer.member("relates", issue.relates.map(\.description))
    writer.member("duplicates", issue.duplicates.map(\.description))
    writer.member("created", issue.created)
    writer.member("updated", issue.updated)
    writer.member("closed", issue.closed)
    writer.member("closed_by", issue.closedBy)
    writer.member("foreign", issue.foreign)
    guard !issue.comments.isEmpty else { return }
    writer.key("comments")
    writer.beginArray()
    for comment in issue.comments {
      writer.beginObject()
      write(comment, &writer)
      writer.endObject()
    }
    writer.endArray()
  }

  static func write(_ comment: IncomingComment, _ writer: inout JSONWriter) {
    writer.member("id", comment.id?.description)
    writer.member("kind", comment.kind.name)
    writer.member("author", comment.author)
    writer.member("body", text: comment.body)
    writer.member("created", comment.created)
    writer.member("updated", comment.updated)
    writer.member("redacted", comment.redacted)
    writer.member("foreign", comment.foreign)
  }
}

extension JSONWriter {
  /// Writes a member that is a text, or nothing for an empty one.
  mutating func member(_ name: StaticString, text: String) {
    if !text.isEmpty { member(name, text) }
  }

  /// Writes where an entity lives elsewhere, or nothing for nil.
  mutating func member(_ name: StaticString, _ foreign: Foreign?) {
    guard let foreign else { return }
    key(name)
    beginObject()
    member("system", foreign.system)
    member("id", foreign.id)
    member("url", text: foreign.url)
    if !foreign.extra.isEmpty {
      key("extra")
      raw(foreign.extra)
    }
    endObject()
  }
}
