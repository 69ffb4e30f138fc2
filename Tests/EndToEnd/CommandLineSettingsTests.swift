import Foundation
import Testing

/// What somebody sets for all their workspaces, as the built program follows it.
@Suite(.enabled(if: Binary.path != nil, "watchbill has not been built"))
struct CommandLineSettingsTests {
  private let bench: Bench
  private let folder: URL

  init() throws {
    bench = try Bench()
    folder = bench.folder.appendingPathComponent("config/watchbill")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func set(_ text: String) throws {
    try bench.write(text, to: "config/watchbill/config.yaml")
  }

  /// Runs the program with no variable but those named.
  private func run(
    _ words: String, _ variables: [String: String] = [:]
  ) throws -> Binary.Outcome {
    try Binary.run(
      words.split(separator: " ").map(String.init), in: bench.folder,
      variables: [
        "WATCHBILL_WORKSPACE": "", "XDG_CONFIG_HOME": bench.folder.path + "/config",
      ].merging(variables) { $1 })
  }

  @Test func `the workspace and the person are those of the settings unless something is nearer`()
    throws
  {
    try set("# mine\nworkspace: ~/other.db\nperson: bo\n")
    for words in ["person add bo", "person add ana", "project add OPS"] {
      #expect(try run(words).status == 0)
    }
    #expect(bench.has("other.db"))
    func author(_ variables: [String: String] = [:]) throws -> String {
      try run("issue create -t Mine --json author", variables).output
    }
    #expect(try author() == "{\"author\":\"bo\"}\n")
    #expect(try author(["WATCHBILL_PERSON": "ana"]) == "{\"author\":\"ana\"}\n")
    _ = try run("person use ana")
    #expect(try author() == "{\"author\":\"ana\"}\n")
    #expect(try run("issue list --workspace work.db").status == 2)
  }

  @Test func `a person of the settings need not be in every workspace`() throws {
    try set("person: zoe\n")
    _ = try run("person add bo")
    #expect(try run("issue list").status == 0)
    #expect(try run("issue list owner:@me").errors.contains("@me: nobody said who you are"))
  }

  @Test func `the demo is never made in the workspace of the settings`() throws {
    try set("workspace: ~/other.db\n")
    #expect(try run("demo --no-open").status == 0)
    #expect(!bench.has("other.db") && bench.has("data/watchbill/demo.db"))
  }

  @Test func `the editor is that of the settings`() throws {
    _ = try bench.run("demo --no-open")
    try set("editor: '/bin/false' # writes nothing\n")
    let window = try PtyWindow(on: bench)
    #expect(window.shows("enter open"), "\(window.screen.text)")
    window.type("M")
    #expect(window.shows("/bin/false ended with status 1"), "\(window.screen.text)")
  }

  @Test func `what is wrong is one line with its place, and nothing is done`() throws {
    try set("theme: dusk\nworkspaces: /a.db\n")
    let wrong = try run("issue list")
    #expect(wrong.status == 65)
    #expect(
      wrong.errors
        == "watchbill: \(folder.path)/config.yaml, line 2, workspaces: is no setting; "
        + "the settings are theme, person, workspace, editor\n")
    try set("workspace: other.db\n")
    #expect(try run("issue list").errors.contains("config.yaml, line 1, workspace: 'other.db'"))
  }

  @Test func `a look that is none is said before the screen opens`() throws {
    _ = try bench.run("demo --no-open")
    try set("\ntheme: mauve\n")
    let window = try PtyWindow(on: bench, width: 200)
    #expect(
      window.shows("line 2, theme: there is no theme 'mauve'; choose from contrast, day"),
      "\(window.screen.text)")
    #expect(window.status() == 65)
    try set("theme: day\n")
    let again = try PtyWindow(on: bench)
    #expect(again.shows("enter open"), "\(again.screen.text)")
  }
}
