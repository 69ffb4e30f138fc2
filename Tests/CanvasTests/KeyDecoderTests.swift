import Canvas
import Testing

@Suite struct KeyDecoderTests {
  private func decode(_ text: String) -> [Input] {
    var decoder = KeyDecoder()
    return decoder.feed(Array(text.utf8)) + decoder.timeout()
  }

  @Test(
    arguments: [
      ("a", .character("a")), ("é", .character("é")), ("漢", .character("漢")),
      (" ", .character(" ")),
      ("\r", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
      ("\u{1}", .ctrl("a")), ("\u{1A}", .ctrl("z")), ("\u{0}", .ctrl("@")), ("\u{1C}", .ctrl("\\")),
      ("\u{1B}", .esc), ("\u{1B}x", .alt(.character("x"))), ("\u{1B}é", .alt(.character("é"))),
      ("\u{1B}\r", .alt(.enter)), ("\u{1B}[", .alt(.character("["))),
      ("\u{1B}O", .alt(.character("O"))),
      ("\u{1B}P", .alt(.character("P"))),
      ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right),
      ("\u{1B}[D", .left),
      ("\u{1B}[H", .home), ("\u{1B}OF", .end), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
      ("\u{1B}[8~", .end),
      ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp),
      ("\u{1B}[6~", .pageDown),
      ("\u{1B}[Z", .backtab), ("\u{1B}OP", .function(1)), ("\u{1B}[[A", .function(1)),
      ("\u{1B}[[E", .function(5)), ("\u{1B}[11~", .function(1)), ("\u{1B}[15~", .function(5)),
      ("\u{1B}[17~", .function(6)), ("\u{1B}[24~", .function(12)), ("\u{1B}[34~", .function(20)),
      ("\u{1B}[1;5A", .control(.up)), ("\u{1B}[1;2D", .shift(.left)), ("\u{1B}[1;3C", .alt(.right)),
      ("\u{1B}[1;6B", .control(.shift(.down))), ("\u{1B}[3;5~", .control(.delete)),
      ("\u{1B}[1;5P", .control(.function(1))), ("\u{1B}O5A", .control(.up)),
      ("\u{1B}[a", .shift(.up)), ("\u{1B}Oa", .control(.up)), ("\u{1B}[5$", .shift(.pageUp)),
      ("\u{1B}[5^", .control(.pageUp)), ("\u{1B}\u{1B}[A", .alt(.up)),
      ("\u{1B}OM", .enter), ("\u{1B}Oq", .character("1")), ("\u{1B}Ok", .character("+")),
      ("\u{1B}[97;5u", .ctrl("a")), ("\u{1B}[97;3u", .alt(.character("a"))),
      ("\u{1B}[27;5;97~", .ctrl("a")), ("\u{1B}[13;5u", .control(.enter)),
      ("\u{1B}[9;2u", .backtab),
    ] as [(String, Key)])
  func `bytes are the key that was pressed`(bytes: String, key: Key) {
    #expect(decode(bytes) == [.key(key)])
  }

  @Test(arguments: [
    "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{7}", "\u{1B}]10;rgb:eeee/eeee/eeee\u{1B}\\",
    "\u{1B}[?62;22c", "\u{1B}[>41;388;0c", "\u{1B}[?0u", "\u{1B}[1;1R", "\u{1B}[0n",
    "\u{1B}[?2026;2$y",
    "\u{1B}[4;2$y", "\u{1B}P>|XTerm(388)\u{1B}\\", "\u{1B}P1+r524742=31\u{1B}\\", "\u{1B}[8;24;80t",
    "\u{1B}[201~",
  ])
  func `late answers are swallowed`(answer: String) {
    #expect(decode(answer + "j") == [.key(.character("j"))])
  }

  @Test func `an answer that never ends gives way to the keys after it`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}]11;rgb:".utf8)).isEmpty)
    #expect(decoder.timeout().isEmpty)
    #expect(decoder.feed(Array("j".utf8)) == [.key(.character("j"))])
  }

  @Test func `a lone ESC waits shortly, a sequence longer, nothing for ever`() {
    var decoder = KeyDecoder()
    #expect(decoder.patience == nil)
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.patience == 25)
    #expect(decoder.feed([0x5B]).isEmpty)
    #expect(decoder.patience == 150)
    #expect(decoder.feed([0x42]) == [.key(.down)])
    #expect(decoder.patience == nil)
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.timeout() == [.key(.esc)])
  }

  @Test func `invalid UTF-8 is ignored`() {
    var decoder = KeyDecoder()
    let bytes: [UInt8] = [0xFF, 0xC0, 0x80, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xF5, 0x9B, 0x6A]
    #expect(decoder.feed(bytes) == [.key(.character("(")), .key(.character("j"))])
    #expect(decoder.feed(Array("\u{9B}k".utf8)) == [.key(.character("k"))])
  }

  @Test func `pasted text is one input, whatever is in it`() {
    let text = "q\n\u{1B}[A quit \u{1B}[20"
    #expect(
      decode("\u{1B}[200~\(text)\u{1B}[201~j") == [
        .paste(text, truncated: false), .key(.character("j")),
      ])
    #expect(decode("\u{1B}[200~\u{1B}\u{1B}[201~") == [.paste("\u{1B}", truncated: false)])
    #expect(decode("\u{1B}[200~never ends") == [.paste("never ends", truncated: false)])
  }

  @Test func `lines of a paste end in a line feed, however the terminal sends them`() {
    #expect(
      decode("\u{1B}[200~one\rtwo\r\nthree\nfour\r\r\n\u{1B}[201~") == [
        .paste("one\ntwo\nthree\nfour\n\n", truncated: false)
      ])
  }

  @Test func `a paste is bounded`() {
    let long = String(repeating: "x", count: (1 << 20) + 5)
    guard case .paste(let text, true)? = decode("\u{1B}[200~\(long)\u{1B}[201~").first else {
      Issue.record("not a truncated paste")
      return
    }
    #expect(text.utf8.count == 1 << 20)
  }

  @Test func `the mouse says what it did and where`() {
    #expect(decode("\u{1B}[<0;3;5M") == [.mouse(MouseEvent(.press, .left, x: 2, y: 4))])
    #expect(decode("\u{1B}[<2;3;5m") == [.mouse(MouseEvent(.release, .right, x: 2, y: 4))])
    #expect(decode("\u{1B}[<32;3;5M") == [.mouse(MouseEvent(.drag, .left, x: 2, y: 4))])
    #expect(decode("\u{1B}[<64;1;1M") == [.mouse(MouseEvent(.wheelUp, .none, x: 0, y: 0))])
    #expect(decode("\u{1B}[<65;1;1M") == [.mouse(MouseEvent(.wheelDown, .none, x: 0, y: 0))])
    #expect(decode("\u{1B}[M !!") == [.mouse(MouseEvent(.press, .left, x: 0, y: 0))])
    for broken in ["\u{1B}[<0;0;0M", "\u{1B}[<0;-1;-1M", "\u{1B}[<0;3M", "\u{1B}[<999;5;5M"] {
      #expect(decode(broken).isEmpty)
    }
  }

  @Test func `focus is told`() {
    #expect(decode("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
  }

  @Test func `any bytes, split anywhere, give the same inputs`() {
    var dice = Dice(seed: 42)
    let pieces: [[UInt8]] = [
      [0x1B], [0x5B], [0x4F], [0x41], [0x7E], [0x3B], [0x31], [0x32, 0x30, 0x30], [0x5D], [0x07],
      [0x1B, 0x5C], Array("é漢👩‍👩‍👧".utf8), [0x4D], [0x3C], [0x50], [0x0D], [0x18], [0xC3], [0x24],
      Array("\u{1B}[201~".utf8), Array("\u{1B}[200~".utf8), Array("\u{1B}[<0;3;5M".utf8),
    ]
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...40, using: &dice) {
        if Bool.random(using: &dice) {
          bytes += pieces[Int.random(in: 0..<pieces.count, using: &dice)]
        } else {
          bytes.append(UInt8.random(in: 0...255, using: &dice))
        }
      }
      var whole = KeyDecoder()
      let expected = whole.feed(bytes) + whole.timeout()
      var parted = KeyDecoder()
      var inputs: [Input] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...rest.count, using: &dice)
        inputs += parted.feed(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      inputs += parted.timeout()
      #expect(inputs == expected)
      #expect(parted.patience == nil)
    }
  }
}
