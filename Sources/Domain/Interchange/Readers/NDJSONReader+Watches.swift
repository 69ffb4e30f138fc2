/// What the watch bill holds.
extension NDJSONReader {
  /// The kind of thing that a record's type names; nil when it is none of the watch bill.
  func watchKind(_ type: JSONKey) -> EntityKind? {
    switch type {
    case "schedule": .schedule
    case "policy": .policy
    case "override": .override
    case "cover": .cover
    case "offer": .offer
    case "absence": .absence
    case "maintenance": .maintenance
    case "page": .page
    case "handoff": .handoff
    case "prompt": .prompt
    case "update": .update
    case "blocker": .blocker
    default: nil
    }
  }

  func watch(
    _ kind: EntityKind, _ cursor: inout JSONCursor, _ warnings: inout InterchangeWarnings
  ) throws(InterchangeError) -> IncomingWatch {
    var id: EntityID?
    var tree: JSONTree?
    // Filled in as it is read; the id comes from the file or from nowhere.
    var watch = IncomingWatch(kind, id: EntityID(high: 0, low: 0), content: "")
    watch.line = cursor.line
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "type": try cursor.skip()
      case "id": id = try cursor.id()
      case "handle" where kind == .policy: watch.handle = try cursor.optionalString()
      case "schedule" where kind == .override: watch.schedule = try cursor.id()
      case "created": watch.created = try cursor.instant()
      case "content":
        guard cursor.byte == 0x7B else { throw cursor.wrongType("an object") }
        let start = cursor.at
        tree = try JSONTree(&cursor)
        watch.content = cursor.compactText(from: start)
      default: try leaveOut(&cursor, &warnings)
      }
    }
    _ = try needed(id?.description, "id", kind.name, cursor)
    guard let id, let tree else {
      throw cursor.failure(
        "the \(kind.name) has no content", advice: "add its content", at: cursor.range.lowerBound,
        field: "content")
    }
    watch.id = id
    _ = try watch.record(tree, cursor)
    return watch
  }
}

extension JSONCursor {
  /// What was read from an index on, without the space between its tokens.
  fileprivate func compactText(from start: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(at - start)
    RawJSON.appendCompact(bytes[start..<at], to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
