import Canvas
import Domain

extension IssuePaper {
  /// Where it stands in two or three lines.
  func brief(of issue: Issue) -> [StyledLine] {
    var state: [[Span]] = [status(issue.status)]
    if issue.priority != .none { state.append(priority(issue.priority)) }
    if issue.kind == .pull { state.append([Span("pull", .dim)]) }
    state.append(
      issue.owner.map { [Span("owner ", .dim), person($0)] } ?? [Span("no owner", .dim)])
    if !issue.assignees.isEmpty {
      state.append([Span("with ", .dim)] + list(issue.assignees.map { person($0) }))
    }
    var rest: [[Span]] = []
    if !issue.labels.isEmpty { rest.append(labels(issue.labels)) }
    if let service = issue.service {
      rest.append([Span("in ", .dim), Span(clean(service), .text)])
    }
    if let due = issue.due { rest.append([Span("due ", .dim), self.due(due, issue)]) }
    return joined(state) + (rest.isEmpty ? [] : joined(rest)) + joined([opened(issue)])
  }

  /// Everything known about it, as names and values, in two columns where there is room.
  func facts(of issue: Issue) -> [StyledLine] {
    var short: [(CleanText, [Span])] = [
      ("Status", status(issue.status) + (issue.kind == .pull ? [Span(" pull", .dim)] : [])),
      ("Priority", priority(issue.priority)),
      ("Owner", issue.owner.map { [person($0)] } ?? [Span("nobody", .dim)]),
    ]
    if let service = issue.service { short.append(("Service", [Span(clean(service), .text)])) }
    if let name = issue.milestone { short.append(("Milestone", [Span(clean(name), .text)])) }
    if let due = issue.due { short.append(("Due", [self.due(due, issue)])) }
    short.append(("Opened", opened(issue)))
    if let closedAt = issue.closedAt {
      let by = issue.closedBy.map { [Span(" by ", .dim), person($0)] } ?? []
      short.append(("Closed", [Span(CleanText(Age.long(closedAt, now: now)), .time)] + by))
    } else {
      short.append(("Updated", [Span(CleanText(Age.long(issue.updatedAt, now: now)), .time)]))
    }
    var long: [(CleanText, [Span])] = []
    if !issue.assignees.isEmpty {
      long.append(("Assigned", list(issue.assignees.map { person($0) })))
    }
    if !issue.labels.isEmpty { long.append(("Labels", labels(issue.labels))) }
    if !issue.watchers.isEmpty {
      long.append(("Watching", list(issue.watchers.map { person($0) })))
    }
    for (name, keys) in [
      ("Blocks", issue.blocks), ("Blocked by", issue.blockedBy), ("Relates", issue.relates),
      ("Duplicates", issue.duplicates),
    ] where !keys.isEmpty {
      long.append((CleanText(name), list(keys.map { Span(CleanText($0.description), .key) })))
    }
    if let demo = issue.demo { long.append(("Demo", [Span(clean(demo), .link)])) }
    if let url = issue.foreign?.url, !url.isEmpty {
      long.append(("From", [Span(clean(url), .link)]))
    }
    return [StyledLine()] + paired(short) + long.flatMap { fact($0.0, $0.1, width: width) }
  }

  private func paired(_ facts: [(CleanText, [Span])]) -> [StyledLine] {
    guard width >= 64 else { return facts.flatMap { fact($0.0, $0.1, width: width) } }
    let half = (width - 2) / 2
    return stride(from: 0, to: facts.count, by: 2).map { index in
      var line = fact(facts[index].0, facts[index].1, width: half).first ?? StyledLine()
      guard index + 1 < facts.count else { return line }
      line.spans.append(Span(.blank(half + 2 - line.width), .text))
      line.spans += fact(facts[index + 1].0, facts[index + 1].1, width: half).first?.spans ?? []
      return line
    }
  }

  /// A name and its value; what does not fit goes on in the next lines, at most four.
  private func fact(_ name: CleanText, _ value: [Span], width: Int) -> [StyledLine] {
    let indent = 11
    guard width > indent + 8 else {
      return [StyledLine([Span(name + " ", .dim)] + value)]
    }
    var lines = flowed(value, width: width - indent)
    if lines.count > 4 {
      lines = Array(lines.prefix(4))
      lines[3].spans.append(Span(glyphs.ellipsis, .dim))
    }
    return lines.enumerated().map { index, line in
      let margin = index == 0 ? name.padded(to: indent) : .blank(indent)
      return StyledLine([Span(margin, .dim)] + line.spans)
    }
  }
}
