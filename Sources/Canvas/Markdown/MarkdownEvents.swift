import CMarkdown

/// One step through a parsed body: a part begins, or ends.
typealias MarkdownEvent = cm_event

extension MarkdownEvent {
  /// What the part says or where it leads; empty if nothing.
  var content: String { text.map { String(cString: $0) } ?? "" }
}

/// A parsed body, read in one go.
enum MarkdownEvents {
  /// Parses a body and hands out its parts in reading order, until `take` says no.
  ///
  /// The walk is a loop, so the depth of nesting costs no stack.
  static func walk(_ source: [UInt8], _ take: (MarkdownEvent) -> Bool) {
    guard !source.isEmpty else { return }
    let opened = source.withUnsafeBytes { bytes in
      cm_open(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document = opened else { return }
    defer { cm_close(document) }
    var event = MarkdownEvent()
    while cm_next(document, &event), take(event) {}
  }
}
