import Domain
import GRDB
import Glibc
import Support
import Synchronization

@testable import Storage

/// A store in a folder of its own, with a clock that moves only when told and seeded ids.
///
/// Ana and Bo work here, on two projects. The folder goes with the value.
final class Workspace {
  let folder: String
  let store: Store
  let clock: ManualClock
  let ana = Cast.people[0].id
  let bo = Cast.people[1].id
  /// Ana, Bo and Chloé.
  static let people = Array(Cast.people.prefix(3))

  var path: String { store.path }

  init(seed: UInt64 = 1, patience: Double = 5, isEmpty: Bool = false) throws {
    folder = try Workspace.newFolder()
    clock = ManualClock(Cast.now)
    store = try Store.openOrCreate(
      path: folder + "/test.watchbill",
      environment: clock.environment(seed: seed, patience: patience))
    if !isEmpty { try populate() }
  }

  deinit {
    for name in TextFile.names(in: folder) { unlink(folder + "/" + name) }
    rmdir(folder)
  }

  /// A folder that nobody else has, in memory where the system offers that.
  static func newFolder() throws -> String {
    let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(base)/watchbill-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StoreError(.failed, "no temporary folder") }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private func populate() throws {
    var changes = Workspace.people.map { person in
      Change.create(
        CreateEntity(
          EntityRef(.person, person.id),
          fields: [.handle: .text(person.handle), .name: .text(person.name)]))
    }
    for project in Cast.projects.prefix(2) {
      changes.append(
        .create(
          CreateEntity(
            EntityRef(.project, project.id),
            fields: [.prefix: .text(project.prefix), .name: .text(project.name)])))
    }
    changes.append(
      .create(
        CreateEntity(
          EntityRef(.service, Cast.id(401)), fields: [.handle: .text("router"), .name: .text("")])))
    _ = try store.perform("made the cast", changes, as: nil)
  }

  /// Opens an issue; a minute passes first.
  @discardableResult
  func open(
    _ title: String, project: String = "API", body: String = "", labels: [String] = [],
    as author: EntityID? = nil
  ) throws -> EntityID {
    clock.advance(by: Instant.minute)
    var draft = IssueDraft(project: project, title: title, body: body)
    draft.labels = labels
    return try store.create(draft, as: author ?? ana).id
  }

  /// Does a verb; a minute passes first.
  @discardableResult
  func perform(
    _ verb: IssueVerb, on issues: EntityID..., as author: EntityID? = nil
  ) throws -> StepReport {
    clock.advance(by: Instant.minute)
    return try store.perform(verb, on: issues, as: author ?? ana)
  }

  @discardableResult
  func undo(as author: EntityID? = nil) throws -> StepReport? {
    clock.advance(by: Instant.minute)
    return try store.undo(as: author ?? ana)
  }

  @discardableResult
  func redo(as author: EntityID? = nil) throws -> StepReport? {
    clock.advance(by: Instant.minute)
    return try store.redo(as: author ?? ana)
  }

  func issue(_ id: EntityID) throws -> Issue? {
    try store.detail(of: id, withTimeline: false)?.issue
  }

  func issue(_ key: String) throws -> Issue? {
    guard let key = IssueKey(key) else { return nil }
    return try issue(store.issueID(key))
  }

  /// The keys a query lists, in order.
  func keys(_ query: String) throws -> [String] {
    let context = store.context(me: "ana")
    var keys: [String] = []
    try store.forEachIssue(
      matching: Query.parse(query), in: context, withComments: false
    ) { issue, _ in keys.append(issue.key.description) }
    return keys
  }

  /// The number of rows of a table, or what a condition leaves of them.
  func count(_ table: String) throws -> Int {
    try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
  }

  /// Puts all words into the search index.
  func index() throws {
    while try store.indexText(7) != nil {}
  }
}

/// A clock that stands still until it is told to move.
final class ManualClock: Sendable {
  private let time: Mutex<Instant>

  init(_ start: Instant) {
    time = Mutex(start)
  }

  var now: Instant { time.withLock { $0 } }

  func advance(by milliseconds: Int64) {
    time.withLock { $0 = $0.advanced(by: milliseconds) }
  }

  /// An environment of this clock, with randomness of its own.
  func environment(seed: UInt64, patience: Double = 5) -> StoreEnvironment {
    let random = SharedRandom(seed: seed)
    return StoreEnvironment(
      now: { self.now }, random: { random.next() }, patience: patience)
  }
}

/// A seeded generator that may be shared.
private final class SharedRandom: Sendable {
  private let random: Mutex<SeededRandom>

  init(seed: UInt64) {
    random = Mutex(SeededRandom(seed: seed))
  }

  func next() -> UInt64 { random.withLock { $0.next() } }
}
