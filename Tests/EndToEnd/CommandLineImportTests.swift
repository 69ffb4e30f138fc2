import Foundation
import Testing

/// Import and export, by the built program.
@Suite(.enabled(if: Binary.path != nil, "watchbill has not been built"))
struct CommandLineImportTests {
  private let bench: Bench

  init() throws {
    bench = try Bench()
    try bench.write(Fixture.rest, to: "rest.json")
  }

  @Test func `what came in once changes nothing the second time`() throws {
    let first = try bench.run("import rest.json")
    #expect(first.status == 0)
    #expect(
      first.output.hasPrefix("imported 1 issue and 1 pull, 2 people, 1 label"), "\(first)")
    #expect(first.output.contains("from rest.json into CLI in "))
    #expect(first.errors == "")
    let second = try bench.run("import rest.json")
    #expect(second.status == 0)
    #expect(
      second.output == "nothing changed: all 2 issues of rest.json are here as they stand\n")
  }

  @Test func `an export brought in elsewhere goes out again byte for byte`() throws {
    _ = try bench.run("import rest.json --project TLS")
    _ = try bench.run("person add ana --name Ana")
    _ = try bench.run(["issue", "comment", "TLS-7", "Ça va — 作者", "--as", "ana"])
    _ = try bench.run("issue close TLS-7 --as ana")
    #expect(try bench.run("export -o one.ndjson").errors.hasPrefix("exported 2 issues"))
    let came = try bench.run("import one.ndjson --workspace other.db")
    #expect(came.status == 0, "\(came)")
    #expect(try bench.run("export -o two.ndjson --workspace other.db").status == 0)
    #expect(try bench.read("one.ndjson") == bench.read("two.ndjson"))
  }

  @Test func `a dry run says what would come and leaves nothing`() throws {
    let dry = try bench.run("import rest.json --dry-run")
    #expect(dry.status == 0)
    #expect(dry.output.hasPrefix("would import 1 issue and 1 pull"))
    #expect(!bench.has("work.db"))
  }

  @Test func `standard input is a file like any other`() throws {
    let came = try bench.run("import - --format csv --project OPS", input: "title\nOne\nTwo\n")
    #expect(came.status == 0)
    #expect(came.output.hasPrefix("imported 2 issues"), "\(came)")
  }

  @Test func `a file that names no project asks for one`() throws {
    try bench.write("title\nOne\n", to: "a.csv")
    let came = try bench.run("import a.csv")
    #expect(came.status == 64)
    #expect(
      came.errors
        == "watchbill: a.csv: line 2: the record names no project; say which with --project PREFIX\n"
    )
    #expect(!bench.has("work.db"))
  }

  @Test func `what cannot be read says so in one line and changes nothing`() throws {
    let half = Fixture.rest.dropLast(40)
    try bench.write(half.utf8, to: "half.json")
    try bench.write("", to: "empty.json")
    try bench.write((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ $0 / 7) }, to: "noise")
    let wrong = "{\"type\":\"issue\",\"key\":\"A-1\",\"title\":\"x\",\"created\":\"yesterday\"}\n"
    try bench.write(wrong, to: "date.ndjson")
    let cases: [(file: String, status: Int32, says: String)] = [
      (".", 65, "is a folder"), ("nowhere.json", 2, "No such file"),
      ("half.json", 65, "half.json: line"), ("empty.json", 65, "the file is empty"),
      ("noise", 65, "no format we know"), ("date.ndjson", 65, "line 1, column"),
    ]
    for (file, status, says) in cases {
      let came = try bench.run(["import", file])
      #expect(came.status == status, "\(file): \(came)")
      #expect(came.errors.contains(says), "\(file): \(came)")
      #expect(came.errors.split(separator: "\n").count == 1, "\(file): \(came)")
      #expect(came.output == "")
      #expect(!bench.has("work.db"), "\(file) made a workspace")
    }
  }

  @Test func `a line that never ends is refused before it fills the memory`() throws {
    let line = "{\"type\":\"issue\",\"title\":\"" + String(repeating: "a", count: 65 << 20)
    try bench.write(line, to: "line.ndjson")
    let came = try bench.run("import line.ndjson")
    #expect(came.status == 65)
    #expect(came.errors.contains("a single line of more than 64 MiB"))
  }

  @Test func `bytes that are no text are mended and said`() throws {
    var bytes = Array("{\"type\":\"issue\",\"key\":\"A-1\",\"title\":\"a".utf8)
    bytes.append(0xFF)
    bytes += Array("\"}\n".utf8)
    try bench.write(bytes, to: "a.ndjson")
    let came = try bench.run("import a.ndjson")
    #expect(came.status == 0)
    #expect(came.errors.contains("line 1, field title"))
    #expect(try bench.run("issue list --json title").output == "[\n{\"title\":\"a\u{FFFD}\"}\n]\n")
  }

  @Test func `a record that cannot come in is named, and what came before it stands in order`()
    throws
  {
    let good = (1...1000).map { "{\"type\":\"issue\",\"key\":\"A-\($0)\",\"title\":\"T\"}\n" }
    let bad = #"{"type":"issue","key":"A-1001","title":"T","labels":["a\u0000b"]}"# + "\n"
    try bench.write(good.joined() + bad, to: "a.ndjson")
    let came = try bench.run("import a.ndjson")
    #expect(came.status == 65)
    #expect(
      came.errors.contains(
        "a.ndjson: line 1001: the name of a label must be a text without the character U+0000; "
          + "1,000 issues were brought in and stand; mend the file and run it again"), "\(came)")
    #expect(try bench.run("issue list --limit 1 sort:key --json key").status == 0)
    try bench.write(good.joined(), to: "a.ndjson")
    #expect(try bench.run("import a.ndjson").output.hasPrefix("nothing changed: all 1,000 issues"))
  }
}

/// Small files as GitHub writes them.
enum Fixture {
  static let rest = """
    [{"url":"https://api.github.com/repos/cli/cli/issues/7","id":70,"number":7,
    "title":"Slow feed \\u001b[31m","state":"open","body":"It waits.","user":{"login":"mo","id":1},
    "labels":[{"id":1,"name":"bug","color":"d73a4a"}],"comments":0,
    "created_at":"2026-01-01T10:00:00Z","updated_at":"2026-01-02T10:00:00Z"},
    {"url":"https://api.github.com/repos/cli/cli/issues/8","id":80,"number":8,"title":"Fix feed",
    "state":"closed","body":null,"user":{"login":"lu","id":2},"labels":[],"comments":0,
    "pull_request":{"url":"https://api.github.com/repos/cli/cli/pulls/8","merged_at":null},
    "created_at":"2026-01-01T11:00:00Z","updated_at":"2026-01-03T10:00:00Z",
    "closed_at":"2026-01-03T10:00:00Z"}]

    """
}
