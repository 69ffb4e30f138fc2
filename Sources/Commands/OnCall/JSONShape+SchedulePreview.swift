internal import Domain

extension JSONShape where Thing == SchedulePreview {
  /// A preview as JSON.
  static var preview: JSONShape {
    JSONShape(
      kind: "a preview",
      fields: [
        ("intervals", { $1.array($0.intervals) { $1.interval($0) } }),
        ("gaps", { $1.array($0.gaps) { $1.gap($0) } }),
        ("handoffs", { $1.array($0.handoffs) { $1.handoff($0) } }),
      ])
  }
}

extension JSONWriter {
  fileprivate mutating func array<Item>(
    _ items: [Item], _ write: (Item, inout JSONWriter) -> Void
  ) {
    beginArray()
    for item in items { write(item, &self) }
    endArray()
  }

  fileprivate mutating func interval(_ interval: SchedulePreview.Interval) {
    beginObject()
    key("start")
    instant(interval.period.start)
    key("end")
    instant(interval.period.end)
    key("people")
    list(interval.people)
    key("layer")
    optional(interval.layer)
    key("turn")
    optional(interval.turn)
    key("override")
    optional(interval.override)
    endObject()
  }

  fileprivate mutating func gap(_ period: Period) {
    beginObject()
    key("start")
    instant(period.start)
    key("end")
    instant(period.end)
    endObject()
  }

  fileprivate mutating func handoff(_ handoff: SchedulePreview.Handoff) {
    beginObject()
    key("at")
    instant(handoff.at)
    key("from")
    list(handoff.from)
    key("to")
    list(handoff.to)
    key("layer")
    optional(handoff.layer)
    key("turn")
    optional(handoff.turn)
    endObject()
  }
}
