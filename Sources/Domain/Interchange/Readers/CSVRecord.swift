/// One row of a CSV file on its way to be an issue.
struct CSVRecord {
  let row: CSVRows.Row
  let columns: CSVColumns

  func issue(
    fingerprint: UInt64, _ names: inout RowNames, _ warnings: inout InterchangeWarnings
  ) throws(InterchangeError) -> IncomingIssue {
    try refuseSurplus()
    var issue = IncomingIssue()
    var foreign = Foreign(system: "csv", id: "")
    var extra = ExtraMembers()
    issue.line = row.place.line
    issue.fingerprint = fingerprint
    // An empty cell names no status, where an empty one of labels says that there are none.
    issue.told = columns.told.subtracting(.status)
    for (index, field) in row.fields.enumerated() where index < columns.headers.count {
      let header = columns.headers[index]
      let text = text(field, header, &warnings)
      if text.isEmpty { continue }
      guard let column = columns.columns[index] else {
        extra.keep(header, text)
        continue
      }
      if try !set(column, text, header, &issue, &foreign) { extra.keep(header, text) }
    }
    if foreign.id.isEmpty {
      foreign.id = name(of: issue, foreign) ?? names.next(fingerprint)
    }
    foreign.extra = extra.object()
    issue.foreign = foreign
    return issue
  }

  /// Sets what a column holds; false when the text is of use only as it stands.
  private func set(
    _ column: CSVColumn, _ text: String, _ header: String, _ issue: inout IncomingIssue,
    _ foreign: inout Foreign
  ) throws(InterchangeError) -> Bool {
    switch column {
    case .title: issue.title = text
    case .body: issue.body = text
    case .author: issue.author = text
    case .owner: issue.owner = text
    case .service: issue.service = text
    case .milestone: issue.milestone = text
    case .demo: issue.demo = text
    case .closedBy: issue.closedBy = text
    case .url: foreign.url = text
    case .labels: issue.labels += CSVText.labels(text).map { IncomingLabel(name: $0) }
    case .assignees: issue.assignees += CSVText.people(text)
    case .watchers: issue.watchers += CSVText.people(text)
    case .blocks: issue.blocks += try keys(text, header)
    case .relates: issue.relates += try keys(text, header)
    case .duplicates: issue.duplicates += try keys(text, header)
    case .created: issue.created = try time(text, header)
    case .updated: issue.updated = try time(text, header)
    case .closed: issue.closed = try time(text, header)
    case .due: issue.due = try time(text, header).utcDate
    case .key: return setKey(text, &issue, &foreign)
    case .id:
      issue.id = text.utf8.count >= 32 ? EntityID(text) : nil
      if issue.id == nil { foreign.id = text }
    case .number:
      issue.number = Int(text.hasPrefix("#") ? String(text.dropFirst()) : text)
      guard let number = issue.number, IssueKey.numbers.contains(number) else {
        throw failure("\"\(text.prefix(40))\" is no number of an issue", "write 1 or more", header)
      }
    case .kind:
      guard let kind = IssueKind(name: text) else {
        throw failure("\"\(text.prefix(40))\" is no kind we know", "write issue or pull", header)
      }
      issue.kind = kind
    case .status:
      guard let status = CSVText.status(text) else {
        throw failure(
          "\"\(text.prefix(40))\" is no status we know", "write one of \(Status.words)", header)
      }
      issue.status = status
      issue.told.insert(.status)
      // A word of another tracker's says more than ours; it is kept beside.
      return Status(name: text) != nil
    case .priority:
      guard let priority = CSVText.priority(text) else {
        throw failure(
          "\"\(text.prefix(40))\" is no priority we know", "write 0 (urgent) to 4 (none)", header)
      }
      issue.priority = priority
      return Priority(name: text) != nil
    }
    return true
  }

  private func setKey(
    _ text: String, _ issue: inout IncomingIssue, _ foreign: inout Foreign
  ) -> Bool {
    guard let key = IssueKey(text) else {
      if foreign.id.isEmpty { foreign.id = text }
      return false
    }
    issue.prefix = key.prefix
    issue.number = key.number
    return true
  }

  /// What tells this row from others at the next import, when no id does; nil for nothing.
  private func name(of issue: IncomingIssue, _ foreign: Foreign) -> String? {
    if let id = issue.id { return id.description }
    if let key = issue.key { return key.description }
    if let number = issue.number { return "#\(number)" }
    return foreign.url.isEmpty ? nil : foreign.url
  }

  private func refuseSurplus() throws(InterchangeError) {
    let surplus = row.fields.dropFirst(columns.headers.count)
    guard !surplus.allSatisfy(\.isEmpty) else { return }
    throw InterchangeError(
      at: row.place,
      "the row has \(row.fields.count) fields, the first line names \(columns.headers.count)",
      advice: "put fields that hold a comma into quotes")
  }

  private func text(
    _ field: [UInt8], _ header: String, _ warnings: inout InterchangeWarnings
  ) -> String {
    if let text = String(validating: field, as: UTF8.self) { return text }
    warnings.add(
      line: row.place.line, field: header,
      "the field held bytes that are no UTF-8; U+FFFD stands in their place")
    return String(decoding: field, as: UTF8.self)
  }

  private func time(_ text: String, _ header: String) throws(InterchangeError) -> Instant {
    if let instant = Instant(iso8601: text) { return instant }
    if let date = CivilDate(text) { return date.startUTC }
    throw failure(
      "\"\(text.prefix(40))\" is no time", "write one like 2026-01-31 or 2026-01-31T09:30:00Z",
      header)
  }

  private func keys(_ text: String, _ header: String) throws(InterchangeError) -> [IssueKey] {
    var keys: [IssueKey] = []
    for word in CSVText.people(text) {
      guard let key = IssueKey(word) else {
        throw failure("\"\(word.prefix(40))\" is no key of an issue", "write API-42", header)
      }
      keys.append(key)
    }
    return keys
  }

  private func failure(
    _ message: String, _ advice: String, _ header: String
  ) -> InterchangeError {
    InterchangeError(at: row.place, field: header, message, advice: advice)
  }
}
