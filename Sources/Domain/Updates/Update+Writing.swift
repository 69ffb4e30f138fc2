extension [Update.Answer] {
  /// The answers as one text to edit: each question as a heading, its answer below.
  ///
  ///     # What did you get done?
  ///     - Closed API-42 Rate limiter drops headers
  ///
  ///     # What blocks you?
  ///     - @bo: staging credentials
  public var writing: String {
    map { answer in
      let text = answer.text.trimmed
      return "# \(answer.question.text.onOneLine.trimmed)\n" + (text.isEmpty ? "" : text + "\n")
    }.joined(separator: "\n")
  }
}

extension Prompt {
  /// The answers in a text that somebody edited, in the order of the questions, empty ones too.
  ///
  /// A line that repeats a question, with `# ` before it, begins its answer; what stands before the
  /// first one answers the first question. A heading that is no question is part of an answer.
  public func answers(in writing: String) -> [Update.Answer] {
    var lines = [[Substring]](repeating: [], count: questions.count)
    var current = 0
    for line in writing.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let heading = line.hasPrefix("# ") ? String(line.dropFirst(2)).trimmed : nil
      if let place = questions.firstIndex(where: { $0.text.onOneLine.trimmed == heading }) {
        current = place
      } else {
        lines[current].append(line)
      }
    }
    return zip(questions, lines).map { question, lines in
      Update.Answer(question, lines.joined(separator: "\n").trimmed)
    }
  }
}
