import Canvas
import Testing

@Suite struct MarkdownLinkTests {
  @Test func `a link shows where it leads when its text does not`() {
    #expect(text("[log](http://e.org/a)") == ["log (http://e.org/a)"])
    #expect(text("<http://e.org/a>") == ["http://e.org/a"])
    #expect(text("mail ana@example.org now") == ["mail ana@example.org now"])
    #expect(text("[log](http://e.org/a-very-long-way)", width: 20) == ["log"])
  }

  @Test(arguments: ["http://e.org/", "HTTPS://e.org/", "mailto:ana@example.org"])
  func `the web and mail can be opened`(url: String) {
    #expect(span("go", of: "[go](\(url))")?.link == url)
  }

  @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "ssh://e.org", "/a/b", "#c", ""])
  func `nothing else can be opened`(url: String) throws {
    let link = try #require(span("go", of: "[go](\(url))"))
    #expect(link.link == nil)
    #expect(link.style.role == .link)
  }

  @Test func `an address never carries a control character`() throws {
    let link = try #require(span("go", of: "[go](<http://e.org/\u{1B}]8;;é>)"))
    #expect(link.link == "http://e.org/%1B]8;;%C3%A9")
  }

  @Test(arguments: ["@ana", "@acme/core-team"])
  func `people and teams are found`(name: String) {
    #expect(span(name, of: "ask \(name), please")?.style.role == .person)
    #expect(span(name, of: "(\(name))")?.style.role == .person)
  }

  @Test(arguments: ["#123", "API-42", "API-~K7Q2M"])
  func `issues are found`(key: String) {
    #expect(span(key, of: "see \(key).")?.style.role == .link)
    #expect(span(key, of: key)?.style.role == .link)
  }

  @Test(arguments: [
    "UTF-8", "xAPI-42", "API-42b", "A-1", "C#7", "#1a", "# 1", "a@b", "@", "@-a", "API-", "API-~",
    "`@ana`", "@an\u{E9}",
  ])
  func `what only resembles a name is plain text`(words: String) {
    let roles = Markdown.render("x \(words) y", width: 60, glyphs: .unicode)
      .flatMap(\.spans).map(\.style.role)
    #expect(!roles.contains(.person))
    #expect(!roles.contains(.link))
  }
}
