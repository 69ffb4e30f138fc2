import Canvas
import Domain

extension RotaRuler {
  /// The two lines over the lanes: weekdays and days, or within one day its hours.
  func scale(_ brush: RotaBrush) -> (upper: StyledLine, lower: StyledLine) {
    days.count == 2 ? hours(brush) : weekdays(brush)
  }

  /// What is in sight, in words: `Mon 9 Mar to Sun 22 Mar, two weeks, Europe/Stockholm`.
  func title(_ zoom: Rota.Zoom, _ wording: Wording) -> String {
    let first = wording.day(CivilDate(daysSinceEpoch: days[0].day))
    let last = wording.day(CivilDate(daysSinceEpoch: days[days.count - 2].day))
    let span = days.count == 2 ? first : "\(first) to \(last)"
    return "\(span), \(zoom.name), \(zone.name)"
  }

  private func weekdays(_ brush: RotaBrush) -> (StyledLine, StyledLine) {
    var upper = Strip()
    var lower = Strip()
    let today = zone.local(brush.now).day
    let changes = zone.clockChanges(in: period).map { zone.local($0.at).day }
    // What the narrowest day has room for, so that all days are written alike.
    let room = width / (days.count - 1)
    let letters = room >= 4 ? 3 : room == 3 ? 2 : 1
    for (day, start) in days.dropLast() {
      let weekday = Weekday(daysSinceEpoch: day)
      let style =
        day == today
        ? Style(.accent, isBold: true) : Style(Weekdays.weekend.contains(weekday) ? .dim : .heading)
      let mark = changes.contains(day) ? RotaBrush.clockChange : ""
      let name = String(weekday.name.prefix(letters)) + mark
      let column = column(of: start)
      upper.put(CleanText(name), at: column, mark.isEmpty ? style : Style(.warning))
      let date = CivilDate(daysSinceEpoch: day)
      if room >= 7 {
        lower.put(CleanText("\(date.day) \(date.month.shortMonth)"), at: column, style)
      } else if room >= 3 {
        lower.put(CleanText("\(date.day)"), at: column, style)
      } else if weekday == .monday {
        lower.put(CleanText("\(date.day) \(date.month.shortMonth)"), at: column, style)
      }
    }
    return (upper.line, lower.line)
  }

  private func hours(_ brush: RotaBrush) -> (StyledLine, StyledLine) {
    var upper = Strip()
    var lower = Strip()
    let date = CivilDate(daysSinceEpoch: days[0].day)
    let weekday = Weekday(daysSinceEpoch: days[0].day)
    let words = "\(weekday.name) \(date.day) \(date.month.shortMonth) \(date.year)"
    upper.put(CleanText(words), at: 0, Style(.heading))
    for change in zone.clockChanges(in: period) {
      let words = "\(RotaBrush.clockChange) clocks change at \(change.reading.time)"
      upper.put(CleanText(words), at: max(upper.width + 2, 0), Style(.warning))
    }
    let step = [1, 2, 3, 6].first { width * $0 / 24 >= 4 } ?? 12
    for hour in stride(from: 0, to: 24, by: step) {
      let local = LocalTime(seconds: Int64(days[0].day) * 86_400 + Int64(hour) * 3600)
      let text = (hour < 10 ? "0" : "") + "\(hour)"
      let isNow =
        zone.local(brush.now).day == days[0].day
        && (hour..<hour + step).contains(zone.local(brush.now).time.seconds / 3600)
      lower.put(
        CleanText(text), at: column(of: zone.first(of: local)),
        isNow ? Style(.accent, isBold: true) : Style(.dim))
    }
    return (upper.line, lower.line)
  }
}

extension Int {
  /// A month's number, from 1, in three letters.
  var shortMonth: String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names[((self - 1) % 12 + 12) % 12]
  }
}
