import Domain
import Support
import Testing

/// Updates as a text to edit, and lines of a note as they are typed.
@Suite struct UpdateWritingTests {
  private static let questions = Prompt.Question.usual

  @Test func `answers are written with their questions and read back as they were`() throws {
    let prompt = try Standup.prompt()
    let answers = zip(Self.questions, ["- one\n- two", "", "# no heading\n- @bo: a review"]).map {
      Update.Answer($0, $1)
    }
    let text = """
      # What did you get done?
      - one
      - two

      # What is next?

      # What blocks you?
      # no heading
      - @bo: a review

      """
    #expect(answers.writing == text)
    #expect(prompt.answers(in: text) == answers)
  }

  @Test func `a text without headings answers the first question`() throws {
    let prompt = try Standup.prompt()
    #expect(prompt.answers(in: "did\r\nmuch\n").map(\.text) == ["did\nmuch", "", ""])
    #expect(prompt.answers(in: "").map(\.text) == ["", "", ""])
    #expect(
      prompt.answers(in: "# What is next?\nsleep\n# What did you get done?\nall").map(\.text)
        == ["all", "sleep", ""])
  }

  @Test(
    arguments: [
      ("depth", "depth", nil, ""),
      ("depth | 12:00", "depth", 2 * Instant.hour, ""),
      ("depth | 9:00 | over 10k", "depth", 23 * Instant.hour, "over 10k"),
      ("depth | Fri 12:00", "depth", 50 * Instant.hour, ""),
      ("depth | wednesday 9:00", "depth", 167 * Instant.hour, ""),
      ("depth | 2026-03-12 00:30 | a | b", "depth", 870 * Instant.minute, "a | b"),
      ("depth || now", "depth", nil, "now"),
    ] as [(String, String, Int64?, String)])
  func `something to watch is typed in a line`(
    _ line: String, _ what: String, _ after: Int64?, _ when: String
  ) throws {
    let watch = try HandoffNote.Watch(typed: line, after: Cast.now, on: .utc)
    let expected = HandoffNote.Watch(
      what, until: after.map { Cast.now.advanced(by: $0) }, escalateWhen: when)
    #expect(watch == expected)
    let again = try HandoffNote.Watch(typed: watch.typed(on: .utc), after: Cast.now, on: .utc)
    #expect(again == watch)
  }

  @Test(arguments: [
    "", " | 12:00", "x | soon", "x | 25:00", "x | 12:60", "x | Fry 12:00", "x | 1 2 3",
  ])
  func `a line that is wrong says what is meant`(_ line: String) {
    #expect(throws: WatchRefusal.self) {
      try HandoffNote.Watch(typed: line, after: Cast.now, on: .utc)
    }
  }
}
