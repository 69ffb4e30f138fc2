import Domain
import GRDB
import Support

@testable import Storage

/// A small random workspace, once as rows and once as values, for comparing the two readers of
/// queries.
struct QueryWorkspace {
  let database: DatabaseQueue
  private(set) var issues: [Item] = []
  private(set) var context: Query.Context

  /// An issue that is not in the trash, with its comments.
  struct Item {
    var row: Int64
    var issue: Issue
    var comments: [Comment] = []
  }

  static let now = Instant(seconds: 1_790_000_000)
  static let people = ["ana", "Bo-1", "chie", "dev_x", "eve"]
  static let teams = ["api", "Web"]
  static let services = ["router", "Builds", "old"]
  static let prefixes = ["API", "A_B", "AB"]
  static let labels = ["bug", "good first issue", "p,q", "Größe", "BUG2", "gone"]
  static let milestones = ["M1", "next week", "gone"]
  static let words = [
    "latency", "Latenz", "edge", "crème", "CREME", "Straße", "naïve", "Ελλάς", "ελλας", "作者",
    "作者名", "🔥", "🤖", "don't", "foo-bar", "foo_bar", "re", "request", "retry", "API-4", "x",
    "e\u{301}te\u{301}", "été", "--json", "\"quoted\"", "a\"b", "@ana", "@Bo-1,", "me@eve.org",
    "1.2.3", "OR", "NOT", "title:", "*", "한글", "½", "ﬁne", "İstanbul", "v2", "\u{202E}evil", "C++",
  ]

  init(seed: UInt64, issues count: Int) throws {
    var random = SeededRandom(seed: seed)
    database = try DatabaseQueue()
    context = Query.Context(now: Self.now, today: Self.now.utcDate, me: "ana")
    var members: [String: Query.TeamFacts] = [:]
    for team in Self.teams {
      members[team.lowercased()] = Query.TeamFacts(
        members: Self.people.filter { _ in random.chance(40) },
        services: [Self.services[team == "api" ? 0 : 1]])
    }
    context.teams = members
    let people = members.mapValues(\.members)
    try database.write { db in
      for migration in Schema.migrations { try db.execute(sql: migration) }
      try Self.insertNames(people, db)
    }
    try addIssues(count, &random)
  }

  private static func insertNames(_ members: [String: [String]], _ db: Database) throws {
    func insert(_ table: String, _ name: String, _ values: [String], extra: String = "") throws {
      for (index, value) in values.enumerated() {
        try db.execute(
          sql: "INSERT INTO \(table)(id, uid, \(name), created_at) VALUES (?, ?, ?, 0)",
          arguments: [index + 1, "\(table)\(index)".databaseValue, value])
      }
    }
    try insert("person", "handle", people)
    try insert("team", "handle", teams)
    try insert("service", "handle", services)
    try insert("project", "prefix", prefixes)
    try db.execute(sql: "UPDATE service SET team_id = id WHERE id < 3")
    try db.execute(sql: "UPDATE service SET trashed_at = 1 WHERE handle = 'old'")
    for (index, team) in teams.enumerated() {
      for person in members[team.lowercased()] ?? [] {
        try db.execute(
          sql: "INSERT INTO team_member VALUES (?, (SELECT id FROM person WHERE handle = ?))",
          arguments: [index + 1, person])
      }
    }
    for project in 1...prefixes.count {
      for (table, name, values) in [
        ("label", "name", labels), ("milestone", "title", milestones),
      ] {
        for (index, value) in values.enumerated() {
          let id = project * 100 + index
          try db.execute(
            sql: """
              INSERT INTO \(table)(id, uid, project_id, \(name), created_at, trashed_at)
              VALUES (?, ?, ?, ?, 0, ?)
              """,
            arguments: [id, "\(table)\(id)", project, value, value == "gone" ? 1 : nil])
        }
      }
    }
  }

  private mutating func addIssues(_ count: Int, _ random: inout SeededRandom) throws {
    var numbers = [0, 0, 0]
    var items: [Item] = []
    for row in 1...count {
      let project = Int.random(in: 0..<3, using: &random)
      numbers[project] += 1
      items.append(Self.item(row, project, numbers[project], &random))
    }
    let trashed = Set(items.indices.filter { _ in random.chance(6) })
    try database.write { db in
      for index in items.indices {
        try items[index].insert(in: db, isTrashed: trashed.contains(index))
      }
      try Self.link(&items, trashed: trashed, &random, db)
      try Self.leaveLinksWaiting(&items, &random, db)
    }
    issues = items.indices.filter { !trashed.contains($0) }.map { items[$0] }
    context.openKeys = Set(issues.map(\.issue).filter(\.status.isOpen).map(\.key))
  }

  private static func item(
    _ row: Int, _ project: Int, _ number: Int, _ random: inout SeededRandom
  ) -> Item {
    func some<Value>(_ values: [Value], _ percent: Int) -> [Value] {
      values.filter { _ in random.chance(percent) }
    }
    func time() -> Instant {
      // Whole days and the like, so that the ends of ranges are met.
      let steps = [Instant.day, Instant.hour, 1, 7 * Instant.day]
      let step = steps[Int.random(in: 0..<4, using: &random)]
      let count = Int64.random(in: 0..<(step == 1 ? 3_000_000_000 : 40), using: &random)
      return now.advanced(by: -step * count)
    }
    func text(_ words: ClosedRange<Int>) -> String {
      (0..<Int.random(in: words, using: &random)).map { _ in
        QueryWorkspace.words[Int.random(in: 0..<QueryWorkspace.words.count, using: &random)]
      }.joined(separator: random.chance(90) ? " " : "\n")
    }
    let status = Status.allCases[Int.random(in: 0..<6, using: &random)]
    var issue = Issue(
      id: EntityID(high: 7, low: UInt64(row)),
      key: IssueKey(prefix: prefixes[project], number: number), title: text(0...3),
      createdAt: time(), updatedAt: time())
    issue.kind = random.chance(30) ? .pull : .issue
    issue.body = random.chance(30) ? "" : text(0...8)
    issue.status = status
    issue.priority = Priority.allCases[Int.random(in: 0..<5, using: &random)]
    issue.author = some(people, 30).first
    issue.owner = some(people, 20).first
    issue.assignees = some(people, 15)
    issue.watchers = some(people, 15)
    issue.labels = some(Array(labels.dropLast()), 20).map { Label(name: $0) }
    issue.service = some(Array(services.dropLast()), 30).first
    issue.milestone = some(Array(milestones.dropLast()), 30).first
    issue.demo = random.chance(10) ? "https://example.org" : nil
    if random.chance(40) {
      let days = now.utcDate.daysSinceEpoch + Int.random(in: -20...20, using: &random)
      issue.due = CivilDate(daysSinceEpoch: days)
    }
    if !status.isOpen, random.chance(90) { issue.closedAt = time() }
    if random.chance(20) { issue.foreign = Foreign(system: "github", id: "\(row)") }
    var item = Item(row: Int64(row), issue: issue)
    for number in 0..<(random.chance(40) ? Int.random(in: 1...4, using: &random) : 0) {
      let author = some(people, 30).first
      var comment = Comment(
        id: EntityID(high: 8, low: UInt64(row * 10 + number)), author: author, body: text(1...5),
        createdAt: now, updatedAt: now)
      if random.chance(15) { comment.redactedAt = now }
      item.comments.append(comment)
    }
    item.issue.commentCount = item.comments.count { $0.redactedAt == nil }
    return item
  }

  /// Links between issues; those in the trash are in no issue's lists.
  private static func link(
    _ items: inout [Item], trashed: Set<Int>, _ random: inout SeededRandom, _ db: Database
  ) throws {
    for _ in 0..<items.count / 3 {
      let a = Int.random(in: items.indices, using: &random)
      let b = Int.random(in: items.indices, using: &random)
      let kind = Int.random(in: 0...2, using: &random)
      guard a != b else { continue }
      try db.execute(
        sql: "INSERT OR IGNORE INTO issue_link VALUES (?, ?, ?)",
        arguments: [items[a].row, kind, items[b].row])
      guard db.changesCount > 0 else { continue }
      let (from, to) = (items[a].issue.key, items[b].issue.key)
      if !trashed.contains(b) {
        switch kind {
        case 0: items[a].issue.blocks.append(to)
        case 1: items[a].issue.relates.append(to)
        default: items[a].issue.duplicates.append(to)
        }
      }
      if !trashed.contains(a), kind == 0 { items[b].issue.blockedBy.append(from) }
    }
  }

  /// Links to issues that are not here yet; an issue lists them like others.
  private static func leaveLinksWaiting(
    _ items: inout [Item], _ random: inout SeededRandom, _ db: Database
  ) throws {
    for index in items.indices where random.chance(8) {
      let key = IssueKey(prefix: prefixes[0], number: 90_000 + index)
      let kind = Int.random(in: 0...2, using: &random)
      try db.execute(
        sql: "INSERT INTO pending_link(issue_id, kind, prefix, number) VALUES (?, ?, ?, ?)",
        arguments: [items[index].row, kind, key.prefix, key.number])
      switch kind {
      case 0: items[index].issue.blocks.append(key)
      case 1: items[index].issue.relates.append(key)
      default: items[index].issue.duplicates.append(key)
      }
    }
  }
}
