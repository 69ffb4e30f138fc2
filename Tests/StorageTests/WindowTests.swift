import Domain
import GRDB
import Glibc
import Support
import Testing

@testable import Storage

@Suite struct WindowTests {
  @Test func `two windows see each other's changes`() throws {
    let workspace = try Workspace()
    let other = try workspace.store.another()
    let issue = try workspace.open("Router")
    #expect(try other.detail(of: issue)?.issue.title == "Router")
    _ = try other.perform(.retitle("Edge"), on: [issue], as: workspace.bo)
    #expect(try workspace.issue(issue)?.title == "Edge")
    try workspace.perform(.priority(.high), on: issue)
    #expect(try other.undo(as: workspace.bo)?.operationCount == 1)
    try workspace.checkInvariants()
  }

  @Test func `one read is of one state, whatever is written meanwhile`() throws {
    let workspace = try Workspace()
    let issue = try workspace.open("Router")
    let other = try workspace.store.another()
    let (before, after) = try workspace.store.read { db in
      let before = try Int.fetchOne(db, sql: "SELECT count(*) FROM operation")
      _ = try other.perform(.close(as: .done), on: [issue], as: nil)
      return (before, try Int.fetchOne(db, sql: "SELECT count(*) FROM operation"))
    }
    #expect(before == after)
    #expect(try workspace.issue(issue)?.status == .done)
  }

  @Test func `a listener hears every kind of change, and silence otherwise`() throws {
    let workspace = try Workspace()
    let other = try workspace.store.another()
    let listener = try #require(Doorbell.listen(beside: workspace.path))
    defer { close(listener) }
    #expect(!isReadable(listener, within: 0))
    let issue = try other.create(IssueDraft(project: "API", title: "Router"), as: nil).id
    #expect(isReadable(listener, within: 2000))
    Doorbell.drain(listener)
    #expect(!isReadable(listener, within: 0))
    _ = try other.perform(.reopen, on: [issue], as: nil)
    _ = try other.indexText(10)
    _ = try other.tidyText()
    try other.saveDraft("on its w", for: "comment", as: nil)
    other.settleLog()
    #expect(try other.undo(as: workspace.ana) == nil)
    #expect(throws: StoreError.self) { try other.perform(.retitle(""), on: [issue], as: nil) }
    #expect(!isReadable(listener, within: 0))
    try workspace.bring([.example(9), .example(10)])
    #expect(isReadable(listener, within: 2000))
    // Of the search index it hears when it is complete.
    Doorbell.drain(listener)
    #expect(try other.indexText(1) != nil)
    #expect(!isReadable(listener, within: 0))
    #expect(try other.indexText(1) != nil)
    #expect(isReadable(listener, within: 2000))
  }

  @Test func `a file that somebody else keeps writing to is busy, and says so soon`() throws {
    let workspace = try Workspace(patience: 0.01)
    let issue = try workspace.open("Router")
    let busy = try Store.connection(
      to: workspace.path, writes: true, patience: 0.01, keepsOpen: true)
    try busy.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let error = #expect(throws: StoreError.self) { try workspace.perform(.reopen, on: issue) }
    #expect(error?.code == .busy)
    #expect(throws: StoreError.self) { try workspace.bring([.example(1)]) }
    // Reading goes on all the same.
    #expect(try workspace.issue(issue)?.title == "Router")
    try busy.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    try workspace.perform(.close(as: .done), on: issue)
    try workspace.checkInvariants()
  }

  @Test func `a number is never given twice by two windows`() throws {
    let workspace = try Workspace()
    let other = try workspace.store.another()
    var keys: Set<IssueKey> = []
    for _ in 0..<10 {
      for store in [workspace.store, other] {
        keys.insert(try store.create(IssueDraft(project: "API", title: "x"), as: nil).key)
      }
    }
    #expect(keys.count == 20 && keys.map(\.number).max() == 20)
    try workspace.checkInvariants()
  }

  private func isReadable(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&poller, 1, milliseconds) == 1
  }
}
