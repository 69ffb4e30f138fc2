import Testing

@testable import Canvas

@Suite struct GridTests {
  private func grid(_ width: Int, _ height: Int = 1) -> Grid {
    Grid(size: Size(width: width, height: height))
  }

  @Test func `a wide cell owns the next one`() {
    var grid = grid(4)
    #expect(grid.write("作a", x: 0, y: 0, .text) == 3)
    #expect(grid[x: 0, y: 0].text == "作")
    #expect(grid[x: 1, y: 0].isContinuation)
    #expect(grid.lines == ["作a"])
  }

  @Test func `overwriting the first half of a wide cell blanks the second`() {
    var grid = grid(4)
    grid.write("作者", x: 0, y: 0, .text)
    grid.write("x", x: 0, y: 0, .text)
    #expect(grid.text(row: 0) == "x 者")
  }

  @Test func `overwriting the second half of a wide cell blanks the first`() {
    var grid = grid(4)
    grid.write("作者", x: 0, y: 0, .text)
    grid.write("x", x: 1, y: 0, .text)
    #expect(grid.text(row: 0) == " x者")
  }

  @Test func `a wide cell put between two others blanks their halves`() {
    var grid = grid(4)
    grid.write("作者", x: 0, y: 0, .text)
    grid.write("前", x: 1, y: 0, .text)
    #expect(grid.text(row: 0) == " 前 ")
  }

  @Test func `filling across wide cells leaves no half`() {
    var grid = grid(6)
    grid.write("作者前", x: 0, y: 0, .text)
    grid.fill(Rect(x: 1, y: 0, width: 4, height: 1), .bar)
    #expect(grid.text(row: 0) == "      ")
  }

  @Test func `a wide cell that does not fit is a blank`() {
    var grid = grid(3)
    #expect(grid.write("a作者", x: 0, y: 0, .text) == 3)
    #expect(grid.text(row: 0) == "a作")
    #expect(grid.write("ab作", x: 0, y: 0, .text) == 3)
    #expect(grid.text(row: 0) == "ab ")
    #expect(grid.write("作", x: 0, y: 0, .text, maxWidth: 1) == 1)
  }

  @Test func `text that begins left of the grid loses its beginning`() {
    var grid = grid(4)
    grid.write("abcd", x: -2, y: 0, .text)
    #expect(grid.text(row: 0) == "cd  ")
    grid.write("作者", x: -1, y: 0, .text)
    #expect(grid.text(row: 0) == " 者 ")
    grid.write("abcdef", x: -3, y: 0, .text, maxWidth: 2)
    #expect(grid.text(row: 0) == " 者 ")
  }

  @Test func `marks join the character before them`() {
    var grid = grid(4)
    #expect(grid.write("e\u{301}作\u{301}", x: 0, y: 0, .text) == 3)
    #expect(grid[x: 0, y: 0].text == "e\u{301}")
    #expect(grid[x: 1, y: 0].text == "作\u{301}")
  }

  @Test func `whatever is written, the border stands`() {
    var dice = Dice(seed: 11)
    for _ in 0..<1000 {
      var grid = grid(20, 3)
      grid.box(grid.bounds, glyphs: .unicode)
      let text = CleanText(dice.text(length: 14))
      grid.write(text, x: 1, y: 1, style: Style(.text), maxWidth: 18)
      let columns = grid.text(row: 1).unicodeScalars.reduce(0) { $0 + TextWidth.columns(of: $1) }
      #expect(columns == 20)
      #expect(grid[x: 19, y: 1].text == "│")
    }
  }

  @Test func `drawing outside of the grid does nothing`() {
    for (width, height) in [(0, 0), (1, 1), (2, 2), (3, 1)] {
      var grid = grid(width, height)
      for x in -3...3 {
        for y in -3...3 {
          grid.write("作a作", x: x, y: y, .text)
          grid.box(Rect(x: x, y: y, width: 4, height: 3), glyphs: .ascii)
          grid.fill(Rect(x: x, y: y, width: 9, height: 9), .bar)
          grid.select(Rect(x: x, y: y, width: 9, height: 1))
        }
      }
      #expect(grid.lines.count == height)
    }
  }

  @Test func `a box has its corners`() {
    var grid = grid(4, 3)
    grid.box(grid.bounds, glyphs: .unicode)
    #expect(grid.lines == ["╭──╮", "│  │", "╰──╯"])
  }

  @Test func `a style survives packing, with every role`() {
    for role in Role.allCases {
      #expect(Role.all[Role.index(of: role)] == role)
      let style = Style(role, isSelected: true, tint: 0xABCDEF, isItalic: true, isStruck: true)
      #expect(Style(packed: style.packed) == style)
      #expect(Style(packed: Style(role).packed) == Style(role))
    }
  }

  @Test func `runs tell where a style begins and ends`() {
    var grid = grid(6)
    grid.write("ab", x: 2, y: 0, .key)
    let runs = grid.runs(row: 0)
    #expect(runs.map(\.columns) == [0..<2, 2..<4, 4..<6])
    #expect(runs[1].style == Style(.key))
  }
}
