/// Where a link of a stranger may lead.
enum MarkdownLinks {
  private static let schemes = ["http://", "https://", "mailto:"]

  /// The address as a terminal may be told it: web or mail only, printable ASCII only.
  ///
  /// Anything else in it is percent-encoded; an address that is absurdly long is none.
  static func target(_ url: String) -> String? {
    guard url.utf8.count <= 2000 else { return nil }
    let head = url.prefix(8).lowercased()
    guard schemes.contains(where: head.hasPrefix) else { return nil }
    if url.utf8.allSatisfy(isPrintable) { return url }
    return url.utf8.reduce(into: "") { target, byte in
      if isPrintable(byte) {
        target.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        target += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  /// Whether a link's text says already where it leads.
  static func says(_ text: String, _ url: String) -> Bool {
    text == url || "mailto:" + text == url || "http://" + text == url || "https://" + text == url
  }

  private static func isPrintable(_ byte: UInt8) -> Bool { (0x21..<0x7F).contains(byte) }
}
