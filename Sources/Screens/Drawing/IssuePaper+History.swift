import Canvas
import Domain

extension IssuePaper {
  func latestComments(of detail: IssueDetail) -> [StyledLine] {
    let shown = detail.comments.suffix(IssuePaper.commentsInPreview)
    let earlier = detail.hiddenComments + detail.comments.count - shown.count
    var lines: [StyledLine] = []
    if earlier > 0 {
      let count: CleanText = "\(earlier.grouped) earlier \(earlier == 1 ? "comment" : "comments")"
      lines += [StyledLine(), StyledLine(count, .dim)]
    }
    return shown.reduce(into: lines) { $0 += said($1) }
  }

  /// Comments and what happened, oldest first, as one story.
  func history(of detail: IssueDetail) -> [StyledLine] {
    var lines: [StyledLine] = []
    if detail.hiddenComments > 0 {
      let words: CleanText =
        "\(detail.hiddenComments.grouped) older comments are not shown; watchbill issue show \(detail.issue.key.description) has them"
      lines += [StyledLine()] + words.wrapped(to: width).map { StyledLine($0, .dim) }
    }
    var events = detail.timeline.filter { !$0.words.hasPrefix("commented") }[...]
    var followsEvent = false
    func tell(until moment: Instant?) {
      while let event = events.first, moment.map({ event.at < $0 }) ?? true {
        if !followsEvent { lines.append(StyledLine()) }
        followsEvent = true
        lines += happened(event)
        events.removeFirst()
      }
    }
    for comment in detail.comments {
      tell(until: comment.createdAt)
      followsEvent = false
      lines += said(comment)
    }
    tell(until: nil)
    return lines
  }

  private func happened(_ event: TimelineEntry) -> [StyledLine] {
    let look = Style(.dim, isStruck: event.isUndone)
    let who = event.author.map { [person($0), Span(" ", .dim)] } ?? []
    let words = CleanText(event.words, limit: 400)
    let when = CleanText(" \(Age.long(event.at, now: now))")
    let undone = event.isUndone ? [Span(" (undone)", .dim)] : []
    let spans = who + [Span(words, look), Span(when, .time)] + undone
    return flowed(spans, width: max(1, width - 2)).enumerated().map { index, line in
      StyledLine([Span(index == 0 ? glyphs.bullet + " " : "  ", .dim)] + line.spans)
    }
  }

  private func said(_ comment: Comment) -> [StyledLine] {
    var head = [Span(CleanText(glyphs.horizontal, count: 2) + " ", .border)]
    head.append(comment.author.map { person($0) } ?? Span("somebody", .dim))
    if let verdict = verdict(of: comment.kind) { head.append(verdict) }
    head.append(Span(CleanText(" \(Age.long(comment.createdAt, now: now))"), .time))
    if comment.updatedAt > comment.createdAt, comment.redactedAt == nil {
      head.append(Span(", edited", .dim))
    }
    let used = head.reduce(0) { $0 + $1.text.width }
    if used + 2 < width {
      let rule = CleanText(glyphs.horizontal, count: width - used - 1)
      head.append(Span(" " + rule, .border))
    }
    var lines = [StyledLine(), StyledLine(head)]
    if comment.redactedAt != nil {
      lines.append(StyledLine("taken back by its author", .dim))
    } else if comment.body.trimmedPrefixIsEmpty {
      lines.append(StyledLine("no words", .dim))
    } else {
      lines += Markdown.render(comment.body, width: width, glyphs: glyphs, limit: commentLimit)
    }
    return lines
  }

  private func verdict(of kind: CommentKind) -> Span? {
    switch kind {
    case .comment: nil
    case .reviewed: Span(" reviewed", .dim)
    case .approved: Span(" approved", .success)
    case .changesRequested: Span(" asked for changes", .warning)
    case .dismissed: Span(" review dismissed", .dim)
    case .reviewComment: Span(" on the change", .dim)
    }
  }
}
