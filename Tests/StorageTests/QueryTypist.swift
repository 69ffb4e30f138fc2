import Support

/// Types random queries that parse: every qualifier, nested, negated, with and without an order.
struct QueryTypist {
  var random: SeededRandom

  mutating func query() -> String {
    var parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in any(depth: 0) }
    if random.chance(50) {
      let keys = ["updated", "created", "closed", "priority", "due", "key", "title", "comments"]
      parts.append("sort:" + one(keys) + one(["", "-asc", "-desc"]))
    }
    return parts.joined(separator: random.chance(85) ? " " : " AND ")
  }

  private mutating func any(depth: Int) -> String {
    let isGroup = depth < 3 && random.chance(15)
    guard isGroup else { return (random.chance(20) ? one(["-", "NOT "]) : "") + term() }
    let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in any(depth: depth + 1) }
    let column =
      random.chance(15) ? "in:" + one(["title", "body", "comments", "body,title"]) + " " : ""
    return (random.chance(30) ? "-(" : "(") + column + parts.joined(separator: one([" ", " OR "]))
      + ")"
  }

  private mutating func term() -> String {
    switch Int.random(in: 0..<24, using: &random) {
    case 0...5: return text()
    case 6, 7:
      return "is:"
        + list([
          "open", "closed", "all", "mine", "issue", "pull", "blocked", "blocking", "overdue",
          "assigned", "unassigned", "unowned",
        ])
    case 8, 9:
      let role = one([
        "owner", "assignee", "author", "watcher", "mentions", "involves", "commenter",
      ])
      return role + ":" + list(["@me", "ana", "@BO-1", "chie", "dev_x", "eve", "nobody"])
    case 10: return "team:" + list(["api", "WEB", "none"])
    case 11, 12:
      return "label:"
        + list(["bug", "BUG", "\"good first issue\"", "\"p,q\"", "Größe", "gone", "no"])
    case 13: return "milestone:" + list(["m1", "\"next week\"", "gone"])
    case 14: return "service:" + list(["router", "builds", "old"])
    case 15: return "project:" + list(["API", "a_b", "AB", "XX"])
    case 16: return "status:" + list(["triage", "todo", "doing", "review", "done", "dropped"])
    case 17: return "priority:" + list(["0", "<=1", ">2", "0..1", "low", "*..high", "P3..*", "<0"])
    case 18: return "key:" + list(["API-4", "a_b-7", "AB-1", "API-999"])
    case 19, 20:
      let facets = [
        "owner", "assignee", "author", "watcher", "label", "milestone", "service", "due", "demo",
        "priority", "comments", "links", "body", "foreign",
      ]
      return one(["no:", "has:"]) + list(facets)
    case 21: return "comments:" + list(["0", ">1", "1..2", "<3", ">=2", "<=1"])
    case 22:
      return one(["updated:", "created:", "closed:"])
        + list([
          ">2w", "<2d", "3h", "<=1d", ">=1w", "1w..2w", "3d..1d", "today", "yesterday", "2026-09",
          "2026", ">2026-09-10", "<2026-09-10", "2026-09-01..2026-09-14", ">=yesterday", "*..today",
          "2026-09-20T12:00Z..*", "<0d", "5000d",
        ])
    default:
      return "due:"
        + list([
          "today", "tomorrow", "yesterday", "overdue", "<1w", ">1w", "<=3d", "1d..1w", "99999y",
          ">=2w", "2026-09-20..2026-10-01", "<=9999-12-31", ">9999-12-31", "<0000-01-01", "2026",
        ])
    }
  }

  private mutating func text() -> String {
    let word = one(QueryWorkspace.words)
    let next = one(QueryWorkspace.words)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return quoted(word)
    case 1: return quoted(word + " " + next)
    case 2: return quoted(word + " " + String(next.prefix(2))) + "*"
    case 3: return quoted(String(word.prefix(Int.random(in: 1...5, using: &random)))) + "*"
    case 4: return one(["re", "latency", "edge", "foo-bar", "API-4", "api-7", "🔥", "---", "a_b-2"])
    default: return one(["re*", "lat*", "作*", "ελλ*", "CRÈME", "été", "x", "v2", "1.2.3", "fine"])
    }
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
      + "\""
  }

  private mutating func list(_ values: [String]) -> String {
    (0..<(random.chance(75) ? 1 : 2)).map { _ in one(values) }.joined(separator: ",")
  }

  private mutating func one(_ values: [String]) -> String {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
}
