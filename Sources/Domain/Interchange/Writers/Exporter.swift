/// The formats we write.
public enum ExportFormat: String, Sendable, CaseIterable {
  case ndjson, json, csv, markdown
}

/// Writes a file of issues in any of our formats, piece by piece.
///
/// ```swift
/// var exporter = Exporter(.csv)
/// exporter.begin(into: &bytes)
/// for issue in issues { exporter.append(issue, comments: [], into: &bytes) }
/// exporter.end(into: &bytes)
/// ```
/// The caller empties `bytes` into the file whenever it likes.
public struct Exporter: Sendable {
  /// The format it writes.
  public let format: ExportFormat
  private let title: String
  private var isFirst = true

  /// An exporter; the title stands over a Markdown document.
  public init(_ format: ExportFormat, title: String = "Issues") {
    self.format = format
    self.title = title
  }

  /// Writes what stands before the first issue.
  public mutating func begin(into bytes: inout [UInt8]) {
    switch format {
    case .ndjson: break
    case .json: bytes.append(0x5B)
    case .csv: CSVWriter.appendHeader(to: &bytes)
    case .markdown: MarkdownWriter.appendTitle(title, to: &bytes)
    }
  }

  /// Writes a record that is no issue; only our own format has a place for it.
  public mutating func append(_ record: IncomingRecord, into bytes: inout [UInt8]) {
    if format == .ndjson { NDJSONWriter.append(record, to: &bytes) }
  }

  /// Writes an issue.
  public mutating func append(_ issue: Issue, comments: [Comment], into bytes: inout [UInt8]) {
    switch format {
    case .ndjson: NDJSONWriter.append(issue, comments: comments, to: &bytes)
    case .json:
      bytes.append(contentsOf: (isFirst ? "\n" : ",\n").utf8)
      JSONWriter.append(to: &bytes) { IssueJSON.encode(issue, comments: comments, into: &$0) }
    case .csv: CSVWriter.append(issue, to: &bytes)
    case .markdown: MarkdownWriter.append(issue, comments: comments, to: &bytes)
    }
    isFirst = false
  }

  /// Writes what stands after the last issue.
  public mutating func end(into bytes: inout [UInt8]) {
    if format == .json { bytes.append(contentsOf: (isFirst ? "]\n" : "\n]\n").utf8) }
  }
}
