/// Reads an iCalendar file (RFC 5545) into a calendar for a layer.
///
/// What is read: VEVENT with DTSTART, DTEND or DURATION, RRULE, EXDATE,
/// RECURRENCE-ID, SUMMARY, ATTENDEE and STATUS. A TZID must be the IANA name of
/// a zone that is at hand. Times without a zone, and whole days, are in the
/// calendar's own (X-WR-TIMEZONE), else in the layer's.
///
/// ```
/// let calendar = try CalendarReader(zone: "Europe/Paris", isZone: names.contains).read(bytes)
/// ```
public struct CalendarReader {
  /// The largest file that is read: 16 MiB.
  public static let largestFile = 16 << 20

  private let zone: String
  private let isZone: (String) -> Bool

  /// A reader; `zone` is used where the calendar names none, `isZone` says which names are at hand.
  public init(zone: String, isZone: @escaping (String) -> Bool) {
    self.zone = zone
    self.isZone = isZone
  }

  /// The calendar of a file; throws with the line when something cannot be read.
  public func read(_ bytes: [UInt8]) throws(CalendarError) -> ImportedCalendar {
    guard bytes.count <= CalendarReader.largestFile else {
      throw CalendarError(1, "the file is larger than 16 MiB", advice: "export a shorter time")
    }
    var components: [(name: String, line: Int)] = []
    var zone = zone
    var events: [EventLines] = []
    var isCalendar = false
    for line in try ContentLine.lines(of: bytes) {
      switch line.name {
      case "BEGIN":
        let name = line.value.uppercased()
        if components.isEmpty, name != "VCALENDAR" { throw notCalendar(line.number) }
        isCalendar = true
        components.append((name, line.number))
        if components.count == 2, name == "VEVENT" { events.append(EventLines(line.number)) }
      case "END":
        guard components.popLast()?.name == line.value.uppercased() else {
          throw CalendarError(
            line.number, "END:\(line.value) ends what was not begun",
            advice: "export the calendar again")
        }
      default:
        guard let outer = components.last else { throw notCalendar(line.number) }
        if components.count == 1, line.name == "X-WR-TIMEZONE" {
          zone = try known(line.text, line)
        } else if components.count == 2, outer.name == "VEVENT" {
          events[events.count - 1].lines.append(line)
        }
      }
    }
    guard isCalendar else { throw notCalendar(1) }
    if let open = components.last {
      throw CalendarError(
        open.line, "\(open.name) does not end", advice: "the file is cut off; fetch it again")
    }
    var calendar = ImportedCalendar()
    for event in events { calendar.events.append(try self.event(event, zone: zone)) }
    return calendar
  }

  private struct EventLines {
    let number: Int
    var lines: [ContentLine] = []

    init(_ number: Int) {
      self.number = number
    }

    func first(_ name: String) -> ContentLine? { lines.first { $0.name == name } }
  }

  private func event(
    _ lines: EventLines, zone: String
  ) throws(CalendarError) -> ImportedCalendar.Event {
    if let line = lines.first("RDATE") ?? lines.first("EXRULE") {
      throw CalendarError(
        line.number, "\(line.name) cannot be read", advice: "write each such shift as an event")
    }
    guard let line = lines.first("DTSTART") else {
      throw CalendarError(
        lines.number, "the event has no DTSTART", advice: "give it a start or remove it")
    }
    let start = try time(line, zone: zone)
    var exceptions: [CalendarTime] = []
    for line in lines.lines where line.name == "EXDATE" {
      exceptions += try times(line, zone: zone)
    }
    var rule: RecurrenceRule?
    if let line = lines.first("RRULE") {
      rule = try RecurrenceRule(line.value, zone: start.zone, line: line.number)
    }
    var replaces: CalendarTime?
    if let line = lines.first("RECURRENCE-ID") {
      guard line.parameters["RANGE"] == nil else {
        throw CalendarError(
          line.number, "a change of all later occurrences cannot be read",
          advice: "end the old event and begin a new one")
      }
      replaces = try time(line, zone: zone)
    }
    return ImportedCalendar.Event(
      uid: lines.first("UID")?.text ?? "", summary: lines.first("SUMMARY")?.text ?? "",
      emails: lines.lines.filter { $0.name == "ATTENDEE" }.compactMap(\.email), start: start,
      duration: try duration(lines, from: start, zone: zone), rule: rule, exceptions: exceptions,
      replaces: replaces, isCancelled: lines.first("STATUS")?.value.uppercased() == "CANCELLED",
      people: [], line: lines.number)
  }

  /// By the clock, whatever the zone does in between; a whole day without an end lasts one day.
  private func duration(
    _ lines: EventLines, from start: CalendarTime, zone: String
  ) throws(CalendarError) -> Int64 {
    let (seconds, line) = try length(lines, from: start, zone: zone)
    guard seconds <= ImportedCalendar.Event.longest else {
      throw CalendarError(
        line, "the event lasts longer than 366 days", advice: "write it in shorter parts")
    }
    return seconds
  }

  /// The seconds of an event as written, and the line that says so.
  private func length(
    _ lines: EventLines, from start: CalendarTime, zone: String
  ) throws(CalendarError) -> (seconds: Int64, line: Int) {
    if let line = lines.first("DTEND") {
      let end = try time(line, zone: zone)
      guard end.zone == start.zone, end.isDay == start.isDay else {
        throw CalendarError(
          line.number, "start and end are in different zones", advice: "write both in one zone")
      }
      guard end.local >= start.local else {
        throw CalendarError(
          line.number, "the event ends before it starts", advice: "move its end")
      }
      return (end.local.seconds - start.local.seconds, line.number)
    }
    if let line = lines.first("DURATION") {
      guard let seconds = calendarDuration(line.value) else {
        throw CalendarError(
          line.number, "\"\(line.value)\" is no duration", advice: "write one such as PT8H")
      }
      return (seconds, line.number)
    }
    return (start.isDay ? 86_400 : 0, lines.number)
  }

  private func time(_ line: ContentLine, zone: String) throws(CalendarError) -> CalendarTime {
    let times = try times(line, zone: zone)
    guard times.count == 1 else {
      throw CalendarError(
        line.number, "\(line.name) has \(times.count) times", advice: "write exactly one")
    }
    return times[0]
  }

  private func times(_ line: ContentLine, zone: String) throws(CalendarError) -> [CalendarTime] {
    var zone = zone
    if let name = line.parameters["TZID"] { zone = try known(name, line) }
    var times: [CalendarTime] = []
    for text in line.value.split(separator: ",", omittingEmptySubsequences: false) {
      guard let time = CalendarTime(compact: text, zone: zone) else {
        throw CalendarError(
          line.number, "\"\(text)\" is no time",
          advice: "write 20260309T090000, 20260309T080000Z or 20260309")
      }
      times.append(time)
    }
    return times
  }

  private func known(_ name: String, _ line: ContentLine) throws(CalendarError) -> String {
    guard isZone(name) else {
      throw CalendarError(
        line.number, "\"\(name)\" is no time zone we have",
        advice: "export with an IANA name such as Europe/Copenhagen")
    }
    return name
  }

  private func notCalendar(_ line: Int) -> CalendarError {
    CalendarError(
      line, "this is no iCalendar file", advice: "it must begin with BEGIN:VCALENDAR")
  }
}

extension ContentLine {
  /// The address of `mailto:ana@example.org`; nil for another kind of address.
  fileprivate var email: String? {
    let lowered = value.lowercased()
    return lowered.hasPrefix("mailto:") ? String(value.dropFirst(7)) : nil
  }
}
