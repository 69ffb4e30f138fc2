internal import Domain
internal import Storage

/// Issues on their way out of a workspace.
struct Export {
  let workspace: Workspace
  let query: Query
  let format: ExportFormat

  /// Writes them; returns how many there were.
  ///
  /// All of it is one state of the file, whoever writes meanwhile.
  func write(to sink: Sink) throws -> Int {
    try workspace.reading { try writeAll(to: sink) }
  }

  private func writeAll(to sink: Sink) throws -> Int {
    var exporter = Exporter(format, title: try workspace.store.setting(.name) ?? "Issues")
    var count = 0
    try sink.write { exporter.begin(into: &$0) }
    if format == .ndjson {
      for record in try workspace.store.directory() {
        try sink.write { exporter.append(record, into: &$0) }
      }
    }
    try workspace.forEachIssue(
      matching: query, limit: nil, withComments: format != .csv
    ) { issue, comments throws(Failure) in
      try sink.write { exporter.append(issue, comments: comments, into: &$0) }
      count += 1
    }
    if format == .ndjson {
      for record in try workspace.store.watches() {
        try sink.write { exporter.append(record, into: &$0) }
      }
    }
    try sink.write { exporter.end(into: &$0) }
    try sink.flush()
    return count
  }
}
