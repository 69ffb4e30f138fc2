public import Canvas
internal import Glibc

/// What is told the terminal beside the screen; terminals that would print it are left alone.
extension Terminal {
  /// The longest text that is sent to the clipboard, in bytes; terminals refuse longer ones.
  public static let longestCopy = 74_000

  /// Sets the window's title.
  public func setTitle(_ text: CleanText) {
    guard isOpen, !isGone, takesCommands else { return }
    title = text
    let shown = text.prefix(200)
    let ascii = shown.characters.unicodeScalars.map { Character(Glyphs.ascii(for: $0)) }
    write("\u{1B}]2;\(isUTF8 ? shown.characters : String(ascii))\u{7}")
  }

  /// Gives the title back; `rmcup` does it too where the terminal keeps a stack of titles.
  func clearTitle() {
    guard title != nil, !isGone else { return }
    title = nil
    write("\u{1B}]2;\u{7}")
  }

  /// Puts text on the clipboard (OSC 52); false when it is too long or cannot be sent.
  ///
  /// Inside tmux it is sent twice: to tmux, and through it to the terminal outside.
  /// Each listens only if its owner lets it.
  @discardableResult
  public func copy(_ text: String) -> Bool {
    guard isOpen, !isGone, takesCommands, text.utf8.count <= Terminal.longestCopy else {
      return false
    }
    let command = "\u{1B}]52;c;\(base64(text.utf8))\u{7}"
    write(command)
    if isInTmux { write("\u{1B}Ptmux;\u{1B}\(command)\u{1B}\\") }
    return true
  }

  /// Rings the bell.
  public func ring() {
    guard isOpen, !isGone else { return }
    write("\u{7}")
  }

  private func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR || errno == EAGAIN { continue }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }
}

/// Base64 as RFC 4648 has it, here because Foundation is too slow to load for it.
func base64(_ bytes: some Collection<UInt8>) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  var rest = bytes[...]
  while !rest.isEmpty {
    let group = Array(rest.prefix(3))
    rest = rest.dropFirst(3)
    var bits = 0
    for index in 0..<3 { bits = bits << 8 | (index < group.count ? Int(group[index]) : 0) }
    for index in 0..<4 {
      let digit = alphabet[bits >> (18 - 6 * index) & 63]
      text.append(index <= group.count ? digit : UInt8(ascii: "="))
    }
  }
  return String(decoding: text, as: UTF8.self)
}
