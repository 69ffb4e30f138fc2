import Domain
import Support
import Testing

extension Vector {
  /// When a prompt asks next, strictly after a moment; never for one without a time or a day.
  func checkPromptTimes() throws {
    let now = try #require(given["now"]?.instant)
    let clock = WallClock(try SystemZones.zone(try #require(given["zone"]?.text)))
    let calendar = Prompt.Calendar(person: clock, team: clock)
    let today = clock.reading(now).date
    let found = try (given["checks"]?.list ?? []).map { check -> String? in
      guard let time = check["clock"]?.text.flatMap({ TimeOfDay($0) }) else { return nil }
      let days = check["weekdays"]?.list.compactMap { Weekday(name: $0.text ?? "") }
      let numbers = days.map { Set($0.map { $0.rawValue + 1 }) } ?? Set(1...7)
      guard !numbers.isEmpty else {
        #expect(throws: Prompt.Flaw.noDays) { try prompt(on: numbers, at: time) }
        return nil
      }
      let periods = try prompt(on: numbers, at: time).periods(
        from: today, through: CivilDate(daysSinceEpoch: today.daysSinceEpoch + 14), calendar)
      return periods.first { $0.asksAt > now }?.asksAt.iso8601
    }
    #expect(found == expect["next"]?.list.map(\.text), "\(id)")
  }

  private func prompt(on days: Set<Int>, at time: TimeOfDay) throws -> Prompt {
    try Prompt(
      id: Cast.id(2000), team: Standup.team, days: days, minute: time.seconds / 60,
      digestMinute: 0)
  }
}
