import Canvas
import Testing

@Suite struct WidthTests {
  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("作", 2), ("각", 2), ("👩", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("❤", 1), ("❤️", 2),
      ("│", 1), ("…", 1), ("\u{301}", 0), ("ｱ", 1), ("Ａ", 2), ("☑", 1), ("◐", 1), ("�", 1),
    ] as [(Character, Int)])
  func `a character takes the columns terminals give it`(character: Character, columns: Int) {
    #expect(TextWidth.columns(of: character) == columns)
  }

  @Test func `every sign of ours takes one column`() {
    for glyphs in [Glyphs.unicode, .ascii] {
      let signs =
        [
          glyphs.ellipsis, glyphs.bullet, glyphs.marker, glyphs.separator, glyphs.unread,
          glyphs.left, glyphs.right, glyphs.up, glyphs.down, glyphs.folded, glyphs.unfolded,
          glyphs.warning, glyphs.failure, glyphs.success, glyphs.filled, glyphs.shaded,
        ] + glyphs.bars + Role.allCases.map(glyphs.mark)
      for sign in signs { #expect(sign.width == 1) }
    }
  }

  @Test func `the ASCII signs are ASCII, and every Unicode sign has a likeness`() {
    #expect(Role.allCases.allSatisfy { Glyphs.ascii.mark($0).isASCII })
    #expect(Glyphs.ascii.bars.allSatisfy { $0.isASCII })
    for scalar in "─│╭╮╰╯├┤┬┴┼…•▌·●←→↑↓█░".unicodeScalars {
      #expect(Glyphs.ascii(for: scalar) != "?")
    }
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect((0x20..<0x7F).contains(Glyphs.ascii(for: scalar).value))
    }
  }

  @Test func `a sparkline has a bar for each value`() {
    #expect(Glyphs.unicode.sparkline([0, 1, 4, 8]).characters == " ▁▄█")
    #expect(Glyphs.unicode.sparkline([]).isEmpty)
    #expect(Glyphs.ascii.sparkline([-1, 0]).characters == "  ")
  }
}
