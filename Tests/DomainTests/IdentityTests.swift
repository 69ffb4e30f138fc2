import Domain
import Support
import Testing

@Suite struct IdentityTests {
  @Test func `an id is a UUID of version 7 that begins with its time`() {
    var random = SeededRandom(seed: 1)
    for _ in 0..<2000 {
      let instant = Instant(milliseconds: Int64.random(in: 0..<(1 << 48), using: &random))
      let id = EntityID(at: instant, random: (random.next(), random.next()))
      #expect(id.high >> 16 == UInt64(instant.milliseconds))
      #expect(id.high >> 12 & 0xF == 7)
      #expect(id.low >> 62 == 0b10)
      let text = id.description
      #expect(text.utf8.count == 36 && text == text.lowercased())
      #expect(EntityID(text) == id)
      #expect(EntityID(text.uppercased()) == id)
      #expect(EntityID(text.filter { $0 != "-" }) == id)
    }
  }

  @Test func `ids are ordered by time, then by their bits, as their texts are`() {
    var random = SeededRandom(seed: 2)
    var last = EntityID(at: Instant(milliseconds: 0), random: (0, 0))
    for time in 1...500 as ClosedRange<Int64> {
      let id = EntityID(at: Instant(milliseconds: time), random: (random.next(), random.next()))
      #expect(last < id && last.description < id.description)
      last = id
    }
  }

  @Test(arguments: [Int64.min, -1, 1 << 48, Int64.max])
  func `a clock out of its mind makes an id all the same`(milliseconds: Int64) {
    let id = EntityID(at: Instant(milliseconds: milliseconds), random: (.max, .max))
    #expect(id.high >> 12 & 0xF == 7 && id.low >> 62 == 0b10)
  }

  @Test(arguments: [
    "", "0", "0195000000007000800000000000000", "019500000000700080000000000000000",
    "0195000g-0000-7000-8000-000000000001", "０1950000-0000-7000-8000-000000000001",
  ])
  func `what is no id is refused`(text: String) {
    #expect(EntityID(text) == nil)
  }

  @Test(arguments: [
    ("API-42", "API-42"), ("api-7", "API-7"), ("A_b-1", "A_B-1"), ("X9-0012", "X9-12"),
    ("ABCDEFGHIJKL-1", "ABCDEFGHIJKL-1"),
  ])
  func `a key is read whatever its case`(text: String, key: String) throws {
    let read = try #require(IssueKey(text))
    #expect(read.description == key)
    #expect(IssueKey(read.description) == read)
  }

  @Test(arguments: [
    "", "API", "API-", "-1", "API-0", "API--1", "API-+1", "API-1x", "9A-1", "_A-1", "ÄPI-1",
    "ABCDEFGHIJKLM-1", "A B-1", "API-٣", "API-99999999999999999999", "API-1 ", "A-B-1",
  ])
  func `what is no key is refused`(text: String) {
    #expect(IssueKey(text) == nil)
  }

  @Test func `keys are ordered by number, not by digit`() throws {
    let keys = ["WEB-1", "API-10", "API-9", "API-100"].compactMap { IssueKey($0) }
    #expect(keys.sorted().map(\.description) == ["API-9", "API-10", "API-100", "WEB-1"])
  }

  @Test func `stamps never stand still and never go back, whatever the clock does`() {
    var random = SeededRandom(seed: 3)
    var last: HybridTime?
    var clock = Cast.now
    for _ in 0..<5000 {
      clock = clock.advanced(by: Int64.random(in: -5...5, using: &random))
      if random.chance(1) { clock = clock.advanced(by: -Instant.day) }
      let stamp = HybridTime(after: last, at: clock)
      if let last { #expect(last < stamp) }
      #expect(stamp.instant >= clock)
      last = stamp
    }
  }

  @Test func `a stamp tells its millisecond`() {
    #expect(HybridTime(after: nil, at: Cast.now).instant == Cast.now)
    #expect(HybridTime(after: nil, at: Instant(milliseconds: -5)).instant.milliseconds == 0)
    #expect(HybridTime(after: nil, at: Instant(milliseconds: .max)).rawValue > 0)
  }

  @Test func `words of statuses, priorities, kinds and links lead back to them`() {
    for status in Status.allCases { #expect(Status(name: status.name.uppercased()) == status) }
    for priority in Priority.allCases {
      #expect(Priority(name: priority.name) == priority)
      #expect(Priority(name: "P\(priority.rawValue)") == priority)
      #expect(Priority(name: String(priority.rawValue)) == priority)
    }
    for kind in CommentKind.allCases { #expect(CommentKind(name: kind.name) == kind) }
    #expect(IssueKind(name: "PR") == .pull)
    #expect(
      Status(name: "closed") == nil && Priority(name: "5") == nil && Priority(name: "p") == nil)
    #expect(Status.allCases.filter(\.isOpen).map(\.name) == ["triage", "todo", "doing", "review"])
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "-1,000"),
  ])
  func `numbers are grouped for people`(number: Int, text: String) {
    #expect(number.grouped == text)
  }
}
