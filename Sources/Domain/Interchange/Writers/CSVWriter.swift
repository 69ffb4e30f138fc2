/// Writes issues as CSV (RFC 4180): a header, then a row each, lines ended by CR LF.
///
/// Texts stay as they are. One that a spreadsheet could take for a formula
/// (`=`, `+`, `-` or `@` first) is quoted like one with a comma; changing it
/// would make the export untrue.
public enum CSVWriter {
  /// The names of the columns.
  public static let columns = [
    "key", "kind", "title", "status", "priority", "author", "owner", "assignees", "labels",
    "watchers", "service", "milestone", "due", "demo", "blocks", "relates", "duplicates",
    "created", "updated", "closed", "closed_by", "url", "id", "body",
  ]

  /// Appends the first line.
  public static func appendHeader(to bytes: inout [UInt8]) {
    appendRow(columns, to: &bytes)
  }

  /// Appends an issue's row.
  public static func append(_ issue: Issue, to bytes: inout [UInt8]) {
    let row = [
      issue.key.description, issue.kind.name, issue.title, issue.status.name,
      String(issue.priority.rawValue), issue.author ?? "", issue.owner ?? "",
      CSVText.list(people: issue.assignees), CSVText.list(labels: issue.labels.map(\.name)),
      CSVText.list(people: issue.watchers),
      issue.service ?? "", issue.milestone ?? "", issue.due?.description ?? "",
      issue.demo ?? "", CSVText.list(people: issue.blocks.map(\.description)),
      CSVText.list(people: issue.relates.map(\.description)),
      CSVText.list(people: issue.duplicates.map(\.description)),
      issue.createdAt.iso8601, issue.updatedAt.iso8601, issue.closedAt?.iso8601 ?? "",
      issue.closedBy ?? "", issue.foreign?.url ?? "", issue.id.description, issue.body,
    ]
    appendRow(row, to: &bytes)
  }

  /// Appends any row of fields.
  public static func appendRow(_ fields: [String], to bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      append(field, to: &bytes)
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  private static func append(_ field: String, to bytes: inout [UInt8]) {
    guard needsQuotes(field) else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(0x22)
    for byte in field.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private static func needsQuotes(_ field: String) -> Bool {
    guard let first = field.utf8.first, let last = field.utf8.last else { return false }
    if [0x20, 0x09, 0x3D, 0x2B, 0x2D, 0x40].contains(first) || last == 0x20 { return true }
    return field.utf8.contains {
      $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B || $0 == 0x09
    }
  }
}
