import Domain

/// Short words for the suites that read files.
protocol ReadsFiles {}

extension ReadsFiles {
  /// Reads a whole text, fed in pieces of a size, into its records and warnings.
  func read(
    _ bytes: [UInt8], as format: ImportFormat = .auto, name: String = "", piece: Int = 1 << 20,
    options: RecordReader.Options = .init()
  ) throws(InterchangeError) -> (records: [IncomingRecord], warnings: InterchangeWarnings) {
    var reader = RecordReader(format: format, fileName: name, options: options)
    var records: [IncomingRecord] = []
    var at = 0
    while at < bytes.count {
      reader.feed(Array(bytes[at..<min(at + piece, bytes.count)]))
      at += piece
      while let record = try reader.next() { records.append(record) }
    }
    reader.finish()
    while let record = try reader.next() { records.append(record) }
    return (records, reader.warnings)
  }

  /// The same for a text.
  func read(
    _ text: String, as format: ImportFormat = .auto, piece: Int = 1 << 20,
    options: RecordReader.Options = .init()
  ) throws(InterchangeError) -> (records: [IncomingRecord], warnings: InterchangeWarnings) {
    try read(Array(text.utf8), as: format, piece: piece, options: options)
  }

  /// The issues of a text.
  func issues(_ text: String, as format: ImportFormat = .auto) throws -> [IncomingIssue] {
    try read(text, as: format).records.issues
  }

  /// The error that reading a text ends in.
  func failure(_ text: String, as format: ImportFormat = .auto) -> InterchangeError? {
    failure(Array(text.utf8), as: format)
  }

  /// The error that reading bytes ends in.
  func failure(
    _ bytes: [UInt8], as format: ImportFormat = .auto, options: RecordReader.Options = .init()
  ) -> InterchangeError? {
    do throws(InterchangeError) {
      _ = try read(bytes, as: format, options: options)
      return nil
    } catch {
      return error
    }
  }
}

extension [IncomingRecord] {
  /// The issues among records.
  var issues: [IncomingIssue] {
    compactMap { if case .issue(let issue) = $0 { issue } else { nil } }
  }
}
