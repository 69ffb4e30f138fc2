public import Domain

extension Cast {
  /// Twelve issues of every status and priority, the one changed last first.
  public static let issues: [IssueSummary] = [
    issue(
      42, "Router drops keep-alive connections after 60 s", .doing, .urgent, owner: "ana",
      assignees: ["bo"], labels: ["bug", "latency"], comments: 4, changed: ago(4, Instant.minute)),
    issue(
      57, "Rotate the signing key of the session cookie", .review, .high, owner: "dee",
      labels: ["security"], comments: 12, changed: ago(2, Instant.hour)),
    issue(
      61, "Überlange Namen brechen die Tabelle — naïve Trunkierung", .todo, .normal,
      owner: "chloé", labels: ["bug"], comments: 1, changed: ago(5, Instant.hour)),
    issue(
      63, "作者が表示されない: the author column is empty 🎉", .triage, .none,
      assignees: ["作者", "bo", "dee"], labels: ["bug", "docs", "good first issue"],
      changed: ago(1, Instant.day)),
    issue(
      12, "Say in the README how to run the tests against PostgreSQL", .todo, .low,
      labels: ["docs", "good first issue"], comments: 2, changed: ago(3, Instant.day)),
    issue(
      70, "p99 of GET /apps doubled since the cache moved to the new region", .triage, .high,
      labels: ["latency"], comments: 31, changed: ago(6, Instant.day)),
    issue(
      8, "Release names with a slash cannot be rolled back", .doing, .normal, prefix: "WEB",
      owner: "bo", labels: ["bug"], comments: 7, changed: ago(12, Instant.day)),
    issue(
      9, "Dark mode", .todo, .low, prefix: "WEB", owner: "作者", changed: ago(3, Instant.week)),
    issue(
      3, "\u{1B}[31mred\u{1B}[0m titles \u{202E}desrever\u{202C} and a family 👨‍👩‍👧‍👦 from a form",
      .triage, .none, prefix: "RUN", labels: ["security"], comments: 1_204,
      changed: ago(5, Instant.week)),
    issue(
      31, "Health check reports green while migrations are pending", .review, .normal,
      owner: "ana", assignees: ["chloé"], comments: 3, changed: ago(90, Instant.day)),
    issue(
      2, "Drop support for TLS 1.1", .done, .none, owner: "dee", labels: ["security"],
      comments: 9, changed: ago(200, Instant.day)),
    issue(
      1, "Rewrite everything in one weekend", .dropped, .none, comments: 2,
      changed: ago(800, Instant.day)),
  ]

  /// The issues that are open, as the view Open lists them.
  public static var openIssues: [IssueSummary] { issues.filter { $0.status.isOpen } }

  /// The first issue, with everything about it.
  public static let detail: IssueDetail = {
    var issue = Issue(
      id: issues[0].id, key: issues[0].key, title: issues[0].title, body: body, status: .doing,
      priority: .urgent, author: "chloé", owner: "ana", assignees: ["bo"],
      labels: issues[0].labels, watchers: ["ana", "dee"], service: "router",
      milestone: "March stability", due: CivilDate(year: 2026, month: 3, day: 13),
      createdAt: ago(9, Instant.day), updatedAt: ago(4, Instant.minute), commentCount: 2)
    issue.blocks = [IssueKey(prefix: "WEB", number: 8)]
    return IssueDetail(
      issue: issue,
      comments: [
        Comment(
          id: id(401), author: "bo",
          body: "Seen from `eu-west` only. The idle timeout there is **60 s**, ours is 75 s.",
          createdAt: ago(8, Instant.day), updatedAt: ago(8, Instant.day)),
        Comment(
          id: id(402), author: "作者",
          body: "次のリリースで直します。 I have a branch; review tomorrow.",
          createdAt: ago(3, Instant.hour), updatedAt: ago(2, Instant.hour)),
      ],
      timeline: [
        TimelineEntry(at: ago(9, Instant.day), author: "chloé", words: "opened this"),
        TimelineEntry(at: ago(8, Instant.day), author: "ana", words: "set priority urgent"),
        TimelineEntry(
          at: ago(1, Instant.day), author: "dee", words: "closed this", isUndone: true),
        TimelineEntry(at: ago(4, Instant.minute), author: "ana", words: "moved this to doing"),
      ])
  }()

  private static let body = """
    Clients that keep a connection open see a **reset** on the next request.

    ## How to see it

    1. open a connection and send one request
    2. wait 61 seconds
    3. send another one

    - [x] reproduced on staging
    - [ ] fixed in the router

    ```
    curl: (56) Recv failure: Connection reset by peer
    ```

    > It only happens behind the new load balancer. See WEB-8 and https://example.org/lb.
    """

  private static func issue(
    _ number: Int, _ title: String, _ status: Status, _ priority: Priority,
    prefix: String = "API", owner: String? = nil, assignees: [String] = [],
    labels names: [String] = [], comments: Int = 0, changed: Instant
  ) -> IssueSummary {
    let row = Int64(number + (prefix == "API" ? 0 : prefix == "WEB" ? 1000 : 2000))
    return IssueSummary(
      id: id(Int(row)), key: IssueKey(prefix: prefix, number: number), title: title,
      status: status, priority: priority, author: "dee", owner: owner, assignees: assignees,
      labels: labels.filter { names.contains($0.name) },
      createdAt: changed.advanced(by: -Instant.day),
      updatedAt: changed, closedAt: status.isOpen ? nil : changed, commentCount: comments,
      cursor: IssueCursor(values: [.integer(changed.milliseconds)], row: row))
  }
}
