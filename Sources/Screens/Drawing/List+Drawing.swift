import Canvas
import Domain

extension AppState {
  /// Draws the rows in sight, or what to do when there are none.
  func drawList(into grid: inout Grid, _ area: Rect) {
    let end = min(list.rows.count, list.top + area.height)
    guard list.top < end else { return drawEmptyList(into: &grid, area) }
    let rows = list.rows[list.top..<end]
    let columns = Columns(width: area.width, rows: rows)
    for (line, row) in rows.enumerated() {
      let y = area.y + line
      draw(row, columns, into: &grid, x: area.x, y: y)
      if list.top + line == list.cursor {
        grid.write(glyphs.marker, x: area.x, y: y, .accent)
        grid.select(Rect(x: area.x, y: y, width: area.width, height: 1))
      }
    }
  }

  private func draw(
    _ row: ListRow, _ columns: Columns, into grid: inout Grid, x: Int, y: Int
  ) {
    let issue = row.issue
    guard let shown = row.shown else { return }
    if list.isMarked(issue.id) { grid.write(glyphs.success, x: x + 1, y: y, .accent) }
    let status = Style(issue.status.role)
    grid.write(glyphs.mark(issue.status.role), x: x + Columns.status, y: y, style: status)
    if issue.priority != .none {
      grid.write(
        glyphs.mark(issue.priority.role), x: x + Columns.priority, y: y, issue.priority.role)
    }
    grid.write(
      shown.key, x: x + columns.key, y: y, issue.status.isOpen ? .key : .dim,
      maxWidth: columns.keyWidth)
    if let word = columns.statusWord {
      grid.write(CleanText(issue.status.name), x: x + word, y: y, style: status)
    }
    drawTitle(shown, columns, into: &grid, x: x, y: y)
    if let person = columns.person {
      grid.write(shown.person, x: x + person, y: y, .person, maxWidth: columns.personWidth)
    }
    if let comments = columns.comments {
      grid.write(shown.comments, x: x + comments - shown.comments.width, y: y, .count)
    }
    if let end = columns.age, let time = list.query?.time(of: issue) {
      let age = Age.short(time, now: now)
      grid.write(age, x: x + end - age.width, y: y, .time)
    }
  }

  /// The title, and its labels at the right end where they fit whole.
  private func drawTitle(
    _ shown: ShownRow, _ columns: Columns, into grid: inout Grid, x: Int, y: Int
  ) {
    var room = columns.titleWidth
    if columns.hasLabels, !shown.labels.isEmpty {
      // A title keeps at least 24 columns, or all it needs.
      let spare =
        columns.titleWidth - min(shown.titleWidth, max(24, columns.titleWidth * 2 / 3)) - 2
      var used = 0
      var fitting = shown.labels[...].prefix { label in
        guard used + label.text.width <= spare else { return false }
        used += label.text.width + 1
        return true
      }
      var more = CleanText.empty
      while fitting.count < shown.labels.count {
        more = CleanText("+\(shown.labels.count - fitting.count)")
        guard used + more.width > spare, let last = fitting.popLast() else { break }
        used -= last.text.width + 1
      }
      if used + more.width > 0, used + more.width <= spare + 1 {
        var place = x + columns.title + columns.titleWidth - used - more.width
        if more.isEmpty { place += 1 }
        room = place - x - columns.title - 2
        for label in fitting {
          place += grid.write(label.text, x: place, y: y, style: label.style) + 1
        }
        grid.write(more, x: place, y: y, .dim)
      }
    }
    grid.write(fitting: shown.title, shown.titleWidth, x: x + columns.title, y: y, room, glyphs)
  }

  /// Says why there is nothing and what to do about it.
  private func drawEmptyList(into grid: inout Grid, _ area: Rect) {
    var lines: [(String, Role)]
    let section = sections[current]
    if let problem = list.problem, !isFiltering {
      lines = [
        ("This view asks for something that cannot be read:", .text), (problem, .error),
        ("\(keyName(of: .filter)) opens it for mending", .dim),
      ]
    } else if !list.isRead {
      return
    } else if section.filter != nil || isFiltering {
      lines = [
        ("Nothing matches.", .strong),
        ("\(keyName(of: .back)) goes back to \(section.name).", .text),
      ]
      if !isFiltering { lines.append(("\(keyName(of: .filter)) changes the query.", .text)) }
      if list.query?.asksForOpen == true { lines.append(("is:all looks in every state.", .dim)) }
    } else if sections.allSatisfy({ $0.count?.value ?? 0 == 0 }) {
      lines = [
        ("No issues here yet.", .strong),
        ("\(keyName(of: .new)) makes the first one.", .text),
        ("watchbill import FILE brings a project's history,", .dim),
        ("watchbill demo shows a team at work.", .dim),
      ]
    } else {
      lines = [
        ("Nothing in \(section.name).", .strong),
        (
          "\(keyName(of: .nextView)) goes to the next view, \(keyName(of: .filter)) finds others.",
          .dim
        ),
      ]
    }
    lines = Array(lines.prefix(max(1, area.height)))
    let top = area.y + max(0, (area.height - lines.count) / 3)
    for (index, line) in lines.enumerated() {
      let text = CleanText(line.0, fitting: area.width - 2, ellipsis: glyphs.ellipsis)
      grid.write(text, x: area.x + max(1, (area.width - text.width) / 2), y: top + index, line.1)
    }
  }
}

extension AppState {
  /// The key of an action as a sentence has it; its name where it has no key.
  private func keyName(of id: ActionID) -> String {
    keymap.key(of: id).map { $0 == "esc" ? "Esc" : $0 } ?? ":\(id.rawValue)"
  }
}

extension Query {
  /// Whether it says that issues must be open.
  fileprivate var asksForOpen: Bool {
    switch expression {
    case .term(.trait(.open)): true
    case .all(let parts): parts.contains(.term(.trait(.open)))
    default: false
    }
  }

  /// The time of an issue that is shown: the one the list is sorted by, else of its last change.
  fileprivate func time(of issue: IssueSummary) -> Instant? {
    switch sort?.key {
    case .created: issue.createdAt
    case .closed: issue.closedAt
    default: issue.updatedAt
    }
  }
}

extension Grid {
  /// Writes runs that are so wide together, cut with the ellipsis when there is less room.
  mutating func write(
    fitting spans: [Span], _ width: Int, x: Int, y: Int, _ room: Int, _ glyphs: Glyphs
  ) {
    guard room > 0 else { return }
    let end = width > room ? room - 1 : room
    var used = 0
    var style = Style(.text)
    for span in spans where used < end {
      used += write(span.text, x: x + used, y: y, style: span.style, maxWidth: end - used)
      style = span.style
    }
    if width > room { write(glyphs.ellipsis, x: x + used, y: y, style: style) }
  }
}
