internal import Canvas
internal import Domain
internal import Storage

/// What happened to things, in one look everywhere: on the clock of whoever acts.
extension OpenBill {
  /// What happened to something, oldest first: `Wed 11 Mar 10:00  @ana closed this`.
  func history(of ref: EntityRef) throws -> [String] {
    try workspace.store.timeline(of: ref, clock: words.clock).map { entry in
      let who = entry.author.map { "@\($0) " } ?? ""
      let undone = entry.isUndone ? " (undone)" : ""
      return CleanText("\(words.moment(entry.at))  \(who)\(entry.words)\(undone)").characters
    }
  }

  /// Prints what happened to something, oldest first.
  func printTimeline(of ref: EntityRef, _ form: OutputForm) throws {
    if form == .text {
      for line in try history(of: ref) { try shell.output.line(line) }
    } else {
      _ = try form.print(try workspace.store.timeline(of: ref), .timeline, shell)
    }
  }
}

extension JSONShape where Thing == TimelineEntry {
  /// Lines of history as JSON.
  static var timeline: JSONShape {
    JSONShape(kind: "a line of history", fields: fields)
  }

  private static var fields: [(name: String, write: Writing)] {
    [
      ("at", { $1.instant($0.at) }),
      ("by", { $1.optional($0.author) }),
      ("words", { $1.string($0.words) }),
      ("undone", { $1.bool($0.isUndone) }),
    ]
  }
}

extension JSONWriter {
  /// Writes lines of history as a list.
  mutating func history(_ entries: [TimelineEntry]) {
    objects(entries) { entry, writer in
      writer.field("at", entry.at)
      writer.key("by")
      writer.optional(entry.author)
      writer.field("words", entry.words)
      writer.key("undone")
      writer.bool(entry.isUndone)
    }
  }
}
