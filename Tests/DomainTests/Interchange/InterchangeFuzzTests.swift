import Domain
import Support
import Testing

@Suite struct InterchangeFuzzTests: ReadsFiles {
  private static let seeds: [(ImportFormat, String)] = [
    (
      .ndjson, #"{"type":"issue","title":"aé","key":"A-1","created":"2026-01-01T00:00:00Z"}"# + "\n"
    ),
    (
      .gh, #"[{"number":1,"title":"a\ud83d\ude00","author":{"login":"x"},"state":"OPEN"},{"a":[]}]"#
    ),
    (
      .githubREST, #"[{"id":12,"title":"a","labels":[{"name":"b"}],"state":"open"}][{"title":"b"}]"#
    ),
    (
      .githubArchive,
      #"{"repo":"o/n","labels":["a"],"pulls":[{"title":"a","reviews":[{"comments":[{}]}]}]}"#
    ),
    (.csv, "title,status,created\n\"a\"\"b\",done,2026-01-01\nc;d,,\n"),
  ]

  @Test(arguments: seeds)
  func `broken bytes give records or an error with a line, and never a trap`(
    format: ImportFormat, text: String
  ) {
    var random = SeededRandom(seed: 99)
    let bytes = Array(text.utf8)
    for _ in 0..<1500 {
      var broken = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&broken, using: &random) }
      let whole = outcome(broken, format, piece: 1 << 20)
      let pieces = outcome(broken, format, piece: Int.random(in: 1...9, using: &random))
      #expect(whole.records == pieces.records)
      #expect(whole.error == pieces.error)
      if let error = whole.error {
        #expect(error.line >= 1 && error.column >= 1 && error.offset <= broken.count)
        #expect(!error.message.isEmpty && !error.advice.isEmpty)
      }
    }
  }

  @Test func `bytes of no meaning at all are refused or detected, never trapped over`() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        random.chance(50)
          ? UInt8.random(in: 0...255, using: &random)
          : Array("{}[]\",:\\u0".utf8).randomElement(using: &random) ?? 0
      }
      for format in ImportFormat.allCases { _ = outcome(bytes, format, piece: 7) }
    }
  }

  private func outcome(
    _ bytes: [UInt8], _ format: ImportFormat, piece: Int
  ) -> (records: [IncomingRecord], error: InterchangeError?) {
    do throws(InterchangeError) {
      return (try read(bytes, as: format, piece: piece).records, nil)
    } catch {
      return ([], error)
    }
  }

  private func mutate(_ bytes: inout [UInt8], using random: inout SeededRandom) {
    guard !bytes.isEmpty else { return bytes.append(UInt8.random(in: 0...255, using: &random)) }
    let at = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: at)
    case 2: bytes.insert(Array("{}[]\",:\\\n0".utf8).randomElement(using: &random) ?? 0, at: at)
    case 3: bytes.removeSubrange(at...)
    default: bytes.insert(contentsOf: bytes[at...].prefix(9), at: at)
    }
  }
}
