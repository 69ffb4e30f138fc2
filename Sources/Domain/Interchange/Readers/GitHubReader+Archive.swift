/// `github-archive`: `{"repo": ..., "labels": [...], "issues": [...], "pulls": [...]}`.
extension GitHubReader {
  /// A label; of what stands beside the lists, the repository's name is noted.
  mutating func archiveMember(
    _ element: JSONElement, _ cursor: inout JSONCursor
  ) throws(InterchangeError) -> IncomingRecord? {
    switch element.member {
    case "labels":
      var label = try gitHubLabel(&cursor).label
      guard !label.name.isEmpty else {
        throw cursor.failure(
          "the label has no name", advice: "add its name", at: cursor.range.lowerBound,
          field: "name")
      }
      label.line = element.line
      return .label(label)
    case "repo", "repository":
      if cursor.byte == 0x22 { repository = try cursor.string() } else { try cursor.skip() }
      return nil
    default:
      try cursor.skip()
      return nil
    }
  }
}
