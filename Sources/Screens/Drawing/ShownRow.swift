import Canvas
import Domain

/// What is drawn of a row: its texts cleaned and measured once.
struct ShownRow: Sendable, Equatable {
  var key: CleanText
  /// The title, the words that were looked for apart from the others.
  var title: [Span]
  var titleWidth: Int
  var person: CleanText
  /// Each label's name in its colour.
  var labels: [Span]
  var comments: CleanText
  private var isASCII: Bool

  /// The most columns of a title that are ever drawn.
  private static let widest = 300

  init(_ issue: IssueSummary, words: [Query.Text], _ glyphs: Glyphs) {
    isASCII = glyphs == .ascii
    key = CleanText(issue.key.description)
    title = ShownRow.title(of: issue, words)
    titleWidth = title.reduce(0) { $0 + $1.text.width }
    person = ShownRow.person(of: issue, glyphs)
    labels = issue.labels.map { label in
      Span(
        CleanText(label.name, fitting: 20, ellipsis: glyphs.ellipsis),
        Style(.label, tint: label.tint))
    }
    comments = issue.commentCount > 0 ? CleanText(issue.commentCount.short) : .empty
  }

  /// Whether it was made for these glyphs.
  func isFor(_ glyphs: Glyphs) -> Bool { isASCII == (glyphs == .ascii) }

  private static func title(of issue: IssueSummary, _ words: [Query.Text]) -> [Span] {
    let style = Style(issue.status.isOpen ? .text : .dim)
    let raw = issue.title
    let found = words.flatMap { $0.ranges(in: raw) }.sorted { $0.lowerBound < $1.lowerBound }
    guard !found.isEmpty else { return [Span(CleanText(raw, limit: widest), style)] }
    var spans: [Span] = []
    var place = raw.startIndex
    for range in found where range.lowerBound >= place {
      spans.append(Span(CleanText(String(raw[place..<range.lowerBound]), limit: widest), style))
      spans.append(Span(CleanText(String(raw[range]), limit: widest), .match))
      place = range.upperBound
    }
    spans.append(Span(CleanText(String(raw[place...]), limit: widest), style))
    return spans.filter { !$0.text.isEmpty }
  }

  /// The owner, else the first who helps and how many more.
  private static func person(of issue: IssueSummary, _ glyphs: Glyphs) -> CleanText {
    if let owner = issue.owner { return CleanText(owner, fitting: 14, ellipsis: glyphs.ellipsis) }
    guard let first = issue.assignees.first else { return .empty }
    let more = issue.assignees.count > 1 ? CleanText("+\(issue.assignees.count - 1)") : .empty
    return CleanText(first, fitting: 14 - more.width, ellipsis: glyphs.ellipsis) + more
  }
}

extension Int {
  /// The number in at most four columns: `999`, `1.2k` as `1k`, `9k+`.
  var short: String { self < 1000 ? "\(self)" : self < 10_000 ? "\(self / 1000)k" : "9k+" }
}
