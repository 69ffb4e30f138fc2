/// Whether a word can be a handle: no blanks, commas, colons or quotes, and not `none` or `me`.
func isHandle(_ word: String) -> Bool {
  let isOneWord = word.unicodeScalars.allSatisfy {
    !$0.properties.isWhitespace && $0 != "," && $0 != ":" && $0 != "\"" && $0.value >= 0x20
  }
  return !word.isEmpty && isOneWord && word.lowercased() != "none" && word.lowercased() != "me"
}
