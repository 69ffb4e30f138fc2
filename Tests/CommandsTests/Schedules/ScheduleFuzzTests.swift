import Domain
import Support
import Testing

@testable import Commands

/// That no bytes trap the reader, and that every fault has its place in them.
@Suite struct ScheduleFuzzTests {
  private func check(_ bytes: [UInt8], _ seed: Int) {
    do throws(ScheduleFault) {
      _ = try ScheduleReader(ScheduleFixture.book().world).read(bytes)
    } catch {
      let lines = bytes.count { $0 == 0x0A } + bytes.count { $0 == 0x0D } + 1
      // Yams counts more characters as line ends than we do.
      let exotic = String(decoding: bytes, as: UTF8.self).unicodeScalars.count {
        ["\u{85}", "\u{2028}", "\u{2029}"].contains($0)
      }
      #expect((1...lines + exotic).contains(error.line), "seed \(seed): \(error)")
      #expect(error.column >= 1 && !error.reason.isEmpty, "seed \(seed): \(error)")
      #expect(!error.description.contains("\n"), "seed \(seed): \(error)")
    }
  }

  @Test func `changed bytes are read or refused`() {
    let original = Array(ScheduleFixture.full.utf8)
    let pieces = [
      "*a", "&a ", "? ", ": ", "- ", "[", "]", "{", "}", "\n", "\t", "\"", "'", "|", ">", "%", "@",
      "!!x ", "null", "---", "...", "\u{85}", "\u{E000}", "é",
    ]
    for seed in 0..<2000 {
      var random = SeededRandom(seed: UInt64(seed))
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0...4, using: &random) {
        case 0: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
        case 1 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 2:
          bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...30, using: &random)))
        case 3: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: at)
        default: bytes.insert(contentsOf: original[min(at, original.count)...].prefix(40), at: at)
        }
      }
      check(bytes, seed)
    }
  }

  @Test func `noise is read or refused`() {
    for seed in 0..<2000 {
      var random = SeededRandom(seed: UInt64(seed))
      let alphabet = Array("abz:- []{}#&*!|>'\"%@`?,\n\t0~".utf8)
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        random.chance(95)
          ? alphabet[Int.random(in: alphabet.indices, using: &random)]
          : UInt8.random(in: 0...255, using: &random)
      }
      check(bytes, seed)
    }
  }
}
