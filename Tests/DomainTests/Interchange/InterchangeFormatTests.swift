import Domain
import Testing

@Suite struct InterchangeFormatTests: ReadsFiles {
  @Test(arguments: [
    (#"[{"number":1,"title":"a","createdAt":"x"}]"#, ImportFormat.gh),
    ("[]", .gh),
    (#"[{"url":"u","html_url":"h","number":1}]"#, .githubREST),
    (#"{"url":"u","repository_url":"h","number":1}"#, .githubREST),
    (#"  {"magic":"m","labels":[]}"#, .githubArchive),
    (#"{"repo":"o/n","issues":[{"number":1"#, .githubArchive),
    (#"{"type":"workspace","format":1}"#, .ndjson),
    (#"{"id":"x","type":"issue","title":"a"}"#, .ndjson),
    ("\u{FEFF}Issue key;Summary;Status\nA-1;b;Open", .csv),
    ("title\nonly", .csv),
  ])
  func `a format shows in the first bytes`(text: String, format: ImportFormat) {
    #expect(ImportFormat.detect(firstBytes: Array(text.utf8)) == format)
  }

  @Test(arguments: ["", "#!/bin/sh\n", "[1,2]", "\"text\"", "{}", "{\"a\":1}", "a,b,c\n1,2,3"])
  func `what is none of ours is not guessed at`(text: String) {
    #expect(ImportFormat.detect(firstBytes: Array(text.utf8), fileName: "notes.txt") == nil)
  }

  @Test func `a name ending in csv is enough`() {
    #expect(ImportFormat.detect(firstBytes: Array("a,b".utf8), fileName: "X.CSV") == .csv)
  }

  @Test func `an empty, foreign or unknown file is one clear line`() {
    #expect(failure("")?.message == "the file is empty")
    #expect(failure([0xFF, 0xFE, 0x5B, 0])?.message == "the file is UTF-16")
    #expect(failure("#!/bin/sh")?.message == "the file is of no format we know")
    #expect(failure("{\"a\":1}", as: .gh)?.message == "the issue has no title")
  }
}
