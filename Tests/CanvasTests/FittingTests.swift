import Canvas
import Testing

@Suite struct FittingTests {
  @Test func `text that fits is left alone, and cut text says so`() {
    #expect(CleanText("handover").truncated(to: 8).characters == "handover")
    #expect(CleanText("handover").truncated(to: 5).characters == "hand…")
    #expect(CleanText("handover").truncated(to: 5, ellipsis: "~").characters == "hand~")
    #expect(CleanText("handover").truncated(to: 0).characters == "")
    #expect(CleanText("作者の名前").truncated(to: 6).characters == "作者…")
    #expect(CleanText("作者の名前", fitting: 6).width == 5)
  }

  @Test func `padding counts columns, not characters`() {
    #expect(CleanText("作者").padded(to: 6).characters == "作者  ")
    #expect(CleanText("42").rightAligned(to: 4).characters == "  42")
  }

  @Test func `wrapping breaks at blanks and drops them`() {
    let lines = CleanText("the pager moves at nine").wrapped(to: 10)
    #expect(lines.map(\.characters) == ["the pager", "moves at", "nine"])
  }

  @Test func `wrapping cuts words that are longer than a line, and parts wide characters`() {
    #expect(CleanText("abcdefgh").wrapped(to: 3).map(\.characters) == ["abc", "def", "gh"])
    #expect(CleanText("作者の名前").wrapped(to: 5).map(\.characters) == ["作者", "の名", "前"])
    #expect(CleanText("").wrapped(to: 5).map(\.characters) == [""])
  }

  @Test func `no wrapped line is wider than asked`() {
    var random = Dice(seed: 3)
    for _ in 0..<500 {
      let text = CleanText(random.text(length: 40))
      for columns in 1...9 {
        for line in text.wrapped(to: columns) { #expect(line.width <= columns) }
      }
    }
  }
}
