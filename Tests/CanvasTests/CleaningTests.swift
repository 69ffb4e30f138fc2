import Canvas
import Testing

@Suite struct CleaningTests {
  @Test(arguments: [
    ("plain text", "plain text"),
    ("two\nlines", "two lines"),
    ("two\r\nlines", "two lines"),
    ("two\rlines", "two lines"),
    ("a\tb", "a b"),
    ("para\u{2029}graph\u{2028}line\u{85}next", "para graph line next"),
    ("red \u{1B}[31mtext", "red \u{241B}[31mtext"),
    ("title\u{1B}]0;owned\u{7}", "title\u{241B}]0;owned\u{2407}"),
    ("del\u{7F}", "del\u{2421}"),
    ("nul\u{0}", "nul\u{2400}"),
    ("8-bit \u{9B}31m", "8-bit \u{FFFD}31m"),
    ("C1 \u{90}\u{9D}\u{9C}x", "C1 \u{FFFD}x"),
    ("user\u{202E}txt.exe", "user\u{FFFD}txt.exe"),
    ("\u{2066}\u{2067}isolated\u{2069}", "\u{FFFD}isolated\u{FFFD}"),
    ("mark\u{200E}\u{200F}\u{61C}s", "marks"),
    ("zero\u{200B}\u{200C}\u{2060}\u{FEFF}width", "zerowidth"),
    ("soft\u{AD}hyphen", "softhyphen"),
    ("noncharacter \u{FFFE}\u{E0FFF}", "noncharacter \u{FFFD}"),
    ("tags \u{E0041}\u{E0042}!", "tags \u{FFFD}!"),
    ("selectors\u{FE0F}\u{FE0F}\u{E0101}", "selectors"),
    ("filler\u{3164}\u{115F}\u{FFA0}", "filler"),
  ])
  func `what must not reach the screen is shown as a substitute or dropped`(
    raw: String, clean: String
  ) {
    #expect(CleanText(raw).characters == clean)
  }

  @Test func `a family of emoji is its first member, two columns wide`() {
    let text = CleanText("👩‍👩‍👧‍👦!")
    #expect(text.characters == "👩!")
    #expect(text.width == 3)
  }

  @Test func `a skin tone joins the emoji before it, and stands alone elsewhere`() {
    #expect(CleanText("👍🏽").characters == "👍")
    #expect(CleanText("a🏽").width == 3)
  }

  @Test func `a flag is drawn as its letters`() {
    #expect(CleanText("🇩🇪").characters == "DE")
    #expect(CleanText("🏴󠁧󠁢󠁥󠁮󠁧󠁿x").characters == "🏴x")
  }

  @Test func `an emoji that is text by default stays one column`() {
    #expect(CleanText("❤️").width == 1)
  }

  @Test func `a character keeps two marks of a stack`() {
    let stack = "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}"
    #expect(CleanText(stack + "x").characters == "e\u{301}\u{302}x")
    #expect(CleanText(String(repeating: "\u{301}", count: 1000)).characters == "◌\u{301}\u{301}")
  }

  @Test func `no scalar whatever leaves a control or an invisible behind`() {
    let planes = [0...0x1FFFF, 0xE0000...0xE1000, 0x10FF00...0x10FFFF] as [ClosedRange<UInt32>]
    for value in planes.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = CleanText("a\(String(scalar))b")
      #expect(text.width >= 2 && text.width <= 4)
      for drawn in text.characters.unicodeScalars {
        let isControl = drawn.value < 0x20 || (0x7F..<0xA0).contains(drawn.value)
        let isHidden =
          (0x200B...0x200F).contains(drawn.value) || (0x202A...0x202E).contains(drawn.value)
          || (0x2060...0x206F).contains(drawn.value)
          || drawn.value >= 0xE0000 && drawn.value < 0xF0000
        if isControl || isHidden { Issue.record("U+\(String(value, radix: 16))") }
      }
    }
  }

  @Test func `cleaning twice changes nothing more`() {
    var random = Dice(seed: 7)
    for _ in 0..<2000 {
      let once = CleanText(random.text(length: 12))
      let twice = CleanText(once.characters)
      #expect(once == twice)
    }
  }

  @Test func `a limit takes only the first columns`() {
    let long = String(repeating: "x", count: 100_000)
    #expect(CleanText(long, limit: 100).width == 100)
    #expect(CleanText("日本語", limit: 5).characters == "日本")
    #expect(CleanText("ae\u{301}i", limit: 2).characters == "ae\u{301}")
    let hidden = String(repeating: "\u{200B}", count: 100_000)
    #expect(CleanText(hidden + "end", limit: 10).isEmpty)
    #expect(CleanText("anything", limit: 0).isEmpty)
    #expect(CleanText("anything", limit: -1).isEmpty)
  }

  @Test func `lines end at any kind of break`() {
    let lines = CleanText.lines("one\r\ntwo\rthree\n\nfive\n")
    #expect(lines.map(\.characters) == ["one", "two", "three", "", "five"])
    #expect(CleanText.lines("a\nb\nc", limit: 2).map(\.characters) == ["a", "b"])
    #expect(CleanText.lines("").isEmpty)
  }
}
