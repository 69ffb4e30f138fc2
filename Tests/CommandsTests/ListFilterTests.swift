import ArgumentParser
import Domain
import Storage
import Testing

@testable import Commands

/// From the options of a list to the query they stand for.
struct ListFilterTests {
  private func query(_ words: [String], typed: String = "") throws -> String {
    let folder = try TestFolder()
    defer { folder.remove() }
    let shell = testShell()
    let store = try Store.openOrCreate(
      path: "\(folder.path)/work.db", environment: shell.environment)
    _ = try store.saveView("Late", query: "is:open updated:>2w sort:due", as: nil)
    let workspace = try Workspace(store, WorkspaceOptions.parse([]), shell)
    return try ListFilterOptions.parse(words).query(typed, in: workspace).description
  }

  @Test(arguments: [
    ([], "", "is:open"), ([], "is:closed", "is:closed"), ([], "label:bug", "label:bug"),
    (["-l", "bug"], "", "label:bug is:open"),
    (
      ["-l", "bug,ui", "-l", "good first issue"], "is:all",
      "is:all label:bug label:ui label:\"good first issue\""
    ),
    (["--state", "closed"], "", "is:closed"), (["-s", "all"], "", "is:all"),
    (["-a", "@me", "-A", "@ana"], "", "assignee:@me author:ana is:open"),
    (["-S", "slow OR lat*"], "is:open", "is:open (slow OR lat*)"),
    (["-S", "is:closed slow"], "", "is:closed slow"),
    (["--view", "late"], "", "is:open updated:>2w sort:due-asc"),
    (["--view", "Late", "-l", "bug"], "sort:key", "is:open updated:>2w label:bug sort:key-asc"),
  ])
  func `options are parts of the query`(
    _ words: [String], _ typed: String, _ expected: String
  ) throws {
    #expect(try query(words, typed: typed) == expected)
  }

  @Test(arguments: [
    (["-s", "shut"], "'shut' is no state to list; use one of open, closed, all"),
    (["-a", "a b"], "'a b' is no handle; write one word without commas or colons, like ana"),
    (["--view", "nope"], "there is no view 'nope'; see 'watchbill view list'"),
  ])
  func `a wrong option says what it takes`(_ words: [String], _ message: String) {
    #expect {
      try query(words)
    } throws: {
      ($0 as? Failure)?.message == message
    }
  }
}
