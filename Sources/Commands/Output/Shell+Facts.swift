internal import Canvas

extension Shell {
  /// Prints facts about one thing, a line each; empty ones are left out.
  func print(facts: [(name: String, value: String)]) throws(Failure) {
    let width = facts.map { CleanText($0.name).width }.max() ?? 0
    for (name, value) in facts where !value.isEmpty {
      let label = CleanText(name).padded(to: width + 2)
      try output.line(label.characters + CleanText(value).characters)
    }
  }
}
