internal import Canvas
internal import Domain

/// An issue as text for people: its fields, body, comments and history.
struct IssueText {
  private let detail: IssueDetail
  private let receiver: String?
  private let history: [String]
  private let columns: Int?

  /// The text of an issue; lines are wrapped at the terminal's width when there is one.
  ///
  /// - Parameters:
  ///   - receiver: who it is offered to; nil for nobody.
  ///   - history: what happened to it, a line each.
  init(
    _ detail: IssueDetail, offeredTo receiver: String? = nil, history: [String] = [], columns: Int?
  ) {
    self.detail = detail
    self.receiver = receiver
    self.history = history
    self.columns = columns
  }

  var lines: [String] {
    var lines = wrapped("\(detail.issue.key)  \(detail.issue.title)")
    lines += facts.map { name, value in
      CleanText(name).padded(to: 12).characters + CleanText(value).characters
    }
    if !detail.issue.body.isEmpty { lines += [""] + paragraphs(detail.issue.body) }
    for comment in detail.comments { lines += [""] + text(of: comment) }
    if !history.isEmpty { lines += ["", "history"] + history }
    return lines
  }

  private var facts: [(String, String)] {
    let issue = detail.issue
    let kind = issue.kind == .pull ? "pull, " : ""
    let all: [(String, String?)] = [
      ("status", kind + issue.status.name),
      ("priority", issue.priority == .none ? nil : issue.priority.name),
      ("owner", issue.owner), ("offered to", receiver), ("assignees", list(issue.assignees)),
      ("labels", list(issue.labels.map(\.name))), ("service", issue.service),
      ("milestone", issue.milestone), ("due", issue.due?.description), ("demo", issue.demo),
      ("blocks", list(issue.blocks)), ("blocked by", list(issue.blockedBy)),
      ("relates", list(issue.relates)), ("duplicates", list(issue.duplicates)),
      ("watchers", list(issue.watchers)),
      ("opened", stamp(issue.createdAt, issue.author)),
      ("updated", issue.updatedAt.iso8601),
      ("closed", issue.closedAt.map { stamp($0, issue.closedBy) }),
      ("url", issue.foreign.flatMap { $0.url.isEmpty ? nil : $0.url }),
    ]
    return all.compactMap { name, value in value.map { (name, $0) } }
  }

  private func text(of comment: Comment) -> [String] {
    let kind = comment.kind == .comment ? "" : " (\(comment.kind.name))"
    let who = comment.author ?? "somebody"
    let head = CleanText("-- \(who)\(kind), \(comment.createdAt.iso8601)").characters
    return [head] + (comment.redactedAt == nil ? paragraphs(comment.body) : ["(taken back)"])
  }

  private func paragraphs(_ text: String) -> [String] {
    CleanText.lines(text).flatMap { line in
      columns.map { line.wrapped(to: $0).map(\.characters) } ?? [line.characters]
    }
  }

  private func wrapped(_ text: String) -> [String] {
    let line = CleanText(text)
    return columns.map { line.wrapped(to: $0).map(\.characters) } ?? [line.characters]
  }

  private func stamp(_ instant: Instant, _ handle: String?) -> String {
    instant.iso8601 + (handle.map { " by \($0)" } ?? "")
  }

  private func list(_ names: [some CustomStringConvertible]) -> String? {
    names.isEmpty ? nil : names.map(\.description).joined(separator: ", ")
  }
}
