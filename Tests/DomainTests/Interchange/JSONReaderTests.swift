import Domain
import Testing

@Suite struct JSONReaderTests: ReadsFiles {
  private func elements(
    _ text: String, _ layout: JSONReader.Layout, piece: Int, limit: Int = JSONReader.usualLimit
  ) throws -> [String] {
    var reader = JSONReader(layout, limit: limit)
    var found: [String] = []
    func take() throws {
      while let element = try reader.next() {
        let text = String(decoding: element.bytes, as: UTF8.self)
        found.append("\(element.line)|\(element.offset)|\(element.member)|\(text)")
      }
    }
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      reader.feed(Array(bytes[start..<min(start + piece, bytes.count)]))
      try take()
    }
    reader.finish()
    try take()
    return found
  }

  @Test(arguments: [1, 2, 3, 7, 64, 1000])
  func `any chunking cuts the same elements`(piece: Int) throws {
    let pages = "[{\"a\":\"]}\\\"\"},\n 17 , \"x,y\"]\n[]\n[ [1,[2]] , true]\n{\"b\":{}}"
    #expect(
      try elements(pages, .values, piece: piece) == [
        "1|1||{\"a\":\"]}\\\"\"}", "2|16||17", "2|21||\"x,y\"", "4|33||[1,[2]]", "4|43||true",
        "5|49||{\"b\":{}}",
      ])
    let archive = "{\"repo\":\"o/n\",\"issues\":[{\"n\":1},{\"n\":2}],\n\"issue\":[3],\"pulls\":[]}"
    #expect(
      try elements(archive, .members(["issues", "pulls"]), piece: piece) == [
        "1|8|repo|\"o/n\"", "1|24|issues|{\"n\":1}", "1|32|issues|{\"n\":2}", "2|50|issue|[3]",
      ])
    #expect(
      try elements("\u{FEFF}{}\r\n\r\n  \n{\"a\":1}\n[2]", .lines, piece: piece) == [
        "1|3||{}\r", "4|12||{\"a\":1}", "5|20||[2]",
      ])
  }

  @Test(arguments: [
    "[1,]", "[1 2]", "[", "[1", "[1,", "{\"a\":1", "x", "[1]x", "]", "[{\"a\":1}", "\"abc",
    "[\"abc",
  ])
  func `a broken frame is an error with its line, again at every call`(text: String) {
    var reader = JSONReader(.values)
    reader.feed(Array("\n\(text)".utf8))
    reader.finish()
    func drain() throws { while try reader.next() != nil {} }
    #expect(throws: InterchangeError.self) { try drain() }
    do throws(InterchangeError) {
      _ = try reader.next()
      Testing.Issue.record("no error for \(text)")
    } catch {
      #expect(error.line == 2)
    }
  }

  @Test func `a record over the limit is one plain error`() throws {
    let long = String(repeating: "a", count: 3 << 20)
    for (layout, text, what) in [
      (JSONReader.Layout.lines, "{}\n\"\(long)\"", "line"),
      (.values, "[{},\n\"\(long)\"]", "record"),
    ] {
      do {
        _ = try elements(text, layout, piece: 1 << 16, limit: 2 << 20)
        Testing.Issue.record("no error for \(what)")
      } catch let error as InterchangeError {
        #expect(error.message == "a single \(what) of more than 2 MiB at line 2")
      }
    }
  }

  @Test func `a file cut short says at which byte`() {
    let error = failure("[{\"title\":\"a\"},\n{\"title\":\"b", as: .gh)
    #expect(error?.line == 2)
    #expect(error?.offset == 27)
    #expect(error?.message == "the file ends in the middle of a record, at byte 27")
  }
}
