/// An issue's text edited before and never sent, beside the text that stands there now.
enum KeptBody {
  /// The line before the text that was kept.
  static let mine = "<<<<<<< yours, kept from before"
  /// The line between the two.
  static let middle = "======="
  /// The line behind the text as it is now.
  static let theirs = ">>>>>>> as it is now"

  /// What the editor begins with: the kept text while it was written over the present one, else
  /// both between marks, so that nobody's text is sent over another's unseen.
  static func text(_ kept: String?, over base: String?, now: String) -> String {
    guard let kept, kept.withoutLineEnd != now.withoutLineEnd else { return now }
    guard base != now else { return kept }
    return [mine, kept.withoutLineEnd, middle, now.withoutLineEnd, theirs].joined(separator: "\n")
  }

  /// Whether somebody has yet to choose between the two.
  static func hasMarks(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline)
    return lines.contains { $0 == mine } || lines.contains { $0 == theirs }
  }
}
