import Domain
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct JournalCodingTests {
  @Test(arguments: [
    "", "plain", "title=5:hello", "a\nb\r\nc", "\u{301}accent first", "\u{FE0F}", "\u{200D}joined",
    "👨‍👩‍👧‍👦", "tirs f", "\u{202E}evil\u{1B}[31m", "作者", "=:=:",
  ])
  func `a text comes back as it was`(text: String) {
    let value = JournalValue.one(.text(text))
    expectSame(value)
    expectSame(.fields([.title: .text(text), .body: .text(text + text), .owner: .null]))
  }

  @Test func `any value comes back as it was`() {
    var random = SeededRandom(seed: 42)
    for _ in 0..<2000 {
      var fields: [Field: Value] = [:]
      for field in Field.allCases where random.chance(30) { fields[field] = value(&random) }
      expectSame(.fields(fields))
      expectSame(.one(value(&random)))
    }
  }

  @Test func `fields that only a newer program knows are skipped`() {
    let decoded = JournalCoding.decode(text: "ftitle=6:tHellohologram=9:x=:12:abcowner=0:")
    #expect(decoded == .fields([.title: .text("Hello"), .owner: .null]))
  }

  @Test(arguments: [
    "", "x", "iabc", "i", "rabc", "szz", "ftitle", "ftitle=", "ftitle=6", "ftitle=6:tHi",
    "ftitle=-1:tHello", "ftitle=99999999999999999999:t", "ftitle=1:é", "ftitle=2:q1",
  ])
  func `what nobody wrote is not read`(text: String) {
    #expect(JournalCoding.decode(text: text) == nil)
  }

  @Test func `no random bytes make it trap`() {
    var random = SeededRandom(seed: 7)
    let bytes = Array("ftirs=:0129-title owner".utf8)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        bytes[Int.random(in: 0..<bytes.count, using: &random)]
      }
      _ = JournalCoding.decode(text: "f" + String(decoding: text, as: UTF8.self))
    }
  }

  private func expectSame(_ value: JournalValue, _ place: SourceLocation = #_sourceLocation) {
    let column = JournalCoding.encode(value)?.databaseValue ?? .null
    let decoded = JournalCoding.decode(column)
    #expect(decoded == value, sourceLocation: place)
    // Equal texts may differ in their scalars; the bytes must not.
    #expect(
      decoded.flatMap(JournalCoding.encode)?.utf8.map(\.self)
        == JournalCoding.encode(value)?.utf8.map(\.self), sourceLocation: place)
  }

  private func value(_ random: inout SeededRandom) -> Value {
    let id = EntityID(high: random.next(), low: random.next())
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return .null
    case 1: return .integer(Int64(bitPattern: random.next()))
    case 2: return .reference(id)
    case 3: return .references((0..<Int.random(in: 0...3, using: &random)).map { _ in id })
    default:
      let scalars = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 1...0x1F9FF, using: &random))
      }
      return .text(String(String.UnicodeScalarView(scalars)))
    }
  }
}
