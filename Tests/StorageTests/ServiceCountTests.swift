import Domain
import GRDB
import Support
import Testing

@testable import Storage

/// The open issues of services: right, capped, and counted without a look at closed ones.
@Suite struct ServiceCountTests {
  private let router = Cast.id(401)

  @Test func `only open issues of a service count, up to the cap`() throws {
    let workspace = try Workspace()
    let issues = try (1...5).map { try workspace.open("Issue \($0)") }
    #expect(try workspace.store.openCounts(upTo: 3).isEmpty)
    for issue in issues { try workspace.perform(.service("router"), on: issue) }
    #expect(
      try workspace.store.openCounts(upTo: 3) == [router: CappedCount(3, isCapped: true)])
    try workspace.perform(.close(as: .done), on: issues[0])
    try workspace.perform(.trash, on: issues[1])
    #expect(try workspace.store.openCounts(upTo: 3) == [router: CappedCount(3)])
    try workspace.undo()
    try workspace.perform(.service(nil), on: issues[2])
    #expect(try workspace.store.openCounts(upTo: 9) == [router: CappedCount(3)])
  }

  @Test func `counting never looks at a closed issue`() throws {
    let workspace = try Workspace()
    let plan = try workspace.store.read { db in
      try Row.fetchAll(
        db,
        sql: """
          EXPLAIN QUERY PLAN SELECT 1 FROM issue
          WHERE service_id = 1 AND is_live = 1 AND is_open = 1 LIMIT 9
          """
      ).map { $0["detail"] as String }
    }
    #expect(plan.count == 1)
    let wanted = "issue_service_open (service_id=? AND is_live=? AND is_open=?)"
    #expect(plan.first?.contains(wanted) == true)
  }
}
