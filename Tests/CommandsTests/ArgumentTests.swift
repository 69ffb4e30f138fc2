import Testing

@testable import Commands

/// From the words of a command line to what is run.
struct ArgumentTests {
  @Test(arguments: [
    (["issue", "list", "--json"], ["issue", "list", "--json=all"]),
    (["issue", "list", "--json", "is:open"], ["issue", "list", "--json=all", "is:open"]),
    (["issue", "list", "--json", "key,title"], ["issue", "list", "--json=key,title"]),
    (["--as", "ana", "undo"], ["undo", "--as", "ana"]),
    (["--workspace=a.db", "--as", "ana", "undo"], ["undo", "--workspace=a.db", "--as", "ana"]),
    (["--as", "ana", "search", "--", "-x"], ["search", "--as", "ana", "--", "-x"]),
    (["issue", "list", "-label:bug"], ["issue", "list", "NOT label:bug"]),
    (["issue", "ls", "-l", "bug", "-is:mine"], ["issue", "ls", "-l", "bug", "NOT is:mine"]),
    (["search", "-h"], ["search", "-h"]),
    (["issue", "close", "--query", "-has:owner"], ["issue", "close", "--query", "NOT has:owner"]),
    (["issue", "create", "--title", "-label:x"], ["issue", "create", "--title", "-label:x"]),
    (["--as"], ["--as"]),
  ])
  func `arguments are put as the parser expects them`(typed: [String], expected: [String]) {
    #expect(normalized(typed) == expected)
  }

  @Test(arguments: [
    (["is:open", "slow feed"], "is:open \"slow feed\""), (["slow feed"], "slow feed"),
    (["is:open", "label:bug OR x"], "is:open label:bug OR x"),
    (["feed", "NOT crash"], "feed NOT crash"), ([], ""),
  ])
  func `an argument that was quoted for the shell is a phrase`(
    arguments: [String], expected: String
  ) {
    #expect(joinedQuery(arguments) == expected)
  }

  @Test func `the bare command is told from the others`() throws {
    let bare = try #require(BareCommand(["--workspace", "a.db", "--theme=day", "--as", "ana"]))
    #expect(bare.workspace == "a.db")
    #expect(bare.theme == "day")
    #expect(bare.person == "ana")
    #expect(BareCommand([]) != nil)
    #expect(BareCommand(["issue"]) == nil)
    #expect(BareCommand(["--help"]) == nil)
    #expect(BareCommand(["--workspace"]) == nil)
    #expect(BareCommand(["--workspaces", "a"]) == nil)
  }

  @Test func `a wrong command line names the command to ask for help`() {
    #expect(commandPath(["issue", "list", "--foo"]) == "watchbill issue list")
    #expect(commandPath(["issue", "ls", "--foo"]) == "watchbill issue list")
    #expect(commandPath(["nope"]) == "watchbill")
    #expect(commandPath(["undo", "issue"]) == "watchbill undo")
  }

  @Test(arguments: [
    ("code --wait", ["code", "--wait"]),
    ("\"/opt/my editor/ed\" -x", ["/opt/my editor/ed", "-x"]),
    ("vim -c 'set tw=72'", ["vim", "-c", "set tw=72"]),
    ("a\\ b c", ["a b", "c"]),
    ("ed; rm -rf /", ["ed;", "rm", "-rf", "/"]),
    ("   ", ["vi"]),
  ])
  func `an editor's command is cut into words without a shell`(
    command: String, expected: [String]
  ) {
    #expect(words(of: command) == expected)
  }

  @Test func `a workspace is where the command, the environment or the system says`() throws {
    let shell = testShell(variables: ["HOME": "/home/ana"])
    #expect(
      try WorkspacePath(nil, shell).path == "/home/ana/.local/share/watchbill/workspace.db")
    let data = testShell(variables: ["HOME": "/home/ana", "XDG_DATA_HOME": "/data"])
    #expect(try WorkspacePath(nil, data, special: "demo.db").path == "/data/watchbill/demo.db")
    let named = testShell(variables: ["WATCHBILL_WORKSPACE": "/w.db"])
    #expect(try WorkspacePath(nil, named).path == "/w.db")
    #expect(try WorkspacePath("here.db", named).path == "here.db")
  }
}
