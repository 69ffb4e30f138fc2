/// What is wrong with a theme file, and where.
public struct ThemeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The name before the colon that the fault belongs to; empty when there is none.
  public let field: String
  /// What is wrong and what to write.
  public let reason: String

  /// One line for people.
  public var description: String {
    "line \(line)\(field.isEmpty ? "" : ", \(field)"): \(reason)"
  }
}

extension Theme {
  /// Reads a theme file: the small part of YAML that themes are written in.
  ///
  /// ```
  /// name: dusk
  /// background: dark          # or light
  /// palette:                  # names for colours of xterm's 256
  ///   amber: 179
  /// text: {fg: 252, bg: 234}
  /// status-doing: {fg: amber, bold: true}
  /// ```
  ///
  /// A line is `name: value`; `#` begins a comment. A role's value is one map on
  /// the same line with `fg` and `bg` (0 to 255, a palette name or `default`,
  /// the terminal's own) and `bold`, `dim`, `italic`, `underline`, `reverse`
  /// (`true` or `false`). What a role does not say it takes from `text`. The
  /// reader is our own because a theme is read on the way to the first frame.
  public static func parse(flat text: String) throws(ThemeError) -> Theme {
    var file = ThemeFile()
    var number = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      file.line = number
      try file.take(Substring(line))
    }
    guard !file.name.isEmpty else { throw file.error("name", "missing; add `name: ...`") }
    return Theme(name: file.name, isDark: file.isDark, looks: file.looks)
  }
}

/// What has been read so far.
private struct ThemeFile {
  var name = ""
  var isDark = true
  var palette: [Substring: UInt8] = [:]
  var looks: [Role: Look] = [:]
  var line = 0
  var isInPalette = false

  func error(_ field: Substring, _ reason: String) -> ThemeError {
    ThemeError(line: line, field: String(field), reason: reason)
  }

  mutating func take(_ raw: Substring) throws(ThemeError) {
    let content = trimmed(raw.utf8.firstIndex(of: UInt8(ascii: "#")).map { raw[..<$0] } ?? raw)
    guard !content.isEmpty else { return }
    guard let colon = content.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      throw error("", "expected `name: value`")
    }
    let field = trimmed(content[..<colon])
    let value = trimmed(content[content.utf8.index(after: colon)...])
    if raw.utf8.first == 0x20 {
      guard isInPalette else {
        throw error(field, "is indented, but only `palette` has lines of its own")
      }
      guard let index = UInt8(value) else { throw error(field, "expected a number from 0 to 255") }
      palette[field] = index
      return
    }
    isInPalette = false
    switch field {
    case "name":
      name = String(value)
    case "background":
      guard value == "dark" || value == "light" else {
        throw error(field, "expected dark or light")
      }
      isDark = value == "dark"
    case "palette":
      guard value.isEmpty else { throw error(field, "its colours go on the next lines, indented") }
      isInPalette = true
    default:
      guard let role = Role.named[field] else { throw error(field, "no role has this name") }
      guard looks[role] == nil else { throw error(field, "is given twice") }
      looks[role] = try look(value, of: field)
    }
  }

  private func look(_ value: Substring, of field: Substring) throws(ThemeError) -> Look {
    guard value.utf8.first == UInt8(ascii: "{"), value.utf8.last == UInt8(ascii: "}") else {
      throw error(field, "expected a map such as {fg: 179, bold: true}")
    }
    var look = Look()
    for entry in value.utf8.dropFirst().dropLast().split(separator: UInt8(ascii: ",")) {
      let entry = Substring(entry)
      let parts = entry.utf8.split(separator: UInt8(ascii: ":")).map { trimmed(Substring($0)) }
      guard parts.count == 2 else {
        throw error(field, "expected `key: value` in \(trimmed(entry))")
      }
      switch parts[0] {
      case "fg": look.foreground = try color(parts[1], of: field)
      case "bg": look.background = try color(parts[1], of: field)
      default:
        guard let attribute = Attributes.named[parts[0]] else {
          throw error(field, "\(parts[0]) is not fg, bg, bold, dim, italic, underline or reverse")
        }
        guard parts[1] == "true" || parts[1] == "false" else {
          throw error(field, "\(parts[0]) must be true or false")
        }
        if parts[1] == "true" { look.attributes.insert(attribute) }
      }
    }
    return look
  }

  private func color(_ word: Substring, of field: Substring) throws(ThemeError) -> Look.Color {
    if word == "default" { return .terminal }
    guard let index = UInt8(word) ?? palette[word] else {
      throw error(field, "\(word) is neither 0 to 255, nor default, nor in the palette above")
    }
    return .index(index)
  }

  private func trimmed(_ text: Substring) -> Substring {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var bytes = text.utf8
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return Substring(bytes)
  }
}

extension Role {
  fileprivate static let named = Dictionary(
    uniqueKeysWithValues: allCases.map { (Substring($0.rawValue), $0) })
}

extension Attributes {
  fileprivate static let named: [Substring: Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]
}
