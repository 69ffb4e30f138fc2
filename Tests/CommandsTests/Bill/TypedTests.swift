import Domain
import Support
import Testing

@testable import Commands

/// What people type for times, ids and texts in sections.
struct TypedTests {
  private let typed = TypedInstant(zone: .utc, now: Cast.now)

  @Test(arguments: [
    ("45m", 45 * Instant.minute), ("2h", 2 * Instant.hour), ("1h30m", 90 * Instant.minute),
    ("1d", Instant.day), ("2w", 2 * Instant.week), ("PT8H", 8 * Instant.hour),
  ])
  func `a length of time is read`(text: String, expected: Int64) throws {
    #expect(try duration(text, "--for") == expected)
  }

  @Test(arguments: ["", "2", "h", "0h", "2 h", "-1h", "soon"])
  func `another length of time is refused`(text: String) {
    #expect(throws: Failure.self) { try duration(text, "--for") }
  }

  @Test func `a period is read from both ends`() throws {
    let period = try typed.period("2026-03-12..2026-03-13T09:00", "--give")
    #expect(period.description == "2026-03-12T00:00:00Z to 2026-03-13T09:00:00Z")
    #expect(throws: Failure.self) { try typed.period("2026-03-12", "--give") }
    #expect(throws: Failure.self) { try typed.period("2026-03-13..2026-03-12", "--give") }
  }

  @Test(arguments: [
    ("mon-fri", [1, 2, 3, 4, 5]), ("fri-mon", [1, 5, 6, 7]), ("Mon,thu", [1, 4]),
    ("daily", [1, 2, 3, 4, 5, 6, 7]), ("workdays", [1, 2, 3, 4, 5]), ("su", [7]),
  ])
  func `days are read`(text: String, expected: [Int]) throws {
    #expect(try weekdays(text) == Set(expected))
  }

  @Test(arguments: ["", "xx", "mon-", "mon-tue-wed", "mon,"])
  func `other days are refused`(text: String) {
    #expect(throws: Failure.self) { try weekdays(text) }
  }

  @Test func `ids are shown by the few last digits that tell them apart`() throws {
    let a = EntityID(high: 1, low: 0xABC1_2345)
    let b = EntityID(high: 2, low: 0xABC9_2345)
    let c = EntityID(high: 3, low: 0x7)
    let ids = ShortIDs([a, b, c])
    #expect(ids.short(a) == "12345" && ids.short(b) == "92345" && ids.short(c) == "0007")
    #expect(try ids.id("12345", "page", list: "page list") == a)
    #expect(try ids.id("00000000-0000-0002", "page", list: "page list") == b)
    #expect(throws: Failure.self) { try ids.id("2345", "page", list: "page list") }
    #expect(throws: Failure.self) { try ids.id("", "page", list: "page list") }
    #expect(throws: Failure.self) { try ids.id("zz", "page", list: "page list") }
  }

  @Test func `what is written below headings is read, and nothing below the line`() {
    let form = SectionForm(
      sections: [("Done?", "- one\n- two"), ("Next?", "")], footer: "## Next?\nhelp")
    #expect(form.answers(in: form.text) == ["- one\n- two", ""])
    let edited = form.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line == "## Next?" ? "## Next?\n\n  three  \n\n" : String(line)
    }.joined(separator: "\n")
    #expect(form.answers(in: edited) == ["- one\n- two", "  three  "])
    #expect(form.answers(in: "no heading\n## Next?\nx") == ["no heading", "x"])
    #expect(form.answers(in: "") == ["", ""])
  }

  @Test func `a note is written in sections, and its asks keep their ids`() throws {
    let change = Handoff.ShiftChange(
      schedule: Cast.id(601), began: Cast.now, at: Cast.now.advanced(by: Instant.day),
      nextEnds: Cast.now.advanced(by: 2 * Instant.day))
    let form = HandoffNoteForm(typed: typed, newID: { Cast.id(999) })
    var note = HandoffNote(
      change: change, giver: Cast.id(101), receiver: Cast.id(102), facts: HandoffFacts(),
      asks: [HandoffNote.Ask(id: Cast.id(901), "raise the limit")])
    note.feel = "calm"
    note.watch = [
      try form.watch("queue | 2026-03-12T08:00 | above 10k"), try form.watch("disk"),
      try form.watch("load||over 9"),
    ]
    let sections = form.form(for: note, gathered: "No pages.")
    #expect(try form.note(note, answers: sections.answers(in: sections.text)) == note)
    let more = sections.text.replacing("raise the limit", with: "raise the limit\nlook at the disk")
    let asks = try form.note(note, answers: sections.answers(in: more)).asks
    #expect(asks.map(\.id) == [Cast.id(901), Cast.id(999)])
    #expect(throws: Failure.self) { try form.watch("| x") }
    #expect(throws: Failure.self) { try form.watch("queue | later") }
  }

  @Test(arguments: [
    (45_000, "45 s"), (0, "0 s"), (720_000, "12 min"), (11_100_000, "3 h 5 min"),
    (187_200_000, "2 d 4 h"), (3_600_000, "1 h"),
  ])
  func `an age is said in its largest units`(milliseconds: Int64, expected: String) {
    #expect(milliseconds.inWords == expected)
  }
}
