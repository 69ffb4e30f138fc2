import Domain
import Support
import Testing

@Suite struct JSONCursorTests {
  @Test func `whatever is written reads back equal`() throws {
    var random = SeededRandom(seed: 41)
    for _ in 0..<2000 {
      let value = JSONValue.random(using: &random)
      var writer = JSONWriter()
      value.write(to: &writer)
      #expect(try JSONValue(writer.text) == value)
    }
  }

  @Test(arguments: [
    (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"),
    (#""\u00e9\u4f5C""#, "é作"),
    (#""\ud83d\ude00!""#, "😀!"),
    (#""\ud83d""#, "\u{FFFD}"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    (#""\ude00x""#, "\u{FFFD}x"),
    (#""\u0000 NUL""#, "\u{0} NUL"),
    (#""""#, ""),
  ])
  func `an escape becomes its character`(json: String, text: String) throws {
    #expect(try JSONValue(json) == .string(text))
  }

  @Test func `the largest and smallest whole numbers are read, larger ones refused`() throws {
    #expect(try JSONValue("\(Int.max)") == .integer(.max))
    #expect(try JSONValue("\(Int.min)") == .integer(.min))
    #expect(throws: InterchangeError.self) { try JSONValue("9223372036854775808") }
    #expect(throws: InterchangeError.self) { try JSONValue("1.5") }
  }

  @Test(arguments: [
    "", " ", "nul", "trueish", "01", "1.", "1e", "+1", "-", ".5", "[1,]", "[1 2]", "[,1]",
    "{\"a\"}",
    "{\"a\":}", "{\"a\":1,}", "{a:1}", "{\"a\":1 \"b\":2}", "[1}", "{\"a\":1]", "\"\\x\"",
    "\"\\u12g4\"",
    "\"tab\there\"", "\"open", "'a'", "[1]2", "NaN", "// no", "{\"a\" 1}", "\"\\",
  ])
  func `what RFC 8259 forbids is refused`(text: String) {
    #expect(throws: InterchangeError.self) {
      var cursor = JSONCursor(Array(text.utf8))
      try cursor.skip()
      try cursor.end()
    }
  }

  @Test func `nesting is bounded, not the stack's to bound`() throws {
    let deepest = JSONCursor.deepest
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeating: UInt8(ascii: "["), count: depth)
        + Array(repeating: UInt8(ascii: "]"), count: depth)
    }
    var good = JSONCursor(nested(deepest))
    try good.skip()
    #expect(throws: InterchangeError.self) {
      var cursor = JSONCursor(nested(deepest + 1))
      try cursor.skip()
    }
    #expect(throws: InterchangeError.self) {
      var cursor = JSONCursor(nested(1_000_000))
      try cursor.skip()
    }
  }

  @Test func `a broken text is repaired and counted`() throws {
    var cursor = JSONCursor([0x22, 0x61, 0xFF, 0x62, 0x22])
    #expect(try cursor.string() == "a\u{FFFD}b")
    #expect(cursor.repairs == 1)
    var escaped = JSONCursor([0x22, 0x5C, 0x6E, 0xC3, 0x22])
    #expect(try escaped.string() == "\n\u{FFFD}")
    #expect(escaped.repairs == 1)
  }

  @Test func `a key is matched by its characters, however it is written`() throws {
    let text = #"{"title":1,"\u0074itle":2,"titles":3,"author_association_of":4}"#
    var cursor = JSONCursor(Array(text.utf8))
    var found: [Int] = []
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "title": found.append(try cursor.integer())
      default: try cursor.skip()
      }
    }
    #expect(found == [1, 2])
  }

  @Test func `a writer continues behind bytes that are there`() {
    var bytes = Array("x".utf8)
    JSONWriter.append(to: &bytes) { writer in
      writer.beginObject()
      writer.member("at", Instant(milliseconds: 1_769_851_800_250))
      writer.member("none", nil as String?)
      writer.key("share")
      writer.number(0.5)
      writer.key("lost")
      writer.number(.infinity)
      writer.key("raw")
      writer.raw("{\n \"a b\": [1,\n2]}")
      writer.endObject()
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text == #"x{"at":"2026-01-31T09:30:00.250Z","share":0.5,"lost":null,"raw":{"a b":[1,2]}}"#)
  }

  @Test func `times are written as Instant itself writes them`() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<2000 {
      let instant = Instant(
        milliseconds: Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &random))
      var writer = JSONWriter()
      writer.instant(instant)
      #expect(writer.text == "\"\(instant.iso8601)\"")
    }
  }
}
