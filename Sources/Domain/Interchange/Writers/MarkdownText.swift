/// A Markdown text set into a larger document.
struct MarkdownText {
  private var lines: [Substring]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      // Swift sees CR LF as one character, which is no "\n".
      $0.split(separator: "\r\n", omittingEmptySubsequences: false)
    }
    while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
  }

  /// The text with its headings some levels lower, and a code block it left open closed.
  ///
  /// `# A` becomes `### A`; a line underlined by `===` or `---` becomes one of
  /// those too. Code blocks stay as they are.
  func demoted(by levels: Int) -> String {
    var result: [String] = []
    var fence: Substring?
    for line in lines {
      let content = line.drop { $0 == " " }
      let indent = line.count - content.count
      if let open = fence {
        result.append(String(line))
        if indent < 4, content.closes(open) { fence = nil }
      } else if indent >= 4 {
        result.append(String(line))
      } else if let marks = content.fence {
        fence = marks
        result.append(String(line))
      } else if let level = content.headingLevel {
        let marks = String(repeating: "#", count: min(6, level + levels))
        result.append(marks + content.drop { $0 == "#" })
      } else if let level = content.underlineLevel, let text = result.paragraphEnd {
        result[result.count - 1] =
          String(repeating: "#", count: min(6, level + levels)) + " " + text
      } else {
        result.append(String(line))
      }
    }
    if let fence { result.append(String(fence)) }
    return result.joined(separator: "\n")
  }
}

extension String {
  /// Every line as a block quote's.
  var quoted: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }
}

extension Substring {
  /// The marks that open a code block here: three or more backticks or tildes.
  fileprivate var fence: Substring? {
    guard let mark = first, mark == "`" || mark == "~" else { return nil }
    let marks = prefix { $0 == mark }
    guard marks.count >= 3 else { return nil }
    // A line of backticks with another behind them is code within a paragraph.
    return mark == "`" && self[marks.endIndex...].contains("`") ? nil : marks
  }

  fileprivate func closes(_ open: Substring) -> Bool {
    let marks = prefix { $0 == open.first }
    return marks.count >= open.count && self[marks.endIndex...].allSatisfy(\.isWhitespace)
  }

  fileprivate var headingLevel: Int? {
    let marks = prefix { $0 == "#" }
    guard (1...6).contains(marks.count) else { return nil }
    let rest = self[marks.endIndex...]
    return rest.isEmpty || rest.first?.isWhitespace ?? false ? marks.count : nil
  }

  /// 1 for a line of `=`, 2 for one of `-`.
  fileprivate var underlineLevel: Int? {
    guard let mark = first, mark == "=" || mark == "-" else { return nil }
    guard drop(while: { $0 == mark }).allSatisfy(\.isWhitespace) else { return nil }
    return mark == "=" ? 1 : 2
  }
}

extension [String] {
  /// The last line when it is a paragraph by itself, which an underline makes a heading.
  fileprivate var paragraphEnd: String? {
    guard let last, let first = last.first(where: { !$0.isWhitespace }) else { return nil }
    guard !last.hasPrefix("    "), !"#>-*+|`~".contains(first) else { return nil }
    return dropLast().last?.contains { !$0.isWhitespace } ?? false ? nil : last
  }
}
