/// Writes events as an iCalendar file (RFC 5545) that any calendar can subscribe to.
///
/// Times are in UTC, so that there is nothing for a client to misread. Lines
/// end with CR LF and are folded at 75 octets, never inside a character.
///
/// ```
/// BEGIN:VEVENT
/// UID:0195...-t12-0196...@watchbill
/// DTSTART:20260309T080000Z
/// ```
public enum CalendarWriter {
  /// What says in a file that it is ours.
  static let product = "-//Watchbill//On call//EN"

  /// The file of a calendar with a name.
  public static func text(name: String, _ events: [FeedEvent]) -> String {
    var text = ""
    add("BEGIN:VCALENDAR", to: &text)
    add("VERSION:2.0", to: &text)
    add("PRODID:" + product, to: &text)
    add("CALSCALE:GREGORIAN", to: &text)
    add("X-WR-CALNAME:" + escaped(name), to: &text)
    for event in events {
      add("BEGIN:VEVENT", to: &text)
      add("UID:" + escaped(event.uid), to: &text)
      add("DTSTAMP:" + event.changedAt.compact, to: &text)
      add("LAST-MODIFIED:" + event.changedAt.compact, to: &text)
      add("SEQUENCE:\(event.sequence)", to: &text)
      add("DTSTART:" + event.period.start.compact, to: &text)
      add("DTEND:" + event.period.end.compact, to: &text)
      add("SUMMARY:" + escaped(event.summary), to: &text)
      add("STATUS:" + (event.isCancelled ? "CANCELLED" : "CONFIRMED"), to: &text)
      add("TRANSP:TRANSPARENT", to: &text)
      add("END:VEVENT", to: &text)
    }
    add("END:VCALENDAR", to: &text)
    return text
  }

  /// A text value: `\`, `;`, `,` and line feeds escaped, other control characters left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n": escaped += "\\n"
      case "\t": escaped.unicodeScalars.append(scalar)
      case _ where scalar.properties.generalCategory == .control: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Adds a line, folded: what continues it begins with a space that counts.
  private static func add(_ line: String, to text: inout String) {
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        text += "\r\n "
        octets = 1
      }
      text.unicodeScalars.append(scalar)
      octets += size
    }
    text += "\r\n"
  }
}
