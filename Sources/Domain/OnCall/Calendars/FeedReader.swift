/// Reads back the events of a file that `CalendarWriter` wrote, so that the next one can follow it.
public enum FeedReader {
  /// The events; throws when the file is another program's calendar, or none.
  ///
  /// Only our own are read: of a stranger's calendar we would not know what we may cancel.
  public static func events(_ bytes: [UInt8]) throws(CalendarError) -> [FeedEvent] {
    var events: [FeedEvent] = []
    var fields: [String: ContentLine] = [:]
    var isOurs = false
    for line in try ContentLine.lines(of: bytes) {
      switch (line.name, line.value) {
      case ("PRODID", _): isOurs = line.value == CalendarWriter.product
      case ("BEGIN", "VEVENT"): fields = [:]
      case ("END", "VEVENT"):
        guard isOurs, let event = FeedEvent(fields) else { throw stranger(line.number) }
        events.append(event)
      default: fields[line.name] = line
      }
    }
    guard isOurs else { throw stranger(1) }
    return events
  }

  private static func stranger(_ line: Int) -> CalendarError {
    CalendarError(
      line, "this is no calendar that watchbill wrote", advice: "name another file to write to")
  }
}

extension FeedEvent {
  fileprivate init?(_ fields: [String: ContentLine]) {
    guard let uid = fields["UID"]?.text, uid.hasSuffix("@watchbill"),
      let start = fields["DTSTART"]?.instant, let end = fields["DTEND"]?.instant,
      let summary = fields["SUMMARY"]?.text, let changed = fields["LAST-MODIFIED"]?.instant,
      let sequence = fields["SEQUENCE"].flatMap({ Int($0.value) })
    else { return nil }
    self.init(
      uid: uid, period: Period(start, end), summary: summary, sequence: sequence,
      changedAt: changed, isCancelled: fields["STATUS"]?.value == "CANCELLED")
  }
}

extension ContentLine {
  /// The value as a time in UTC; nil for any other.
  fileprivate var instant: Instant? {
    guard let time = CalendarTime(compact: value, zone: ""), time.zone == "UTC" else { return nil }
    return Instant(seconds: time.local.seconds)
  }
}
