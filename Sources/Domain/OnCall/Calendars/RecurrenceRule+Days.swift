extension RecurrenceRule {
  /// Calls with the days of a range, since 1970, on which an event that first starts on one repeats.
  ///
  /// In order, until told to stop with false; the end by count or time is not
  /// looked at. Steps that end before the range are passed over.
  func forEachDay(
    startingOn start: Int, from first: Int, through last: Int, _ body: (Int) -> Bool
  ) {
    var step = max(0, steps(from: start, to: first) - 1)
    step -= step % interval
    while firstDay(ofStep: step, startingOn: start) <= last {
      for day in days(ofStep: step, startingOn: start) where day >= start && day >= first {
        guard day <= last, body(day) else { return }
      }
      step += interval
    }
  }

  /// The day of the last one where they are counted; nil where they are not.
  ///
  /// Days and weeks are worked out, for a resolver asks this each time it is made; days with some
  /// off and months are counted out.
  func lastDay(startingOn start: Int) -> Int? {
    guard let count else { return nil }
    let most = min(max(count, 0), RecurrenceRule.mostCount)
    guard most > 0 else { return start - 1 }
    switch frequency {
    case .daily where days.isEmpty: return start + (most - 1) * interval
    case .weekly where days.isEmpty: return start + (most - 1) * interval * 7
    case .weekly:
      let first = self.days(ofStep: 0, startingOn: start).filter { $0 >= start }
      if most <= first.count { return first[most - 1] }
      let rest = most - first.count - 1
      let whole = self.days(ofStep: interval, startingOn: start)
      let (weeks, place) = rest.quotientAndRemainder(dividingBy: whole.count)
      return whole[place] + weeks * interval * 7
    case .daily, .monthly: return countedLastDay(startingOn: start, most)
    }
  }

  private func countedLastDay(startingOn start: Int, _ count: Int) -> Int {
    var left = count
    var found = start - 1
    let end = LocalTime(seconds: Instant.distantFuture.wholeSeconds).day
    forEachDay(startingOn: start, from: start, through: end) { day in
      found = day
      left -= 1
      return left > 0
    }
    return found
  }

  /// How many steps lie between two days, rounded down.
  private func steps(from start: Int, to day: Int) -> Int {
    switch frequency {
    case .daily: day - start
    case .weekly: (day - start).floored(by: 7)
    case .monthly:
      CivilDate(daysSinceEpoch: day).monthNumber - CivilDate(daysSinceEpoch: start).monthNumber
    }
  }

  /// The first day that a step may have.
  private func firstDay(ofStep step: Int, startingOn start: Int) -> Int {
    switch frequency {
    case .daily: start + step
    case .weekly: week(ofStep: step, startingOn: start)
    case .monthly:
      CivilDate(
        monthNumber: CivilDate(daysSinceEpoch: start).monthNumber + step, clampedDay: 1
      ).daysSinceEpoch
    }
  }

  private func week(ofStep step: Int, startingOn start: Int) -> Int {
    let weekday = Weekday(daysSinceEpoch: start).rawValue
    return start - (weekday - weekStart.rawValue).flooredRemainder(dividingBy: 7) + step * 7
  }

  private func days(ofStep step: Int, startingOn start: Int) -> [Int] {
    let weekdays = Weekdays(days.map(\.weekday))
    switch frequency {
    case .daily:
      let day = start + step
      return days.isEmpty || weekdays.contains(Weekday(daysSinceEpoch: day)) ? [day] : []
    case .weekly:
      guard !days.isEmpty else { return [start + step * 7] }
      let week = week(ofStep: step, startingOn: start)
      return (week..<week + 7).filter { weekdays.contains(Weekday(daysSinceEpoch: $0)) }
    case .monthly:
      let first = CivilDate(daysSinceEpoch: start)
      let month = first.monthNumber + step
      let begin = firstDay(ofStep: step, startingOn: start)
      let end = CivilDate(monthNumber: month + 1, clampedDay: 1).daysSinceEpoch
      guard !days.isEmpty else {
        // A month without that day has none (RFC 5545, 3.3.10).
        return begin + first.day <= end ? [begin + first.day - 1] : []
      }
      return (begin..<end).filter { day in days.contains { $0.matches(day, in: begin..<end) } }
    }
  }
}

extension RecurrenceRule.Day {
  fileprivate func matches(_ day: Int, in month: Range<Int>) -> Bool {
    guard Weekday(daysSinceEpoch: day) == weekday else { return false }
    guard let place else { return true }
    return place > 0
      ? (day - month.lowerBound) / 7 == place - 1 : (month.upperBound - 1 - day) / 7 == -place - 1
  }
}
