/// Reads a file of any of our formats, fed in chunks, record by record.
///
/// It holds one record and the rest of the newest chunk, whatever the file's size.
///
/// ```swift
/// var reader = RecordReader(format: .auto, fileName: "issues.json")
/// while let chunk = try file.read(upTo: 1 << 20) {
///   reader.feed(chunk)
///   while let record = try reader.next() { ... }
/// }
/// reader.finish()
/// while let record = try reader.next() { ... }
/// ```
/// After an error about one record, `next` goes on with the record after it;
/// after one about the file's frame it throws the same again.
public struct RecordReader {
  /// What a reader should know beyond the file.
  public struct Options: Sendable {
    /// The caller's time, against which times are found to lie in the future; nil to not look.
    public var now: Instant?
    /// The most bytes one record may have.
    public var limit: Int

    /// Options; without `now` nothing is said about the future.
    public init(now: Instant? = nil, limit: Int = JSONReader.usualLimit) {
      self.now = now
      self.limit = limit
    }
  }

  /// The file's format; `auto` until the first bytes have told.
  public private(set) var format: ImportFormat
  /// What was read, but not quite as it stood.
  public private(set) var warnings = InterchangeWarnings()

  private let fileName: String
  private let options: Options
  private var undecided: [UInt8] = []
  private var isFinished = false
  private var json: JSONReader?
  private var csv: CSVReader?
  private var gitHub: GitHubReader?
  private var waiting: [IncomingRecord] = []
  private var isOpened = false

  /// A reader for a format; the name helps to tell it when that is `auto`.
  public init(
    format: ImportFormat = .auto, fileName: String = "", options: Options = Options()
  ) {
    self.format = format
    self.fileName = fileName
    self.options = options
  }

  /// How many bytes of the file lie behind, for a progress bar.
  public var offset: Int { json?.offset ?? csv?.offset ?? 0 }

  /// Takes the next bytes of the file.
  public mutating func feed(_ chunk: RawSpan) {
    if json != nil {
      json?.feed(chunk)
    } else if csv != nil {
      csv?.feed(chunk)
    } else {
      chunk.withUnsafeBytes { undecided.append(contentsOf: $0) }
    }
  }

  /// Takes the next bytes of the file.
  public mutating func feed(_ chunk: [UInt8]) {
    feed(chunk.span.bytes)
  }

  /// Says that the file has ended.
  public mutating func finish() {
    isFinished = true
    json?.finish()
    csv?.finish()
  }

  /// The next record; nil when more must be fed first, or after the end.
  public mutating func next() throws(InterchangeError) -> IncomingRecord? {
    guard try open() else { return nil }
    while true {
      if let record = waiting.popLast() { return record }
      if csv != nil {
        guard var issue = try csv?.next(&warnings) else { return nil }
        issue.check(now: options.now, warnings: &warnings)
        return .issue(issue)
      }
      guard let element = try json?.next() else { return nil }
      var cursor = element.cursor
      let read = try records(of: element, &cursor)
      try cursor.end()
      if cursor.repairs > 0 { warnOfRepairs(cursor) }
      if let read { return read }
    }
  }

  /// Decodes an element; what it brings besides waits to be given first.
  private mutating func records(
    of element: JSONElement, _ cursor: inout JSONCursor
  ) throws(InterchangeError) -> IncomingRecord? {
    var record: IncomingRecord?
    if gitHub != nil {
      record = try gitHub?.read(element, &cursor, &warnings)
    } else {
      record = try NDJSONReader(now: options.now).read(element, &cursor, &warnings)
    }
    guard let people = gitHub?.takeNewPeople(), !people.isEmpty else { return record }
    // Taken from the end: the people first, in their order, then the record.
    waiting = (record.map { [$0] } ?? []) + people.reversed().map(IncomingRecord.person)
    return nil
  }

  private mutating func warnOfRepairs(_ cursor: JSONCursor) {
    let place = cursor.place(of: cursor.firstRepair)
    let field = JSONPath.path(to: cursor.firstRepair, in: cursor.bytes, from: cursor.range)
    let texts = cursor.repairs == 1 ? "a text" : "\(cursor.repairs) texts"
    warnings.add(
      line: place.line, field: field,
      "\(texts) held bytes that are no UTF-8; U+FFFD stands in their place")
  }

  /// Finds out the format once enough is there; false while more must be fed.
  private mutating func open() throws(InterchangeError) -> Bool {
    if isOpened { return true }
    guard isFinished || undecided.count >= ImportFormat.telling else { return false }
    try refuseForeignEncodings()
    if format == .auto {
      guard let found = ImportFormat.detect(firstBytes: undecided, fileName: fileName) else {
        throw InterchangeError(
          at: SourcePlace(), "the file is of no format we know",
          advice: "name it with --format gh, github-rest, github-archive, ndjson or csv")
      }
      format = found
    }
    switch format {
    case .csv: csv = CSVReader(limit: options.limit)
    case .ndjson: json = JSONReader(.lines, limit: options.limit)
    case .githubArchive:
      json = JSONReader(.members(["labels", "issues", "pulls"]), limit: options.limit)
      gitHub = GitHubReader(.archive, now: options.now)
    case .githubREST:
      json = JSONReader(.values, limit: options.limit)
      gitHub = GitHubReader(.rest, now: options.now)
    case .gh, .auto:
      json = JSONReader(.values, limit: options.limit)
      gitHub = GitHubReader(.gh, now: options.now)
    }
    isOpened = true
    let first = undecided
    undecided = []
    feed(first)
    if isFinished { finish() }
    return true
  }

  private func refuseForeignEncodings() throws(InterchangeError) {
    if undecided.isEmpty {
      throw InterchangeError(
        at: SourcePlace(), "the file is empty", advice: "export it again")
    }
    if undecided.starts(with: [0xFF, 0xFE]) || undecided.starts(with: [0xFE, 0xFF]) {
      throw InterchangeError(
        at: SourcePlace(), "the file is UTF-16", advice: "save it as UTF-8 and import that")
    }
  }
}
