/// What a column of a CSV file holds.
enum CSVColumn: Equatable {
  case key, id, number, kind, title, body, status, priority
  case author, owner, assignees, labels, watchers, service, milestone, due, demo
  case blocks, relates, duplicates, created, updated, closed, closedBy, url

  /// A column by the header that somebody chose for it; nil for one we do not model.
  init?(header: String) {
    let name = header.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "#" }
    guard let column = CSVColumn.names[name] else { return nil }
    self = column
  }

  /// Headers without their spaces, dashes and underscores.
  private static let names: [String: CSVColumn] = [
    "key": .key, "issuekey": .key,
    "id": .id, "uuid": .id, "issueid": .id,
    "number": .number, "no": .number, "#": .number, "issuenumber": .number,
    "kind": .kind,
    "title": .title, "summary": .title, "name": .title, "subject": .title,
    "body": .body, "description": .body, "text": .body, "details": .body,
    "status": .status, "state": .status,
    "priority": .priority,
    "author": .author, "reporter": .author, "creator": .author, "createdby": .author,
    "owner": .owner,
    "assignee": .assignees, "assignees": .assignees, "assignedto": .assignees,
    "label": .labels, "labels": .labels, "tag": .labels, "tags": .labels,
    "watchers": .watchers,
    "service": .service,
    "milestone": .milestone,
    "due": .due, "duedate": .due, "dueon": .due,
    "demo": .demo,
    "blocks": .blocks, "relates": .relates, "duplicates": .duplicates,
    "created": .created, "createdat": .created, "createdon": .created,
    "updated": .updated, "updatedat": .updated, "modified": .updated, "lastmodified": .updated,
    "closed": .closed, "closedat": .closed, "resolved": .closed, "resolvedat": .closed,
    "closedby": .closedBy,
    "url": .url, "link": .url, "htmlurl": .url,
  ]

  /// The field that an empty cell of it empties; none for one that an import never empties.
  var told: IncomingIssue.Told {
    switch self {
    case .body: .body
    case .status: .status
    case .priority: .priority
    case .owner: .owner
    case .assignees: .assignees
    case .labels: .labels
    case .watchers: .watchers
    case .service: .service
    case .milestone: .milestone
    case .due: .due
    case .demo: .demo
    case .blocks: .blocks
    case .relates: .relates
    case .duplicates: .duplicates
    case .key, .id, .number, .kind, .title, .author, .created, .updated, .closed, .closedBy, .url:
      []
    }
  }

  /// Whether several columns of it add up, as when a tracker repeats `Labels`.
  var isList: Bool {
    switch self {
    case .assignees, .labels, .watchers, .blocks, .relates, .duplicates: true
    default: false
    }
  }
}

/// The columns of a CSV file, by its header.
struct CSVColumns {
  let headers: [String]
  let columns: [CSVColumn?]
  /// The fields that have a column; of the others the file says nothing.
  let told: IncomingIssue.Told

  init(_ row: CSVRows.Row) throws(InterchangeError) {
    headers = row.fields.map { String(decoding: $0, as: UTF8.self) }
    var taken: [CSVColumn] = []
    columns = headers.map { header in
      guard let column = CSVColumn(header: header) else { return nil }
      // The first of two columns of one meaning has it; the other is kept beside.
      if taken.contains(column), !column.isList { return nil }
      taken.append(column)
      return column
    }
    told = taken.reduce(into: []) { $0.formUnion($1.told) }
    guard taken.contains(.title) else {
      throw InterchangeError(
        at: row.place, field: "title", "no column holds the title",
        advice: "name one title in the first line")
    }
  }

  /// The delimiter that a header line uses most outside of quotes.
  static func delimiter(of line: some Sequence<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [0x2C: 0, 0x3B: 0, 0x09: 0]
    var isQuoted = false
    for byte in line {
      if byte == 0x22 { isQuoted.toggle() }
      if !isQuoted, let count = counts[byte] { counts[byte] = count + 1 }
    }
    return [0x2C, 0x3B, 0x09].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }

  /// The headers of a first line, for telling a format.
  static func names(in line: [UInt8]) -> [String] {
    var buffer = SourceBuffer()
    buffer.feed(line.span.bytes)
    buffer.finish()
    var rows = CSVRows(delimiter: delimiter(of: line), limit: JSONReader.usualLimit)
    do throws(InterchangeError) {
      return try rows.next(from: &buffer)?.fields.map { String(decoding: $0, as: UTF8.self) } ?? []
    } catch {
      return []
    }
  }
}
