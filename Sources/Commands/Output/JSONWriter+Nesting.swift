internal import Domain

extension JSONWriter {
  /// Writes a list of objects.
  mutating func objects<Item>(_ items: [Item], _ write: (Item, inout JSONWriter) -> Void) {
    beginArray()
    for item in items {
      beginObject()
      write(item, &self)
      endObject()
    }
    endArray()
  }

  /// Writes a whole number, or null.
  mutating func optional(_ number: Int?) {
    if let number { integer(number) } else { null() }
  }

  /// Writes a member that is a text, or null.
  mutating func field(_ name: StaticString, _ text: String?) {
    key(name)
    optional(text)
  }

  /// Writes a member that is a time, or null.
  mutating func field(_ name: StaticString, _ instant: Instant?) {
    key(name)
    optional(instant)
  }

  /// Writes a member that is a whole number, or null.
  mutating func field(_ name: StaticString, _ number: Int?) {
    key(name)
    optional(number)
  }

  /// Writes a member that is true or false.
  mutating func field(_ name: StaticString, _ flag: Bool) {
    key(name)
    bool(flag)
  }

  /// Writes a member that is a list of texts.
  mutating func field(_ name: StaticString, _ texts: [String]) {
    key(name)
    list(texts)
  }

  /// Writes the members `start` and `end`.
  mutating func span(_ period: Period) {
    field("start", period.start)
    field("end", period.end)
  }
}
