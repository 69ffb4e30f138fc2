/// Reads issues from CSV: the first line names the columns, loosely.
///
/// The delimiter is the comma, semicolon or tab that the first line uses most;
/// Excel's `sep=;` before it is obeyed. A column we do not model is kept as a
/// text in `foreign.extra`, and so is a second column of the same meaning.
struct CSVReader {
  private var buffer = SourceBuffer()
  private let limit: Int
  private var rows: CSVRows?
  private var columns: CSVColumns?
  private var names = RowNames()

  init(limit: Int) {
    self.limit = limit
  }

  var offset: Int { buffer.place.offset }

  mutating func feed(_ chunk: RawSpan) { buffer.feed(chunk) }

  mutating func finish() { buffer.finish() }

  /// The next issue; nil when more must be fed first, or after the end.
  mutating func next(
    _ warnings: inout InterchangeWarnings
  ) throws(InterchangeError) -> IncomingIssue? {
    guard try readHeader() else { return nil }
    guard let columns, let row = try rows?.next(from: &buffer) else { return nil }
    let fingerprint = CSVReader.fingerprint(of: row)
    return try CSVRecord(row: row, columns: columns)
      .issue(fingerprint: fingerprint, &names, &warnings)
  }

  private mutating func readHeader() throws(InterchangeError) -> Bool {
    if columns != nil { return true }
    if rows == nil {
      guard buffer.skipByteOrderMark() else { return false }
      let line = buffer.bytes[buffer.start...].prefix { $0 != 0x0A && $0 != 0x0D }
      guard line.count <= limit else {
        throw InterchangeError(
          at: buffer.place, "the first line goes on for more than \(limit >> 20) MiB",
          advice: "check that the file is CSV")
      }
      guard buffer.isFinished || line.endIndex < buffer.end else { return false }
      if line.count == 5, line.starts(with: Array("sep=".utf8)), let delimiter = line.last {
        buffer.consume(to: line.endIndex)
        rows = CSVRows(delimiter: delimiter, limit: limit)
      } else {
        rows = CSVRows(delimiter: CSVColumns.delimiter(of: line), limit: limit)
      }
    }
    guard let header = try rows?.next(from: &buffer) else { return false }
    columns = try CSVColumns(header)
    return true
  }

  private static func fingerprint(of row: CSVRows.Row) -> UInt64 {
    var bytes: [UInt8] = []
    for field in row.fields {
      bytes += field
      // A byte no UTF-8 text holds, so that two rows cannot run into one.
      bytes.append(0xFF)
    }
    return Fingerprint.of(bytes[...])
  }
}
