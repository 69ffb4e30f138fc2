import Support
import Testing

@testable import Commands

/// What somebody sets for all their workspaces.
struct SettingsTests {
  private func settings(_ text: String) throws(Failure) -> Settings {
    try Settings(text, path: "config.yaml")
  }

  @Test func `a file has a setting in each line`() throws {
    let settings = try settings(
      """
      ---
      # what I like
      theme: day   # when the sun shines
      person: '@ana'

      workspace: "~/my team/#1.db"
      editor: "vim -c \\"set tw=72\\""
      """)
    #expect(settings.entries[.theme] == Settings.Entry(text: "day", line: 3))
    #expect(try settings.person() == "ana")
    #expect(try settings.workspace(home: "/home/ana") == "/home/ana/my team/#1.db")
    #expect(settings.editor == "vim -c \"set tw=72\"")
    #expect(settings.entries.count == 4)
  }

  @Test(arguments: [
    ("", 0), ("\r\n# nothing\r\n", 0), ("theme: a#b\r\n", 1), ("person: 'it''s'", 1),
  ])
  func `blanks and comments are nothing`(_ text: String, _ count: Int) throws {
    #expect(try settings(text).entries.count == count)
  }

  @Test(arguments: [
    (
      "theme: day\ncolour: red",
      "line 2, colour: is no setting; the settings are theme, person, "
        + "workspace, editor"
    ),
    ("theme: day\n\ntheme: dusk", "line 3, theme: is set twice; keep one of them"),
    ("theme", "line 1: write it as 'name: text'"),
    ("theme:day", "line 1: write it as 'name: text'"),
    ("theme:", "line 1, theme: is empty; write a text, or take the line away"),
    ("theme: ~", "line 1, theme: is empty; write a text, or take the line away"),
    ("theme: ''", "line 1, theme: is empty; write a text, or take the line away"),
    ("theme: # day", "line 1, theme: is empty; write a text, or take the line away"),
    ("  theme: day", "line 1, theme: must stand at the beginning of its line"),
    ("theme: [day]", "line 1, theme: takes one text; put it in quotation marks"),
    ("theme: 'day", "line 1, theme: lacks its second quotation mark"),
    ("theme: \"day\" dusk", "line 1, theme: has something behind its quotation mark"),
  ])
  func `what is wrong is named with its line and what may stand there`(
    _ text: String, _ reason: String
  ) {
    #expect(throws: Failure(.badData, "config.yaml, \(reason)")) { try settings(text) }
  }

  @Test func `a value that cannot be is named as well`() throws {
    #expect(
      throws: Failure(
        .badData,
        "config.yaml, line 1, workspace: 'work.db' is no path from the root; begin it with / or ~/")
    ) { try settings("workspace: work.db").workspace(home: "/home/ana") }
    #expect(
      throws: Failure(
        .badData,
        "config.yaml, line 2, person: 'a b' is no handle; write one word without commas or colons, "
          + "like ana")
    ) { try settings("\nperson: a b").person() }
  }

  @Test func `no file is no settings, and the environment goes before one`() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let variables = ["XDG_CONFIG_HOME": folder.path, "HOME": "/home/ana"]
    #expect(try testShell(variables: variables).settings().entries.isEmpty)
    let own = variables.merging(["WATCHBILL_WORKSPACE": "/w.db"]) { $1 }
    #expect(try WorkspacePath(nil, testShell(variables: own)).path == "/w.db")
  }
}
