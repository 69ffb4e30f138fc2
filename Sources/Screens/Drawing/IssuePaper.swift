import Canvas
import Domain

/// An issue laid out as lines of one width: for the preview, or whole.
struct IssuePaper {
  let width: Int
  let now: Instant
  let glyphs: Glyphs
  /// Whether everything is said, or only what helps to choose.
  let isWhole: Bool

  /// How much of a body is laid out; the editor shows the rest.
  private var bodyLimit: Int { isWhole ? 256 * 1024 : 8 * 1024 }
  var commentLimit: Int { isWhole ? 64 * 1024 : 2 * 1024 }
  static let commentsInPreview = 3

  func lines(of detail: IssueDetail) -> [StyledLine] {
    var lines = head(of: detail.issue)
    lines += isWhole ? facts(of: detail.issue) : brief(of: detail.issue)
    lines.append(StyledLine())
    if detail.issue.body.trimmedPrefixIsEmpty {
      lines.append(StyledLine("Nothing is written about it yet.", .dim))
    } else {
      lines += Markdown.render(
        detail.issue.body, width: width, glyphs: glyphs, limit: bodyLimit)
    }
    lines += isWhole ? history(of: detail) : latestComments(of: detail)
    return lines
  }

  /// The key and the title, the title over as many lines as it needs (three in the preview).
  private func head(of issue: Issue) -> [StyledLine] {
    let key = CleanText(issue.key.description)
    let indent = key.width + 2 < width / 2 ? key.width + 2 : 0
    let room = max(1, width - indent)
    let limit = isWhole ? 20 : 3
    let title = CleanText(issue.title, limit: room * (limit + 1))
    var wrapped = title.wrapped(to: room)
    if wrapped.count > limit {
      wrapped = Array(wrapped.prefix(limit))
      let last = wrapped[limit - 1].prefix(max(0, room - 2))
      wrapped[limit - 1] = last + CleanText(" ") + glyphs.ellipsis
    }
    var lines = wrapped.map { line in
      StyledLine([Span(.blank(indent), .text), Span(line, .title)])
    }
    if indent == 0 {
      lines.insert(StyledLine(key, .key), at: 0)
    } else {
      lines[0].spans[0] = Span(key.padded(to: indent), .key)
    }
    return lines
  }
}

extension CleanText {
  /// A glyph so many times.
  init(_ glyph: Unicode.Scalar, count: Int) {
    self.init(String(repeating: String(glyph), count: max(0, count)))
  }
}

extension String {
  /// Whether its beginning holds no word; a long text is not looked through.
  var trimmedPrefixIsEmpty: Bool { utf8.prefix(4096).allSatisfy { $0 <= 0x20 } }
}
