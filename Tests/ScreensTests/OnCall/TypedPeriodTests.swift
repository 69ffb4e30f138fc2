import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// Times as people type them.
@Suite struct TypedPeriodTests {
  private func read(_ text: String) -> Result<Period, LineProblem> {
    let zone = (try? Cast.zones.zone("Europe/Stockholm")) ?? .utc
    do throws(LineProblem) {
      return .success(try TypedPeriod(zone: zone).read(text).period)
    } catch {
      return .failure(error)
    }
  }

  @Test func `dates, times, instants and ends on the same or the next day are read`() {
    let texts: [(String, Period)] = [
      ("2026-03-12 09:00 to 2026-03-13 17:00", Cast.span("12T08:00", "13T16:00")),
      ("2026-03-12 9:00 17:00", Cast.span("12T08:00", "12T16:00")),
      ("2026-03-12 22:00 to 06:00", Cast.span("12T21:00", "13T05:00")),
      ("2026-03-12 - 2026-03-13", Cast.span("11T23:00", "12T23:00")),
      ("2026-03-12T09:00 to 2026-03-12T10:00Z", Cast.span("12T08:00", "12T10:00")),
    ]
    for (text, period) in texts { #expect(read(text) == .success(period), "\(text)") }
  }

  @Test func `what is no time, or ends before it begins, is said`() {
    let problems = [
      ("", "type from when until when"), ("2026-03-12 09:00", "type until when too"),
      ("soon to later", "“soon” is no time"), ("2026-03-12 09:00 to 2026-03-11", "is not before"),
      ("2026-03-29 02:30 to 2026-03-30", "does not exist in Europe/Stockholm"),
      ("2026-10-25 02:30 to 2026-10-26", "comes twice in Europe/Stockholm"),
    ]
    for (text, problem) in problems {
      guard case .failure(let found) = read(text) else {
        Testing.Issue.record("\(text) was read")
        continue
      }
      #expect(found.words.contains(problem), "\(text): \(found.words)")
    }
  }
}
