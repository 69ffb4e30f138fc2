/// Writes issues as a document to read: a section each, comments as quotes.
public enum MarkdownWriter {
  /// Appends the document's title.
  public static func appendTitle(_ title: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "# \(line(title))\n".utf8)
  }

  /// Appends an issue's section.
  public static func append(_ issue: Issue, comments: [Comment], to bytes: inout [UInt8]) {
    var text = "\n## \(issue.key): \(line(issue.title))\n\n\(meta(of: issue))\n"
    if !issue.body.isEmpty {
      text += "\n" + MarkdownText(issue.body).demoted(by: 2) + "\n"
    }
    for comment in comments {
      text += "\n**\(line(comment.author ?? "somebody"))** \(verb(of: comment)) \(time(comment))\n"
      if comment.redactedAt == nil, !comment.body.isEmpty {
        text += "\n" + MarkdownText(comment.body).demoted(by: 3).quoted + "\n"
      }
    }
    bytes.append(contentsOf: text.utf8)
  }

  private static func meta(of issue: Issue) -> String {
    var facts = [issue.status.name]
    if issue.kind == .pull { facts.insert("pull", at: 0) }
    if issue.priority != .none { facts.append("priority \(issue.priority.name)") }
    if let owner = issue.owner { facts.append("owner \(owner)") }
    if !issue.assignees.isEmpty {
      facts.append("assigned \(issue.assignees.joined(separator: ", "))")
    }
    if !issue.labels.isEmpty {
      facts.append("labels \(issue.labels.map { "`\($0.name)`" }.joined(separator: " "))")
    }
    if let service = issue.service { facts.append("service \(service)") }
    if let milestone = issue.milestone { facts.append("milestone \(milestone)") }
    if let due = issue.due { facts.append("due \(due)") }
    if let demo = issue.demo { facts.append("demo \(demo)") }
    for (word, keys) in [
      ("blocks", issue.blocks), ("blocked by", issue.blockedBy), ("relates to", issue.relates),
      ("duplicates", issue.duplicates),
    ] where !keys.isEmpty {
      facts.append("\(word) \(keys.map(\.description).joined(separator: ", "))")
    }
    facts.append("opened \(issue.createdAt.utcDate)" + (issue.author.map { " by \($0)" } ?? ""))
    if let closed = issue.closedAt {
      facts.append("closed \(closed.utcDate)" + (issue.closedBy.map { " by \($0)" } ?? ""))
    }
    if let url = issue.foreign?.url, !url.isEmpty { facts.append("<\(url)>") }
    return "*" + facts.map(line).joined(separator: " · ") + "*"
  }

  private static func verb(of comment: Comment) -> String {
    if comment.redactedAt != nil { return "took a comment back, written" }
    switch comment.kind {
    case .comment: return "wrote"
    case .reviewed, .reviewComment: return "reviewed"
    case .approved: return "approved"
    case .changesRequested: return "requested changes"
    case .dismissed: return "had a review dismissed"
    }
  }

  private static func time(_ comment: Comment) -> String {
    let (date, millisecond) = comment.createdAt.utcDateAndTime
    var text = "\(date) "
    text.appendPadded(millisecond / 3_600_000, to: 2)
    text += ":"
    text.appendPadded(millisecond / 60_000 % 60, to: 2)
    return text + " UTC"
  }

  /// A text on one line, so that a title cannot begin a paragraph of its own.
  private static func line(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
