/// What the watch bill holds.
extension NDJSONWriter {
  static func write(_ watch: IncomingWatch, _ writer: inout JSONWriter) {
    writer.member("type", watch.kind.name)
    writer.member("id", watch.id.description)
    writer.member("handle", watch.handle)
    writer.member("schedule", watch.schedule?.description)
    writer.member("created", watch.created)
    writer.key("content")
    writer.raw(watch.content)
  }
}
