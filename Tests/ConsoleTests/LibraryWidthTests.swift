import CCurses
import Canvas
import Testing

@testable import Console

/// Serial with the others because the locale belongs to the whole process.
extension TerminalTests {
  /// A newer library may know more characters and think anew about a few; what clean text
  /// lets through and the library prints must be equally wide for nearly all.
  @Test func `clean text is as wide as the C library says`() {
    guard cc_locale() == 1 else { return }
    var differing = 0
    for value in UInt32(0x20)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = CleanText(String(scalar))
      guard text.characters.unicodeScalars.elementsEqual([scalar]) else { continue }
      if Int(cc_wcwidth(value)) != text.width { differing += 1 }
    }
    #expect(differing < 200)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `base64 is as RFC 4648 has it`(text: String, encoded: String) {
    #expect(base64(text.utf8) == encoded)
  }
}
