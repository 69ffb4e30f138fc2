/// One unfolded line of an iCalendar file: `DTSTART;TZID=Europe/Paris:20260309T090000`.
struct ContentLine {
  /// The line of the file on which it begins, from 1.
  let number: Int
  /// In capitals.
  let name: String
  /// By name in capitals; of several with one name the last.
  let parameters: [String: String]
  /// As written, still escaped.
  let value: String

  /// A line from its bytes, or nil when it has no colon or no name.
  init?(_ bytes: [UInt8], number: Int) {
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    var colon: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ":"), !isQuoted {
        colon = index
        break
      } else if byte == UInt8(ascii: ";"), !isQuoted {
        fields.append([])
      } else {
        fields[fields.count - 1].append(byte)
      }
    }
    guard let colon, !fields[0].isEmpty else { return nil }
    self.number = number
    name = String(decoding: fields[0], as: UTF8.self).uppercased()
    var parameters: [String: String] = [:]
    for field in fields.dropFirst() {
      guard let equals = field.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = String(decoding: field[..<equals], as: UTF8.self).uppercased()
      parameters[key] = String(decoding: field[(equals + 1)...], as: UTF8.self)
    }
    self.parameters = parameters
    value = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
  }

  /// The value as text, its escapes undone.
  var text: String {
    var text = ""
    var isEscaped = false
    for character in value.unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(character)
      }
    }
    return text
  }

  /// The lines of a file, unfolded: a line that begins with a blank continues the one before.
  ///
  /// Throws for a line that is none, with its number.
  static func lines(of bytes: [UInt8]) throws(CalendarError) -> [ContentLine] {
    var lines: [ContentLine] = []
    var current: [UInt8] = []
    var start = 1
    func finish() throws(CalendarError) {
      guard !current.isEmpty else { return }
      guard let line = ContentLine(current, number: start) else {
        throw CalendarError(
          start, "there is no name and colon", advice: "check that this is an iCalendar file")
      }
      lines.append(line)
    }
    let byteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    for part in bytes[byteOrderMark...].split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let part = part.last == 0x0D ? part.dropLast() : part
      if let first = part.first, first == 0x20 || first == 0x09 {
        current += part.dropFirst()
        continue
      }
      try finish()
      current = Array(part)
      start = number
    }
    try finish()
    return lines
  }
}
