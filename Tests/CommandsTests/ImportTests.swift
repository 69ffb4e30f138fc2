import Dispatch
import Domain
import Storage
import Testing

@testable import Commands

/// The parts of an import that can be tried without a file.
struct ImportTests {
  private let begun = Instant(milliseconds: 1_000_000)

  @Test func `a terminal sees a bar ten times a second`() {
    var progress = WorkProgress(
      "a.json", total: 8 << 20, unit: .bytes, isTerminal: true, now: begun)
    let first = progress.line(done: 2 << 20, items: 500, now: begun.advanced(by: 1000))
    #expect(
      first
        == "a.json  [#####...............] 25%  2,048 KiB of 8,192 KiB  500 records, 500/s  3.0 s left"
    )
    #expect(progress.line(done: 3 << 20, items: 600, now: begun.advanced(by: 1050)) == nil)
    #expect(progress.line(done: 3 << 20, items: 600, now: begun.advanced(by: 1100)) != nil)
  }

  @Test func `a log sees a line for each tenth`() {
    var progress = WorkProgress(
      "generating", total: 1000, unit: .issues, isTerminal: false, now: begun)
    var lines: [String] = []
    for done in stride(from: 50, through: 1000, by: 50) {
      let now = begun.advanced(by: Int64(done) * 100)
      if let line = progress.line(done: done, items: done, now: now) { lines.append(line) }
    }
    #expect(lines.count == 9)
    #expect(lines.first == "generating  10%  100 of 1,000  10/s  1 min 30 s left")
  }

  @Test func `a stream of unknown length tells what there is`() {
    var progress = WorkProgress(
      "standard input", total: nil, unit: .bytes, isTerminal: true, now: begun)
    let line = progress.line(done: 20 << 20, items: 5000, now: begun.advanced(by: 2000))
    #expect(line == "standard input  20 MiB  5,000 records, 2,500/s")
  }

  @Test(arguments: [
    (0, "0.0 s"), (340, "0.3 s"), (42_000, "42 s"), (200_000, "3 min 20 s"),
    (3_900_000, "1 h 5 min"),
  ])
  func `a time span is said in its largest units`(milliseconds: Int64, expected: String) {
    #expect(WorkProgress.duration(milliseconds) == expected)
  }

  @Test func `a summary says what came and where from`() {
    var report = ImportReport()
    report.created = 1444
    report.createdPulls = 998
    report.comments = 4000
    let summary = ImportSummary(
      report: report, file: "a.json", project: "TLS", milliseconds: 340, isDryRun: false)
    #expect(
      summary.sentence
        == "imported 446 issues and 998 pulls, 4,000 comments from a.json into TLS in 0.3 s")
    var nothing = ImportReport()
    nothing.unchanged = 1444
    let again = ImportSummary(
      report: nothing, file: "a.json", project: "TLS", milliseconds: 90, isDryRun: false)
    #expect(
      again.sentence == "nothing changed: all 1,444 issues of a.json are here as they stand")
  }

  @Test(arguments: [
    ("{\"magic\": 1, \"repo\": \"tlswg/tls13-spec\"", "TLS13SPEC", "tlswg/tls13-spec"),
    (
      "[{\"url\": \"https://api.github.com/repos/quicwg/base-drafts/i", "BASEDRAFTS",
      "quicwg/base-drafts"
    ),
    ("[{\"url\":\"https://github.com/cli/cli/issues/9\"", "CLI", "cli/cli"),
  ])
  func `a repository names its project`(text: String, prefix: String, name: String) {
    let guess = ProjectGuess(Array(text.utf8))
    #expect(guess?.prefix == prefix)
    #expect(guess?.name == name)
  }

  @Test func `a prefix has twelve letters and digits at most`() {
    #expect(ProjectGuess.prefix(for: "a-very-long-repository-name") == "AVERYLONG")
    #expect(ProjectGuess.prefix(for: "2024-plans") == "PLANS")
    #expect(ProjectGuess.prefix(for: "antidisestablishmentarianism") == "ANTIDISESTAB")
    #expect(ProjectGuess.prefix(for: "---") == nil)
    #expect(ProjectGuess([]) == nil)
  }

  @Test func `what is handed over comes in order, and an interruption wakes the taker`() {
    let handOver = HandOver<Int>(capacity: 2)
    DispatchQueue(label: "maker").async {
      for number in 0..<100 { _ = handOver.give(number) }
    }
    #expect((0..<100).compactMap { _ in handOver.take() } == Array(0..<100))
    handOver.interrupt()
    #expect(handOver.take() == nil)
    handOver.close()
    #expect(!handOver.give(1))
  }

  @Test func `things nobody took go away with the hand-over`() {
    let handOver = HandOver<Int>(capacity: 2)
    #expect(handOver.give(1) && handOver.give(2))
    handOver.close()
  }

  @Test func `records that name no project are refused unless one was asked for`() throws {
    var issue = IncomingIssue()
    issue.line = 7
    let refusing = HomelessRecords(file: "a.csv", isAllowed: false)
    #expect(
      throws: Failure(
        .usage, "a.csv: line 7: the record names no project; say which with --project PREFIX")
    ) { try refusing.check([.issue(issue)]) }
    try HomelessRecords(file: "a.csv", isAllowed: true).check([.issue(issue)])
    issue.prefix = "API"
    try refusing.check([.issue(issue)])
  }
}
