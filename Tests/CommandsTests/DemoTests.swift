import Domain
import Testing

@testable import Commands

/// The demo company and the issues that are generated beside it.
struct DemoTests {
  private let company: DemoCompany
  private let generator: IssueGenerator

  init() throws {
    company = try DemoCompany.shipped()
    generator = IssueGenerator(
      phrases: try Phrases.shipped(), streams: company.streams, seed: 7, base: company.newest)
  }

  @Test func `the company has its person, and every project has people, labels and services`() {
    #expect(company.personID != nil)
    #expect(company.streams.count == 7)
    for stream in company.streams {
      #expect(!stream.people.isEmpty && !stream.labels.isEmpty && !stream.services.isEmpty)
    }
  }

  @Test func `the same seed and place give the same issue`() {
    for index in [0, 1, 99, 123_456] { #expect(generator.issue(index) == generator.issue(index)) }
    let other = IssueGenerator(
      phrases: generator.phrases, streams: generator.streams, seed: 8, base: generator.base)
    #expect(generator.issue(5) != other.issue(5))
    #expect(Set((0..<5000).compactMap { generator.issue($0).id }).count == 5000)
    #expect(!(0..<5000).contains { generator.issue($0).fingerprint == 0 })
  }

  @Test func `generated issues are distributed like real ones`() {
    let issues = (0..<4000).map(generator.issue)
    let titles = issues.map(\.title.count)
    #expect(titles.allSatisfy { (20...90).contains($0) })
    let words = issues.map { $0.body.split { $0.isWhitespace }.count }.sorted()
    #expect((45...65).contains(words[2000]))
    #expect(words[3999] > 250)
    let comments = issues.map(\.comments.count).sorted()
    #expect(comments[2000] == 1)
    #expect(comments[3999] <= 12)
    let mean = Double(comments.reduce(0, +)) / 4000
    #expect((0.8...1.3).contains(mean))
    let open = issues.count { $0.status.isOpen }
    #expect((1080...1320).contains(open))
  }

  @Test func `no generated time is out of order or later than the present`() throws {
    for issue in (0..<2000).map(generator.issue) {
      let created = try #require(issue.created)
      let updated = try #require(issue.updated)
      #expect(created <= updated && updated <= generator.base)
      #expect((issue.closed == nil) == issue.status.isOpen)
      for comment in issue.comments {
        let said = try #require(comment.created)
        #expect(created <= said && said <= updated)
      }
    }
  }

  @Test func `a shift moves times by seconds and dates by days`() {
    let shift = TimeShift(
      from: Instant(milliseconds: 0), to: Instant(milliseconds: 10 * Instant.day + 5_999))
    var issue = IncomingIssue()
    issue.created = Instant(milliseconds: 1000)
    issue.due = CivilDate("2026-01-25")
    guard case .issue(let moved) = shift.moving(.issue(issue)) else {
      Testing.Issue.record("an issue became something else")
      return
    }
    #expect(moved.created == Instant(milliseconds: 10 * Instant.day + 6000))
    #expect(moved.due == CivilDate("2026-02-04"))
    #expect(moved.updated == nil)
  }
}
