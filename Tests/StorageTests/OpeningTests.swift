import Domain
import GRDB
import Glibc
import Support
import Testing

@testable import Storage

@Suite struct OpeningTests {
  private let clock = ManualClock(Cast.now)
  private var environment: StoreEnvironment { clock.environment(seed: 1) }

  @Test func `a new workspace is empty and for its owner's eyes only`() throws {
    let workspace = try Workspace(isEmpty: true)
    #expect(try workspace.keys("is:all").isEmpty)
    #expect(try workspace.export().isEmpty)
    var facts = stat()
    #expect(stat(workspace.path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
    try workspace.checkInvariants()
  }

  @Test func `the writer is durable and keeps a log`() throws {
    let workspace = try Workspace()
    let queue = try Store.connection(to: workspace.path, writes: true, patience: 1)
    let modes = try queue.read { db in
      let journal = try String.fetchOne(db, sql: "PRAGMA journal_mode")
      return (journal, try Int.fetchOne(db, sql: "PRAGMA synchronous"))
    }
    #expect(modes == ("wal", 2))
  }

  @Test func `a file of a newer program is refused with both versions and left as it was`() throws {
    let workspace = try Workspace(isEmpty: true)
    let path = workspace.folder + "/newer"
    try Self.makeFile(
      path, "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 987")
    let error = try expectRefusal(path, .tooNew)
    #expect(error.description.contains("987") && error.description.contains("\(Schema.version)"))
  }

  @Test func `a database of another program is refused and left as it was`() throws {
    let workspace = try Workspace(isEmpty: true)
    let path = workspace.folder + "/other"
    try Self.makeFile(path, "PRAGMA application_id = 77; CREATE TABLE a(b)")
    try expectRefusal(path, .corrupt)
    let plain = workspace.folder + "/plain"
    try Self.makeFile(plain, "CREATE TABLE a(b)")
    try expectRefusal(plain, .corrupt)
  }

  @Test func `garbage is refused and left as it was`() throws {
    let workspace = try Workspace(isEmpty: true)
    var random = SeededRandom(seed: 4)
    for size in [1, 15, 16, 99, 100, 512, 4096, 20_000] {
      let path = workspace.folder + "/garbage\(size)"
      write((0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }, to: path)
      try expectRefusal(path, .corrupt)
    }
  }

  @Test func `a damaged workspace never opens as if it were whole`() throws {
    let workspace = try Workspace()
    for number in 1...30 { try workspace.open("Issue \(number)", body: "word \(number)") }
    let queue = try DatabaseQueue(path: workspace.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try queue.close()
    let whole = bytes(of: workspace.path)
    for size in [50, 100, 1000, 4096, whole.count / 2] {
      let path = workspace.folder + "/cut\(size)"
      let cut = Array(whole.prefix(size))
      write(cut, to: path)
      do throws(StoreError) {
        let store = try Store.open(path: path, environment: environment)
        _ = try store.directory()
        try store.forEachIssue(matching: Query(), in: store.context(me: nil)) { _, _ in }
        Testing.Issue.record("\(size) bytes of \(whole.count) were taken for a workspace")
      } catch {
        #expect(error.code == .corrupt, "\(size): \(error)")
        #expect(error.description.contains("left untouched"))
      }
      #expect(bytes(of: path) == cut)
    }
  }

  @Test func `a folder, a missing file and a missing folder are told apart`() throws {
    let workspace = try Workspace(isEmpty: true)
    try expectError(.corrupt, workspace.folder)
    try expectError(.missing, workspace.folder + "/nothing")
    try expectError(.unwritable, workspace.path + "/below-a-file")
    #expect(throws: StoreError.self) {
      try Store.openOrCreate(path: workspace.folder + "/no/such", environment: environment)
    }
    #expect(!Store.fileExists(workspace.folder + "/no"))
  }

  @Test(.enabled("root may read everything", { geteuid() != 0 }))
  func `a file that may not be read or written is refused`() throws {
    let workspace = try Workspace()
    chmod(workspace.path, 0o400)
    try expectError(.unwritable, workspace.path)
    chmod(workspace.path, 0)
    try expectError(.unwritable, workspace.path)
    chmod(workspace.path, 0o600)
  }

  @Test func `what a kill during the making left behind is finished`() throws {
    let workspace = try Workspace(isEmpty: true)
    let empty = workspace.folder + "/empty"
    write([], to: empty)
    _ = try Store.openOrCreate(path: empty, environment: environment)
    // The journal mode is the first thing that is written.
    let begun = workspace.folder + "/begun"
    let queue = try DatabaseQueue(path: begun)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try queue.close()
    let store = try Store.openOrCreate(path: begun, environment: environment)
    #expect(try store.people().isEmpty)
  }

  @Test func `opening again changes nothing`() throws {
    let workspace = try Workspace()
    let before = try workspace.export()
    for _ in 0..<3 {
      let store = try Store.openOrCreate(path: workspace.path, environment: environment)
      #expect(try store.people().map(\.handle) == ["ana", "bo", "chloé"])
    }
    #expect(try workspace.export() == before)
  }

  private static func makeFile(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  @discardableResult
  private func expectRefusal(
    _ path: String, _ code: StoreError.Code, _ place: SourceLocation = #_sourceLocation
  ) throws -> StoreError {
    let before = bytes(of: path)
    let error = try expectError(code, path, place)
    _ = try expectError(code, path, creating: true, place)
    #expect(bytes(of: path) == before, sourceLocation: place)
    return error
  }

  @discardableResult
  private func expectError(
    _ code: StoreError.Code, _ path: String, creating: Bool = false,
    _ place: SourceLocation = #_sourceLocation
  ) throws -> StoreError {
    let error = #expect(throws: StoreError.self, sourceLocation: place) {
      if creating {
        _ = try Store.openOrCreate(path: path, environment: environment)
      } else {
        _ = try Store.open(path: path, environment: environment)
      }
    }
    let found = try #require(error, sourceLocation: place)
    #expect(found.code == code, "\(found)", sourceLocation: place)
    #expect(found.description.contains(path), sourceLocation: place)
    return found
  }

  @Test func `a format below nothing is damage, and a migration does not go back`() throws {
    let workspace = try Workspace(isEmpty: true)
    let path = workspace.folder + "/negative"
    try Self.makeFile(
      path, "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = -1")
    try expectRefusal(path, .corrupt)
  }

  @Test func `SQL that somebody put into a file is not run`() throws {
    let workspace = try Workspace(isEmpty: true)
    let queue = try DatabaseQueue(path: workspace.path)
    try queue.write { db in
      try db.execute(
        sql: """
          DROP INDEX issue_owner;
          INSERT INTO deferred_index VALUES('issue_owner', 'CREATE TABLE mine(a)'),
            ('x; CREATE TABLE yours(a)', 'CREATE TABLE theirs(a)')
          """)
    }
    try queue.close()
    #expect(try workspace.store.restoreIndexes())
    #expect(
      try workspace.count("sqlite_master WHERE name IN ('mine', 'yours', 'theirs')") == 0)
    #expect(try workspace.count("sqlite_master WHERE name = 'issue_owner'") == 1)
  }

  @Test func `the schema knows every index of a file`() throws {
    let workspace = try Workspace(isEmpty: true)
    let names = try workspace.store.read { db in
      try Set(
        String.fetchAll(
          db, sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"))
    }
    #expect(Set(Schema.indexes.keys) == names)
  }

  @Test func `an import that cannot lock says so, and not that another runs`() throws {
    let workspace = try Workspace()
    let bell = Doorbell.path(beside: workspace.path)
    unlink(bell)
    mkdir(bell, 0o700)
    defer { rmdir(bell) }
    let error = #expect(throws: StoreError.self) { try workspace.importer() }
    #expect(error?.code == .unwritable)
    #expect(error?.description.hasPrefix("cannot lock \(bell): ") == true)
  }

  @Test func `a restoring of indexes that is not wanted any more leaves the rest to the next`()
    throws
  {
    let workspace = try Workspace()
    do {
      var importer = try workspace.importer()
      try importer.take((1...1200).map { .issue(.example($0)) })
    }
    let away = try workspace.count("deferred_index")
    var asked = 0
    let isWhole = try workspace.store.restoreIndexes {
      asked += 1
      return asked <= 2
    }
    #expect(!isWhole)
    #expect(try workspace.count("deferred_index") == away - 2)
    #expect(try workspace.store.restoreIndexes())
    #expect(try workspace.count("deferred_index") == 0)
  }
}
