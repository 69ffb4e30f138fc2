import Canvas
import Foundation
import Testing

@Suite struct MarkdownTests {
  @Test(arguments: [24, 60])
  func `a whole body looks as in the picture beside this test`(width: Int) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Markdown")
    let source = try String(contentsOf: folder.appending(path: "handover.md"), encoding: .utf8)
    let picture = folder.appending(path: "handover-\(width).txt")
    let drawn = text(source, width: width).map { $0 + "\n" }.joined()
    #expect(drawn == (try String(contentsOf: picture, encoding: .utf8)))
  }

  @Test func `an empty body has no lines`() {
    #expect(text("").isEmpty)
    #expect(text(" \n\n").isEmpty)
    #expect(text("words", width: 0).isEmpty)
  }

  @Test func `a heading shows its level without colour`() {
    #expect(text("# One\n### Three") == ["# One", "", "### Three"])
    #expect(span("One", of: "# One")?.style == Style(.heading, isBold: true))
  }

  @Test func `emphasis is a flag of the style`() {
    #expect(span("a", of: "**a**")?.style.isBold == true)
    #expect(span("a", of: "_a_")?.style.isItalic == true)
    #expect(span("a", of: "~~a~~")?.style.isStruck == true)
    #expect(span("a", of: "`a`")?.style.role == .code)
  }

  @Test func `code is cut and never wrapped`() {
    #expect(
      text("```swift\nlet  x = 1\n\tlong long line\n```", width: 12)
        == ["  swift", "  let  x = 1", "      long …"])
  }

  @Test func `list items hang under their first word`() {
    #expect(text("- one two\n- b", width: 6) == ["one", "two", "b"])
    #expect(text("- one two\n- b", width: 10) == ["• one two", "• b"])
    #expect(text("- one two three", width: 10) == ["• one two", "  three"])
    #expect(text("9. a\n10. b") == [" 9. a", "10. b"])
  }

  @Test func `tasks have boxes`() {
    #expect(text("- [x] a\n- [ ] b", glyphs: .ascii) == ["[x] a", "[ ] b"])
    #expect(text("- [x] a\n- [ ] b") == ["☑ a", "☐ b"])
  }

  @Test func `comments in HTML are not shown`() {
    #expect(text("a <!-- b --> c") == ["a c"])
    #expect(text("<!-- a\n\nb -->\nc") == ["c"])
    #expect(text("<!-- never ended\n\nc") == [])
    #expect(text("<b>x</b>") == ["<b>x</b>"])
  }

  @Test func `a picture is its description or its file`() {
    #expect(text("![the graph](https://e.org/g.png)") == ["[image: the graph]"])
    #expect(text("![](https://e.org/g.png)") == ["[image: g.png]"])
  }

  @Test func `a body over the limit says how much more there is`() {
    let lines = Markdown.render(
      "one\n" + String(repeating: "two\n", count: 1000), width: 40, glyphs: .unicode, limit: 6)
    #expect(lines.map(\.bareText) == ["one", "", "… 4 KiB more"])
  }

  @Test func `an excerpt is one line without markup`() {
    let source = """
      <!-- template -->
      # Router

      - **down** since
        `10:00`, see [log](http://e.org)
      """
    #expect(Markdown.plain(source, limit: 100) == "Router down since 10:00, see log")
    #expect(Markdown.plain(source, limit: 8) == "Router d")
    #expect(Markdown.plain(source, limit: 7) == "Router")
    #expect(Markdown.plain("", limit: 7) == "")
  }

  @Test func `done tasks are counted`() throws {
    let progress = try #require(Markdown.taskProgress("- [x] a\n- [ ] b\n  - [X] c\n\n`[ ]`"))
    #expect(progress == (done: 2, total: 3))
    #expect(Markdown.taskProgress("no [ ] box") == nil)
    #expect(Markdown.taskProgress("none") == nil)
  }
}
