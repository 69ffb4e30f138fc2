/// Reads a line of our own format.
///
/// A member we do not know is kept: of an issue, a comment or a person it goes
/// behind the members of its `foreign.extra` (with system `watchbill` when the
/// record has no `foreign`), of anything else it is named in a warning.
struct NDJSONReader {
  /// The newest format we write and read.
  static let format = 1

  /// The words that `type` may hold.
  static let types = Set<String>([
    "workspace", "person", "team", "service", "project", "label", "milestone", "view", "issue",
  ]).union(IncomingWatch.kinds.map(\.name))

  /// The caller's time, when the future is to be warned of.
  let now: Instant?

  func read(
    _ element: JSONElement, _ cursor: inout JSONCursor, _ warnings: inout InterchangeWarnings
  ) throws(InterchangeError) -> IncomingRecord {
    let type = try type(of: cursor)
    switch type {
    case "issue":
      var issue = try issue(element, &cursor)
      issue.check(now: now, warnings: &warnings)
      return .issue(issue)
    case "workspace": return try workspace(&cursor, &warnings)
    case "person": return .person(try person(&cursor))
    case "team": return .team(try team(&cursor, &warnings))
    case "service": return .service(try service(&cursor, &warnings))
    case "project": return .project(try project(&cursor, &warnings))
    case "label": return .label(try label(&cursor, &warnings))
    case "milestone": return .milestone(try milestone(&cursor, &warnings))
    case "view": return .view(try view(&cursor, &warnings))
    default:
      if let kind = watchKind(type) { return .watch(try watch(kind, &cursor, &warnings)) }
      throw cursor.failure(
        "this type of record is none we know",
        advice: "write one of \(Self.types.sorted().joined(separator: ", "))",
        field: "type")
    }
  }

  /// The record's type, which may stand anywhere in it but costs least as its first member.
  private func type(of cursor: JSONCursor) throws(InterchangeError) -> JSONKey {
    var ahead = cursor
    try ahead.openObject()
    while let key = try ahead.nextKey() {
      if "type" ~= key { return try ahead.word() }
      try ahead.skip()
    }
    throw cursor.failure(
      "the record has no type",
      advice: "add \"type\":\"issue\", or name the file's format with --format", field: "type")
  }

  private func workspace(
    _ cursor: inout JSONCursor, _ warnings: inout InterchangeWarnings
  ) throws(InterchangeError) -> IncomingRecord {
    var name = ""
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "type": try cursor.skip()
      case "name": name = try cursor.optionalString() ?? ""
      case "format":
        let start = cursor.at
        let format = try cursor.integer()
        guard format <= Self.format else {
          throw cursor.failure(
            "the file is of format \(format), this watchbill reads up to \(Self.format)",
            advice: "import it with a newer watchbill", at: start)
        }
      default: try leaveOut(&cursor, &warnings)
      }
    }
    return .workspace(name: name)
  }

  /// Reads over a member for which there is no place, and says so.
  func leaveOut(
    _ cursor: inout JSONCursor, _ warnings: inout InterchangeWarnings
  ) throws(InterchangeError) {
    try cursor.skip()
    let path = JSONPath.path(to: cursor.at - 1, in: cursor.bytes, from: cursor.range)
    warnings.add(line: cursor.line, field: path, "this field is not known here and is left out")
  }

  /// The text that a record cannot be without.
  func needed(
    _ text: String?, _ field: String, _ what: String, _ cursor: JSONCursor
  ) throws(InterchangeError) -> String {
    if let text, !text.isEmpty { return text }
    throw cursor.failure(
      "the \(what) has no \(field)", advice: "add its \(field)", at: cursor.range.lowerBound,
      field: field)
  }
}
