import Canvas
import Support
import Testing

@Suite struct MarkdownHostileTests {
  private static let widths = [1, 2, 3, 7, 20, 78, 200]

  @Test(arguments: widths)
  func `long words, wide characters and marks keep the width`(width: Int) {
    let source = """
      \(String(repeating: "w", count: 500)) 漢字かな、交じり文。👩‍👩‍👧🇩🇪 e\u{301}\u{301}\u{301}\u{301}

      - **漢**字\u{0}\u{1B}[31m\u{202E}abc\u{200B}\t\u{7F}
      > ## `漢字` _\u{301}x_

          漢字 code \u{1B}]8;;\u{7}
      """
    #expect(brokenLine(source, width: width) == nil)
  }

  @Test func `CJK text wraps between characters and not before a stop`() {
    #expect(text("漢字漢字。漢", width: 8) == ["漢字漢", "字。漢"])
    #expect(text("漢字", width: 1) == ["?", "?"])
  }

  @Test(arguments: [">", "- ", "1. ", "> - ", "*a_ ", "![", "[a](", "<b>", "**a "])
  func `nesting by ten thousand neither overflows nor widens`(mark: String) {
    let source = String(repeating: mark, count: 10_000) + "a"
    for width in [1, 20, 78] { #expect(brokenLine(source, width: width) == nil) }
  }

  /// Each of these takes the parser alone from seconds to minutes, or gigabytes.
  @Test(
    .timeLimit(.minutes(5)), arguments: ["![[]()", "<?", "<!A ", "<![CDATA[", ")", "a@", "x\n"])
  func `text that a parser is slow with is tamed`(mark: String) {
    let head = "www.a|" + String(repeating: "b|", count: 99)
    let rule = String(repeating: "-|", count: 100)
    let source = "a www.a" + String(repeating: mark, count: 120_000 / mark.utf8.count)
    #expect(brokenLine(source, width: 78) == nil)
    #expect(brokenLine("\(head)\n\(rule)\n\(source)", width: 78) == nil)
  }

  @Test(.timeLimit(.minutes(5)))
  func `blank lines in a deep list are tamed`() {
    let source =
      String(repeating: "- ", count: 20_000) + "a" + String(repeating: "\n", count: 100_000)
    #expect(brokenLine(source, width: 78) == nil)
  }

  @Test func `ten megabytes are cut`() {
    let source = String(repeating: "words and words\n", count: 655_360)
    let last = Markdown.render(source, width: 40, glyphs: .unicode).last
    #expect(last?.bareText == "… 9984 KiB more")
    #expect(Markdown.plain(source, limit: 11) == "words and w")
  }

  @Test func `a cut never parts a character`() {
    for limit in 0..<8 {
      let lines = Markdown.render("é漢👩", width: 40, glyphs: .unicode, limit: limit)
      #expect(!lines.contains { $0.bareText.contains("\u{FFFD}") })
    }
  }

  @Test(arguments: 0..<40)
  func `random markup keeps the width`(seed: UInt64) {
    let pieces = [
      "a", "word ", "漢字", "👩‍👩‍👧", "\u{301}", "*", "**", "_", "~~", "`", "```", "\n",
      "\n\n", "  ", "    ", "> ", "- ", "1. ", "- [x] ", "#", "# ", "|", "|-|-|\n", "[", "](",
      ")", "![", "<", ">", "<!--", "-->", "http://e.org", "@ana", "#12", "API-7", "\\", "&amp;",
      "\t", "\u{0}", "\u{1B}", "[^1]",
      "[^1]: ", "---\n", "  \n", "\r", "\u{202E}", ":", "\u{AD}",
    ]
    var random = SeededRandom(seed: seed)
    let source = (0..<400).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    for width in Self.widths { #expect(brokenLine(source, width: width) == nil) }
    #expect(Markdown.plain(source, limit: 50).count <= 50)
    _ = Markdown.taskProgress(source)
  }
}
