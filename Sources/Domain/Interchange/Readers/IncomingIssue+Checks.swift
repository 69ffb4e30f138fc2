extension IncomingIssue {
  /// What stands in the place of a title that is there but empty.
  static let untitled = "(no title)"

  /// Mends what can be mended with a warning, and warns of what is odd.
  mutating func check(now: Instant?, warnings: inout InterchangeWarnings) {
    if title.isEmpty {
      title = Self.untitled
      warnings.add(line: line, field: "title", "the title is empty; kept as \(Self.untitled)")
    }
    guard let now else { return }
    // Clocks of two machines differ a little; that is nothing to warn of.
    let latest = now.advanced(by: 5 * Instant.minute)
    let times = [("created", created), ("updated", updated), ("closed", closed)]
    for case (let field, let time?) in times where time > latest {
      warnings.add(line: line, field: field, "\(time.iso8601) lies in the future; kept as it is")
    }
    for (index, comment) in comments.enumerated() {
      guard let time = comment.created, time > latest else { continue }
      warnings.add(
        line: line, field: "comments[\(index)].created",
        "\(time.iso8601) lies in the future; kept as it is")
    }
  }
}
