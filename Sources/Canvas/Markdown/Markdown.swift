import CMarkdown

/// GitHub-flavoured Markdown, as lines to draw.
///
/// Bodies come from strangers: whatever they hold, no line is wider than asked,
/// the time it takes grows with the length alone, and every character passes
/// through `CleanText`.
///
///     Markdown.render("- [x] Ask **@ana**", width: 40, glyphs: .unicode)
///     // [x] Ask @ana
public struct Markdown {
  /// How much of a source is rendered unless said otherwise: 256 KiB.
  public static let defaultLimit = 256 * 1024

  /// The lines of a body, none wider than `width` cells.
  ///
  /// A source longer than `limit` bytes is cut at the end of a line, and a last
  /// line says how much there is more. An empty source has no lines.
  public static func render(
    _ source: String, width: Int, glyphs: Glyphs, limit: Int = defaultLimit
  ) -> [StyledLine] {
    guard width > 0 else { return [] }
    let tamed = MarkdownSource(source, limit: limit)
    var renderer = MarkdownRenderer(width: width, marks: MarkdownMarks(glyphs))
    MarkdownEvents.walk(tamed.bytes) { event in
      renderer.take(event)
      return true
    }
    renderer.sayHidden(bytes: tamed.hiddenBytes)
    return renderer.lines
  }

  /// The first `limit` characters of a body's words, on one line and without markup.
  public static func plain(_ source: String, limit: Int) -> String {
    guard limit > 0 else { return "" }
    // Markup and comments of a template may come before the first word.
    let tamed = MarkdownSource(source, limit: max(2048, 4 * limit))
    var excerpt = MarkdownExcerpt(limit: limit)
    MarkdownEvents.walk(tamed.bytes) { excerpt.take($0) }
    return excerpt.text
  }

  /// How many tasks of a body are done; nil if it has none.
  public static func taskProgress(_ source: String) -> (done: Int, total: Int)? {
    guard MarkdownSource.mayHaveTasks(source) else { return nil }
    var done = 0
    var total = 0
    MarkdownEvents.walk(MarkdownSource(source, limit: defaultLimit).bytes) { event in
      if event.kind == .item, event.task != .none {
        total += 1
        done += event.task == .done ? 1 : 0
      }
      return true
    }
    return total > 0 ? (done, total) : nil
  }
}
