import Domain
import Support
import Testing

@Suite struct CivilDateTests {
  @Test func `days are counted without gap or double for a thousand years`() throws {
    var date = try #require(CivilDate(year: 1600, month: 1, day: 1))
    let first = date.daysSinceEpoch
    for day in first..<(first + 366_000) {
      #expect(date.daysSinceEpoch == day)
      #expect(CivilDate(daysSinceEpoch: day) == date)
      let tomorrow = CivilDate(daysSinceEpoch: day + 1)
      let isNextDay = tomorrow.day == date.day + 1 && tomorrow.month == date.month
      #expect(isNextDay || (tomorrow.day == 1 && date.day >= 28))
      #expect(date < tomorrow)
      date = tomorrow
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2024-02-29", 19_782),
    ("0000-01-01", -719_528), ("9999-12-31", 2_932_896),
  ])
  func `known dates have known numbers`(text: String, days: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.daysSinceEpoch == days)
    #expect(date.description == text)
    #expect(date.startUTC.utcDate == date)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1",
    "26-01-01", "2026-01-01 ", "2026/01/01", "2026-01-011", "", "-001-01-01", "20260101",
  ])
  func `what the calendar does not have is refused`(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func `a year beyond four digits is not made from parts`() {
    #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CivilDate(year: -1, month: 1, day: 1) == nil)
  }
}
