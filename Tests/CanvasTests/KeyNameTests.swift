import Canvas
import Testing

@Suite struct KeyNameTests {
  @Test(
    arguments: [
      ("a", .character("a")), ("G", .character("G")), ("space", .character(" ")),
      ("é", .character("é")),
      ("ctrl-x", .ctrl("x")), ("alt-enter", .alt(.enter)), ("pgdn", .pageDown),
      ("f12", .function(12)),
      ("shift-up", .shift(.up)), ("ctrl-left", .control(.left)), ("backtab", .backtab),
      ("-", .character("-")),
      ("alt-ctrl-x", .alt(.ctrl("x"))), ("ctrl-\\", .ctrl("\\")), ("f", .character("f")),
    ] as [(String, Key)])
  func `a key is written as it is read`(name: String, key: Key) {
    #expect(Key(name) == key)
    #expect(key.description == name)
  }

  @Test(arguments: ["", "f0", "f21", "ctrl-", "ctrl-1", "hyper-x", "shift-a", "ab", "\u{1B}"])
  func `what is no key's name is refused`(name: String) {
    #expect(Key(name) == nil)
  }

  @Test func `other spellings mean the same`() {
    #expect(Key("shift-tab") == .backtab)
    #expect(Key("ctrl-X") == .ctrl("x"))
    #expect(Key("ctrl-i") == .tab)
  }
}
