/// Issues as `--json` prints them: stable names, every name always there, null where nothing is.
public enum IssueJSON {
  /// A field that may be asked for.
  public enum Field: String, Sendable, CaseIterable {
    case key, id, kind, title, status, priority, author, owner, assignees, labels, watchers
    case service, milestone, due, demo, blocks
    case blockedBy = "blocked_by"
    case relates, duplicates, created, updated, closed
    case closedBy = "closed_by"
    case commentCount = "comment_count"
    case url, foreign, body, comments
    case offeredTo = "offered_to"
  }

  /// The names of all fields, in the order in which they are written.
  public static let fields: [String] = Field.allCases.map(\.rawValue)

  /// What a list shows when nobody names fields: all but the long texts and what lives elsewhere.
  public static let listed: [Field] = Field.allCases.filter {
    $0 != .body && $0 != .comments && $0 != .foreign && $0 != .offeredTo
  }

  /// What an export writes: all but what is told of somewhere else in it.
  public static let exported: [Field] = Field.allCases.filter { $0 != .offeredTo }

  /// Fields from `key,title,labels`; the error is the first name that is none.
  public static func fields(_ names: String) -> Result<[Field], UnknownField> {
    var fields: [Field] = []
    for name in names.split(separator: ",") {
      let word = name.filter { $0 != " " }
      guard let field = Field(rawValue: word) else { return .failure(UnknownField(name: word)) }
      if !fields.contains(field) { fields.append(field) }
    }
    return .success(fields)
  }

  /// A name that is no field.
  public struct UnknownField: Error, Sendable, Equatable, CustomStringConvertible {
    /// As it was asked for.
    public let name: String

    /// Such a name.
    public init(name: String) {
      self.name = name
    }

    /// The sentence people read.
    public var description: String {
      "\(name) is no field of an issue; the fields are \(IssueJSON.fields.joined(separator: ", "))"
    }
  }

  /// Writes an issue as one object, its members in the order asked for.
  ///
  /// - Parameter receiver: who it is offered to, as it is typed; nil for nobody.
  public static func encode(
    _ issue: Issue, comments: [Comment] = [], offeredTo receiver: String? = nil,
    fields: [Field] = exported, into writer: inout JSONWriter
  ) {
    writer.beginObject()
    for field in fields {
      writer.key(field.rawValue)
      if field == .offeredTo {
        writer.optional(receiver)
      } else {
        write(field, of: issue, comments, &writer)
      }
    }
    writer.endObject()
  }

  private static func write(
    _ field: Field, of issue: Issue, _ comments: [Comment], _ writer: inout JSONWriter
  ) {
    switch field {
    case .key: writer.string(issue.key.description)
    case .id: writer.string(issue.id.description)
    case .kind: writer.string(issue.kind.name)
    case .title: writer.string(issue.title)
    case .status: writer.string(issue.status.name)
    case .priority: writer.integer(issue.priority.rawValue)
    case .author: writer.optional(issue.author)
    case .owner: writer.optional(issue.owner)
    case .assignees: writer.list(issue.assignees)
    case .labels: write(issue.labels, &writer)
    case .watchers: writer.list(issue.watchers)
    case .service: writer.optional(issue.service)
    case .milestone: writer.optional(issue.milestone)
    case .due: writer.optional(issue.due?.description)
    case .demo: writer.optional(issue.demo)
    case .blocks: writer.list(issue.blocks.map(\.description))
    case .blockedBy: writer.list(issue.blockedBy.map(\.description))
    case .relates: writer.list(issue.relates.map(\.description))
    case .duplicates: writer.list(issue.duplicates.map(\.description))
    case .created: writer.instant(issue.createdAt)
    case .updated: writer.instant(issue.updatedAt)
    case .closed: writer.optional(issue.closedAt)
    case .closedBy: writer.optional(issue.closedBy)
    case .commentCount: writer.integer(issue.commentCount)
    case .url: writer.optional(issue.foreign?.url)
    case .foreign: write(issue.foreign, &writer)
    case .body: writer.string(issue.body)
    case .comments: write(comments, &writer)
    case .offeredTo: break
    }
  }

  private static func write(_ labels: [Label], _ writer: inout JSONWriter) {
    writer.beginArray()
    for label in labels {
      writer.beginObject()
      writer.member("name", label.name)
      writer.member("color", label.color)
      writer.endObject()
    }
    writer.endArray()
  }

  private static func write(_ foreign: Foreign?, _ writer: inout JSONWriter) {
    guard let foreign else { return writer.null() }
    writer.beginObject()
    writer.member("system", foreign.system)
    writer.member("id", foreign.id)
    writer.member("url", foreign.url)
    writer.key("extra")
    if foreign.extra.isEmpty { writer.null() } else { writer.raw(foreign.extra) }
    writer.endObject()
  }

  private static func write(_ comments: [Comment], _ writer: inout JSONWriter) {
    writer.beginArray()
    for comment in comments {
      writer.beginObject()
      writer.member("id", comment.id.description)
      writer.member("kind", comment.kind.name)
      writer.key("author")
      writer.optional(comment.author)
      writer.member("body", comment.body)
      writer.member("created", comment.createdAt)
      writer.member("updated", comment.updatedAt)
      writer.key("redacted")
      writer.optional(comment.redactedAt)
      writer.key("foreign")
      write(comment.foreign, &writer)
      writer.endObject()
    }
    writer.endArray()
  }
}

extension JSONWriter {
  /// Writes a text, or null.
  public mutating func optional(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// Writes a time, or null.
  public mutating func optional(_ instant: Instant?) {
    if let instant { self.instant(instant) } else { null() }
  }
}
