import Foundation
import Testing

/// Issues from the command line, by the built program.
@Suite(.enabled(if: Binary.path != nil, "watchbill has not been built"))
struct CommandLineIssueTests {
  private let bench: Bench

  init() throws {
    bench = try Bench()
    for words in [
      "person add ana --name Ana", "person use ana", "project add API",
      "issue create --project API --title One", "issue create --project API --title Two",
    ] { _ = try bench.run(words) }
  }

  @Test func `a verb is undone and done again`() throws {
    #expect(try bench.run("issue close API-1").output == "closed API-1\n")
    #expect(try bench.run("issue list --json key").output == "[\n{\"key\":\"API-2\"}\n]\n")
    #expect(try bench.run("undo").output == "undid: closed API-1\n")
    #expect(try bench.run("issue list --json key --limit 0").output.contains("API-1"))
    #expect(try bench.run("redo").output == "redid: closed API-1\n")
    let again = try bench.run("issue close API-1")
    #expect(again.status == 0)
    #expect(again.errors == "nothing changed: it was so already\n")
  }

  @Test func `a list is narrowed by the options people know from other trackers`() throws {
    _ = try bench.run("issue create -t Three -l bug -l ui,slow -a ana --project API")
    _ = try bench.run("issue create -t Four -l bug --project API")
    _ = try bench.run(["issue", "close", "API-4", "-c", "not here"])
    _ = try bench.run(["view", "save", "Bugs", "label:bug"])
    func keys(_ words: String) throws -> String {
      try bench.run("issue list --ndjson --json key sort:key " + words).output
        .split(separator: "\"").filter { $0.hasPrefix("API") }.joined(separator: " ")
    }
    func open(_ words: String) throws -> String {
      try bench.run("issue list --ndjson --json key " + words).output
        .split(separator: "\"").filter { $0.hasPrefix("API") }.joined(separator: " ")
    }
    #expect(try open("-l bug") == "API-3")
    #expect(try open("--label bug --state closed") == "API-4")
    #expect(try keys("-s all -l bug") == "API-3 API-4")
    #expect(try keys("-l bug,slow") == "API-3")
    #expect(try keys("--view bugs") == "API-3 API-4")
    #expect(try keys("-a @me") == "API-3" && keys("-A ana -L 1") == "API-1")
    #expect(try open("-S one") == "API-1" && open("-S is:closed") == "API-4")
    #expect(try bench.run("issue list -s shut").errors.hasSuffix("use one of open, closed, all\n"))
    #expect(try bench.run("issue list --view nope").status == 2)
    #expect(try bench.run("issue view API-4").output.contains("not here"))
    #expect(try bench.run("issue ls").output == bench.run("issue list").output)
  }

  @Test func `names that are not here are said beside the results`() throws {
    let outcome = try bench.run("issue list owner:anna label:bug --json key")
    #expect(outcome.status == 0 && outcome.output == "[]\n")
    #expect(
      outcome.errors
        == "nobody here is called 'anna'; did you mean ana?\nno label 'bug' here\n")
    #expect(try bench.run("issue list owner:ana --json key").errors.isEmpty)
  }

  @Test func `a bulk change is one step`() throws {
    #expect(
      try bench.run(["issue", "label", "--query", "is:open", "--add", "bug"]).output
        == "labelled 2 issues\n")
    #expect(try bench.run("issue list label:bug --json key --limit 0").output.contains("API-2"))
    _ = try bench.run("undo")
    #expect(try bench.run("issue list label:bug --json").output == "[]\n")
  }

  @Test func `a thing is an object with every name, and a list is an array`() throws {
    let one = try bench.run("issue show API-1 --json key,title,owner,comments").output
    #expect(one == "{\"key\":\"API-1\",\"title\":\"One\",\"owner\":null,\"comments\":[]}\n")
    let people = try bench.run("person list --json handle,name").output
    #expect(people == "[\n{\"handle\":\"ana\",\"name\":\"Ana\"}\n]\n")
    let lines = try bench.run(["issue", "list", "sort:key", "--ndjson", "--json", "key"]).output
    #expect(lines == "{\"key\":\"API-1\"}\n{\"key\":\"API-2\"}\n")
  }

  @Test func `a list says what it cut, beside the results`() throws {
    let cut = try bench.run("issue list --limit 1")
    #expect(cut.output.split(separator: "\n").count == 2)
    #expect(cut.errors == "1 of 2; --limit 0 lists all\n")
  }

  @Test func `a comment comes from an argument or from standard input`() throws {
    _ = try bench.run(["issue", "comment", "API-1", "first"])
    _ = try bench.run("issue comment API-1 -", input: "second\n")
    let shown = try bench.run("issue show API-1").output
    #expect(shown.contains("first") && shown.contains("second"))
    #expect(try bench.run("issue comment API-1").status == 64)
  }

  @Test func `escape sequences reach the terminal as pictures and scripts as they are`() throws {
    _ = try bench.run(["issue", "edit", "API-1", "--title", "a\u{1B}[31mb"])
    let text = try bench.run("issue list").output
    #expect(text.contains("a␛[31mb") && !text.contains("\u{1B}"))
    #expect(
      try bench.run("issue show API-1 --json title").output == "{\"title\":\"a\\u001b[31mb\"}\n")
  }

  @Test(arguments: [
    ("issue list --foo", 64), ("issue nope", 64), ("nope", 64), ("issue close foo", 64),
    ("issue close", 64), ("issue close API-9", 2), ("issue show API-9", 2),
    ("issue list lable:bug", 64), ("issue list --json nope", 64), ("search zzz", 2),
    ("issue close API-1 --as nobody", 64), ("issue own API-1 --to nobody", 2),
    ("issue priority API-1 --to soon", 64), ("issue edit API-1 --due tomorrow", 64),
    ("issue list --workspace nowhere.db", 2), ("issue list --workspace /dev/null", 65),
    ("export --format pdf", 64), ("export -o /nowhere/file", 73), ("view remove nope", 2),
    ("project add 9", 64), ("person add ana", 1), ("person add none", 64), ("--help", 0),
    ("issue list --help", 0), ("completions bash", 0), ("version", 0),
  ])
  func `every ending has its status, and a fault its one line`(
    words: String, status: Int32
  ) throws {
    let outcome = try bench.run(words)
    #expect(outcome.status == status, "\(outcome)")
    guard status != 0 else { return }
    #expect(outcome.errors.hasPrefix("watchbill: "), "\(outcome)")
    #expect(outcome.errors.split(separator: "\n").filter { !$0.hasPrefix("  ") }.count == 1)
  }

  @Test func `a query's fault is pointed at`() throws {
    let outcome = try bench.run(["issue", "list", "is:open lable:bug"])
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.dropFirst().first == "  is:open lable:bug")
    #expect(lines.last?.hasPrefix("          ^") == true, "\(outcome.errors)")
  }

  @Test func `nobody acts without a name`() throws {
    let other = try bench.run("project add OPS --workspace fresh.db")
    #expect(other.status == 0, "\(other)")
    let outcome = try bench.run("issue create --title x --workspace fresh.db")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("nobody said who you are"))
  }

  @Test func `the bare command needs a terminal, and a workspace`() throws {
    #expect(try bench.run("").status == 64)
    #expect(try bench.run("--workspace nowhere.db").status == 2)
  }
}
