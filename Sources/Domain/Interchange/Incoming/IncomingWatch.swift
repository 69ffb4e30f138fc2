/// One thing of the watch bill as a file tells it: a schedule, a page, an update and the like.
///
/// Everything of it stands in its content, the JSON that is stored; beside it
/// stands only what the content does not say.
///
/// ```
/// {"type":"override","id":UUID,"schedule":UUID,"created":...,"content":{"kind":...,"period":...}}
/// ```
public struct IncomingWatch: Sendable, Equatable {
  /// The line of the file on which it begins.
  public var line = 0
  /// One of `kinds`.
  public let kind: EntityKind
  /// The permanent id, the same as in the content.
  public var id: EntityID
  /// The handle of a policy; nil for everything else.
  public var handle: String?
  /// The schedule of an override; nil for everything else.
  public var schedule: EntityID?
  /// When it was made; nil when the file does not say.
  public var created: Instant?
  /// An object, byte for byte as it is stored.
  public var content: String

  /// What can be such a record.
  ///
  /// Inbox marks are personal and stay at home.
  public static let kinds: [EntityKind] = [
    .schedule, .policy, .override, .cover, .offer, .absence, .maintenance, .page, .handoff,
    .prompt, .update, .blocker,
  ]

  /// A thing with its content.
  public init(_ kind: EntityKind, id: EntityID, content: String) {
    self.kind = kind
    self.id = id
    self.content = content
  }

  /// The thing itself; throws what about the content can never be, with its place in it.
  public func record() throws(InterchangeError) -> WatchRecord {
    var cursor = JSONCursor(Array(content.utf8))
    let tree = try JSONTree(&cursor)
    try cursor.end()
    return try record(tree, cursor)
  }

  /// The same with other ids in the place of some: a thing may be here under another id.
  public func naming(_ others: [EntityID: EntityID]) -> IncomingWatch {
    guard !others.isEmpty else { return self }
    var watch = self
    watch.id = others[id] ?? id
    watch.schedule = schedule.map { others[$0] ?? $0 }
    var bytes = Array(content.utf8)
    var at = 0
    // An id is a text of its own: 36 bytes between two quotes.
    while let quote = bytes[at...].firstIndex(of: 0x22), quote + 37 < bytes.count {
      at = quote + 1
      guard bytes[quote + 37] == 0x22, let id = EntityID(utf8: bytes[at..<at + 36]),
        let other = others[id]
      else { continue }
      bytes.replaceSubrange(at..<at + 36, with: other.description.utf8)
      at += 36
    }
    watch.content = String(decoding: bytes, as: UTF8.self)
    return watch
  }
}

extension IncomingWatch {
  /// The thing from its content as a tree; the cursor is one over the text it was read from.
  func record(_ tree: JSONTree, _ cursor: JSONCursor) throws(InterchangeError) -> WatchRecord {
    let record = try decoded(tree, cursor)
    guard record.ref.id == id else {
      throw cursor.failure(
        "the content is of \(record.ref.id), the record of \(id)",
        advice: "write the same id in both", at: tree.index)
    }
    if let flaw = record.flaw {
      let parts = flaw.words.split(separator: "; ", maxSplits: 1)
      throw cursor.failure(
        parts.first.map(String.init) ?? flaw.words,
        advice: parts.count > 1 ? String(parts[1]) : "correct it or leave the record out",
        at: tree.index, field: path(of: flaw, tree, cursor))
    }
    return record
  }

  private func decoded(
    _ tree: JSONTree, _ cursor: JSONCursor
  ) throws(InterchangeError) -> WatchRecord {
    do {
      return try decoded(JSONTreeDecoder(tree))
    } catch let error as DecodingError {
      throw failure(error, tree, cursor)
    } catch let error as InterchangeError {
      throw error
    } catch {
      throw cursor.failure(
        "this is no \(kind.name)", advice: "correct it or export it again", at: tree.index)
    }
  }

  private func decoded(_ decoder: JSONTreeDecoder) throws -> WatchRecord {
    switch kind {
    case .schedule: return .schedule(try decoder.decode(Schedule.self))
    case .override:
      guard let schedule else { throw missing("schedule") }
      return .override(try decoder.decode(Override.self), of: schedule)
    case .cover: return .cover(try decoder.decode(CoverRequest.self))
    case .offer: return .offer(try decoder.decode(ShiftOffer.self))
    case .absence: return .absence(try decoder.decode(Absence.self))
    case .policy:
      guard let handle, !handle.isEmpty else { throw missing("handle") }
      let policy = try decoder.decode(EscalationPolicy.self)
      return .policy(WatchBill.NamedPolicy(handle: handle, policy: policy))
    case .maintenance: return .maintenance(try decoder.decode(MaintenanceWindow.self))
    case .page: return .page(try decoder.decode(Page.self))
    case .handoff: return .handoff(try decoder.decode(Handoff.self))
    case .prompt: return .prompt(try decoder.decode(Prompt.self))
    case .update: return .update(try decoder.decode(Update.self))
    case .blocker: return .blocker(try decoder.decode(Blocker.self))
    default:
      throw InterchangeError(
        at: SourcePlace(line: line), "\(kind.article) \(kind.name) is no part of the watch bill",
        advice: "leave the record out")
    }
  }

  private func missing(_ field: String) -> InterchangeError {
    InterchangeError(
      at: SourcePlace(line: max(line, 1)), field: field, "the \(kind.name) has no \(field)",
      advice: "add its \(field)")
  }

  /// A decoder's error in our words, with the place of the part that is wrong.
  private func failure(
    _ error: DecodingError, _ tree: JSONTree, _ cursor: JSONCursor
  ) -> InterchangeError {
    let advice = "correct it or export it again"
    switch error {
    case .keyNotFound(let key, let context):
      let part = tree.part(at: context.codingPath)
      let path = cursor.failure("", advice: "", at: part.index + 1).field
      return cursor.failure(
        "\"\(key.stringValue)\" is missing", advice: "add it", at: part.index, field: path)
    case .typeMismatch(_, let context):
      let part = tree.part(at: context.codingPath)
      return cursor.failure(
        "\(part.kind) stands where something else belongs", advice: advice, at: part.index)
    case .valueNotFound(_, let context):
      return cursor.failure(
        "a value is missing", advice: advice, at: tree.part(at: context.codingPath).index)
    case .dataCorrupted(let context):
      let part = tree.part(at: context.codingPath)
      return cursor.failure(
        "\(part.words) cannot stand here", advice: advice, at: part.index)
    @unknown default:
      return cursor.failure("this cannot be read", advice: advice, at: tree.index)
    }
  }

  /// The field that is to blame: inside the content as far as the flaw says.
  private func path(of flaw: WatchRecord.Flaw, _ tree: JSONTree, _ cursor: JSONCursor) -> String {
    let content = cursor.failure("", advice: "", at: tree.index).field
    return [content, flaw.part].filter { !$0.isEmpty }.joined(separator: ".")
  }
}

extension JSONTree {
  /// The value in short: what it is, or itself in quotes.
  fileprivate var words: String {
    switch value {
    case .text(let text): "\"\(text.prefix(40))\""
    case .number(let numeral): "\(numeral.prefix(40))"
    default: kind
    }
  }
}
