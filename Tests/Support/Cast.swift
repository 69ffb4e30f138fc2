public import Domain

/// The small cast of every test: five people, three projects, a dozen issues.
///
/// The moment is always the same, and so are the ids: a test that fails today
/// fails tomorrow.
public enum Cast {
  /// Wednesday, 2026-03-11 10:00 UTC.
  public static let now = Instant(milliseconds: 1_773_223_200_000)

  /// An id that says its number.
  public static func id(_ number: Int) -> EntityID {
    EntityID(high: 0x0195_0000_0000_7000, low: 0x8000_0000_0000_0000 | UInt64(number))
  }

  /// A moment before now.
  public static func ago(_ count: Int64, _ unit: Int64) -> Instant {
    now.advanced(by: -count * unit)
  }

  /// Ana, Bo, Chloé, 作者 and Dee.
  public static let people = [
    Person(id: id(101), handle: "ana", name: "Ana Lindqvist", zone: "Europe/Stockholm"),
    Person(id: id(102), handle: "bo", name: "Bo Okafor", zone: "Africa/Lagos"),
    Person(id: id(103), handle: "chloé", name: "Chloé Martin", zone: "Europe/Paris"),
    Person(id: id(104), handle: "作者", name: "作者 Tanaka", zone: "Asia/Tokyo"),
    Person(id: id(105), handle: "dee", name: "Dee O'Neill", zone: "America/Denver"),
  ]

  /// The labels, with their colours.
  public static let labels = [
    Label(name: "bug", color: "d73a4a"), Label(name: "docs", color: "0075ca"),
    Label(name: "good first issue", color: "7057ff"), Label(name: "latency", color: "fbca04"),
    Label(name: "security", color: "b60205"),
  ]

  /// The projects: API, WEB and RUN.
  public static let projects = [
    Project(id: id(201), prefix: "API", name: "Platform API", team: "api", openCount: 9),
    Project(id: id(202), prefix: "WEB", name: "Dashboard", team: "web", openCount: 3),
    Project(id: id(203), prefix: "RUN", name: "Runtime", team: "runtime", openCount: 1),
  ]

  /// The saved views.
  public static let views = [
    SavedView(id: id(301), name: "Open", query: "is:open", position: 0),
    SavedView(id: id(302), name: "Mine", query: "is:open is:mine", position: 1),
    SavedView(id: id(303), name: "Urgent", query: "is:open priority:0", position: 2),
    SavedView(id: id(304), name: "Review", query: "status:review", position: 3),
    SavedView(id: id(305), name: "All", query: "is:all", position: 4),
  ]
}
