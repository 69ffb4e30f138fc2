import Canvas
import Domain

/// The rows of a tab that is read from the watch bill, the cursor among them, and the paper that
/// tells more of the row under it.
///
/// Rows and paper follow from the bill, the moment and the width; they are made anew when one of
/// these changes, never while drawing.
struct TabList: Sendable, Equatable {
  var rows: [TabRow] = []
  var cursor = 0
  var top = 0
  /// What is told of the row under the cursor.
  var paper: [StyledLine] = []
  var scroll = 0
  /// What to say when there are no rows: the first line strong.
  var empty: [String] = []

  /// The row under the cursor; nil when there is none that can be chosen.
  var selected: TabRow.Subject? {
    rows.indices.contains(cursor) ? rows[cursor].subject : nil
  }

  /// Takes new rows in; the cursor stays on its subject, else on its place.
  mutating func take(_ fresh: [TabRow]) {
    let chosen = selected
    rows = fresh
    if let chosen, let place = rows.firstIndex(where: { $0.subject == chosen }) { cursor = place }
    let places = rows.indices.filter { rows[$0].subject != nil }
    cursor = places.first { $0 >= cursor } ?? places.last ?? 0
    if selected != chosen { scroll = 0 }
  }

  /// Moves over rows that can be chosen; false when there was nowhere further to go.
  @discardableResult
  mutating func move(by count: Int) -> Bool {
    let places = rows.indices.filter { rows[$0].subject != nil }
    guard let last = places.last else {
      cursor = 0
      return false
    }
    let here = places.firstIndex { $0 >= cursor } ?? places.count - 1
    let wanted = here + count
    cursor = places[min(max(0, wanted), places.count - 1)]
    scroll = 0
    return places.indices.contains(wanted) && last >= cursor
  }

  /// Keeps the cursor in sight, and the heading above the first row with it.
  mutating func keepInSight(height: Int) {
    let first = rows.firstIndex { $0.subject != nil } ?? 0
    if cursor <= first { top = 0 }
    top = min(top, cursor)
    if cursor > top + height - 1 { top = cursor - height + 1 }
    top = min(max(0, top), max(0, rows.count - height))
  }
}

/// One line of a tab: a heading, or a thing that can be chosen.
struct TabRow: Sendable, Equatable {
  /// What a row stands for.
  enum Subject: Sendable, Hashable {
    case item(InboxItem.ID)
    case schedule(EntityID)
    case page(EntityID)
    case service(EntityID)
    case team(EntityID)
    case handoff(EntityID)
    case update(prompt: EntityID, person: EntityID, CivilDate)
    case prompt(EntityID, CivilDate)
    case digest(EntityID, CivilDate)
    case blocker(EntityID)
  }

  /// Nil for headings and blank lines.
  var subject: Subject?
  /// The text from the left.
  var line: StyledLine
  /// The text at the right end; the left one is cut for it.
  var right: StyledLine

  /// A row.
  init(_ subject: Subject?, _ line: StyledLine, right: StyledLine = StyledLine()) {
    self.subject = subject
    self.line = line
    self.right = right
  }

  /// A heading.
  static func heading(_ words: String, right: String = "") -> TabRow {
    TabRow(
      nil, StyledLine(CleanText(words), .heading), right: StyledLine(CleanText(right), .count))
  }

  /// An empty line.
  static let blank = TabRow(nil, StyledLine())
}
