/// A text in the editor that asks for several things, each below a heading of its own.
///
/// ```
/// ## What did you get done?
/// - Closed API-42
///
/// ------------------------ >8 ------------------------
/// What stands below this line is not read.
/// ```
struct SectionForm {
  /// The headings and what is written below them so far.
  let sections: [(title: String, body: String)]
  /// What helps and is not read.
  var footer = ""

  /// Where reading stops.
  private static let scissors = "------------------------ >8 ------------------------"

  /// The text for the editor.
  var text: String {
    let parts = sections.map { "## \($0.title)\n\($0.body)\($0.body.isEmpty ? "" : "\n")" }
    let end = "\(SectionForm.scissors)\nWhat stands below this line is not read.\n"
    return (parts + [end + (footer.isEmpty ? "" : "\n\(footer)")]).joined(separator: "\n")
  }

  /// What stands below each heading, in order, without blank lines around it.
  ///
  /// A heading that was taken out leaves its text with the one before.
  func answers(in text: String) -> [String] {
    var answers = sections.map { _ in [Substring]() }
    var place = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == SectionForm.scissors { break }
      if let found = sections.firstIndex(where: { line == "## \($0.title)" }) {
        place = found
      } else if !answers.isEmpty {
        answers[place].append(line)
      }
    }
    return answers.map { lines in
      let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
      let trimmed = lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
      return trimmed.joined(separator: "\n")
    }
  }
}
