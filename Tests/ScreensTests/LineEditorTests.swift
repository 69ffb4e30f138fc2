import Canvas
import Testing

@testable import Screens

@Suite struct LineEditorTests {
  private func editor(_ text: String, _ keys: String) -> LineEditor {
    var editor = LineEditor(text)
    for key in keys.split(separator: " ").compactMap({ Key(String($0)) }) { _ = editor.take(key) }
    return editor
  }

  @Test(arguments: [
    ("naïve 作者 👨‍👩‍👧‍👦", "backspace", "naïve 作者 "),
    ("one two", "ctrl-w", "one "),
    ("one two", "alt-b alt-b ctrl-k", ""),
    ("one two", "alt-b ctrl-u", "two"),
    ("one two", "ctrl-a alt-d", " two"),
    ("one two", "ctrl-a delete delete", "e two"),
    ("one two", "ctrl-w ctrl-a ctrl-y", "twoone "),
    ("ab", "left x right y", "axby"),
    ("", "backspace ctrl-w ctrl-u left right x", "x"),
  ])
  func `keys edit as in the shell`(_ text: String, _ keys: String, _ expected: String) {
    #expect(editor(text, keys).text == expected)
  }

  @Test func `an accent typed after its letter joins it`() {
    var editor = LineEditor("e")
    editor.insert("\u{301}")
    #expect(editor.characters.count == 1)
    #expect(editor.cursor == 1)
  }

  @Test func `line breaks become blanks unless they may stay`() {
    var title = LineEditor()
    title.insert("a\r\nb\nc")
    #expect(title.text == "a b c")
    var comment = LineEditor("", keepsLineBreaks: true)
    comment.insert("a\nb")
    #expect(comment.text == "a\nb")
  }

  @Test(arguments: 1...12)
  func `the cursor is always in sight, whatever the width`(_ width: Int) {
    var editor = LineEditor("wide 作者作者 and on and on")
    for _ in 0...editor.characters.count {
      var grid = Grid(size: Size(width: width, height: 1))
      editor.draw(into: &grid, grid.bounds, glyphs: .unicode)
      #expect(grid.cursor.map { (0..<width).contains($0.x) } == true)
      _ = editor.take(.left)
    }
  }
}
