import Canvas
import Domain

/// A row of an update on the screen.
struct ComposeRow: Sendable, Equatable {
  var line: StyledLine
  /// The line of an answer that begins here, for the cursor.
  var place: ComposeScreen.Place?
}

extension AppState {
  /// The update being written over the whole screen.
  func drawCompose(into grid: inout Grid, _ layout: AppLayout) {
    guard let compose else { return }
    drawTop(into: &grid, layout.top)
    let area = layout.paper
    let rows = composeRows(compose, width: composeWidth(layout))
    for (offset, row) in rows.dropFirst(compose.top).prefix(area.height).enumerated() {
      let y = area.y + offset
      grid.write(row.line, x: area.x + 2, y: y, maxWidth: area.width - 4)
      guard row.place == compose.cursor else { continue }
      grid.write(glyphs.marker, x: area.x, y: y, .accent)
      guard case .line(let editor) = overlay else {
        grid.select(Rect(x: area.x, y: y, width: area.width, height: 1))
        continue
      }
      let x = area.x + 2 + (compose.line.isItem ? 4 : 3)
      let field = Rect(x: x, y: y, width: max(1, area.maxX - x - 2), height: 1)
      editor.draw(
        into: &grid, field, glyphs: glyphs, placeholder: placeholder(of: compose))
    }
  }

  /// Keeps the cursor's line in sight, and the question above the first line with it.
  mutating func settleCompose(_ layout: AppLayout) {
    guard let screen = compose, layout.paper.height > 0 else { return }
    let rows = composeRows(screen, width: composeWidth(layout))
    let height = layout.paper.height
    let first = rows.firstIndex { $0.place == screen.cursor } ?? 0
    let next = rows[(first + 1)...].firstIndex { $0.place != nil || $0.line.width == 0 }
    let last = min((next ?? rows.count) - 1, first + height - 1)
    var top = screen.top
    if rows.first(where: { $0.place != nil })?.place == screen.cursor { top = 0 }
    if first < top { top = max(0, first - 1) }
    if last >= top + height { top = last - height + 1 }
    if first < top { top = first }
    compose?.top = min(max(0, top), max(0, rows.count - height))
  }

  /// The update in rows: what it is, then each question with its answer.
  func composeRows(_ screen: ComposeScreen, width: Int) -> [ComposeRow] {
    let wording = bill?.wording(for: myID)
    let team = wording?.name(screen.prompt.team) ?? ""
    let day = wording?.day(screen.date) ?? ""
    var head = Sheet(width: width)
    head.title("Update to team \(team), \(day)")
    head.text(screen.isTouched ? "Yours; kept as you type." : words(for: screen.origin), .dim)
    var rows = head.lines.map { ComposeRow(line: $0) }
    for (index, field) in screen.fields.enumerated() {
      rows.append(ComposeRow(line: StyledLine()))
      var sheet = Sheet(width: width)
      sheet.heading(field.question.text)
      rows += sheet.lines.map { ComposeRow(line: $0) }
      for (number, line) in field.lines.enumerated() {
        rows += self.rows(
          of: line, in: field, at: ComposeScreen.Place(field: index, line: number), width: width)
      }
    }
    return rows
  }

  private func rows(
    of line: ComposeScreen.Line, in field: ComposeScreen.Field, at place: ComposeScreen.Place,
    width: Int
  ) -> [ComposeRow] {
    var sheet = Sheet(width: width)
    if case .line = overlay, place == compose?.cursor {
      // The field itself is drawn here.
      sheet.item(" ", indent: 2, bullet: line.isItem ? glyphs.bullet : "")
    } else if line.isEmpty {
      let words =
        field.question.role == .blocked
        ? "nothing; @bo: a review, or API-42: the schema, tells whom it waits for" : "nothing yet"
      sheet.item(words, indent: 2, bullet: line.isItem ? glyphs.bullet : " ", .placeholder)
      sheet.cut(to: 1)
    } else {
      sheet.item(line.text, indent: 2, bullet: line.isItem ? glyphs.bullet : "")
    }
    let told = field.question.role == .blocked && !line.isEmpty ? toldWords(line) : nil
    if let told { sheet.text("    \(glyphs.right.characters) \(told)", .info) }
    return sheet.lines.enumerated().map { ComposeRow(line: $1, place: $0 == 0 ? place : nil) }
  }

  /// Who hears of a line about what blocks; nil for a line that names nobody.
  private func toldWords(_ line: ComposeScreen.Line) -> String? {
    guard let bill else { return nil }
    let answer = Update.Answer(Prompt.Question("", .blocked), "- " + line.text)
    guard let cause = bill.blockages(in: [answer]).first?.cause else { return nil }
    let wording = bill.wording(for: myID)
    return switch cause {
    case .person(let id): "\(wording.mention(id)) is told"
    case .team(let id): "team \(wording.name(id)) is told"
    case .issue(let key): "waits for \(key)"
    case .other: nil
    }
  }

  private func placeholder(of screen: ComposeScreen) -> CleanText {
    let field = screen.fields.indices.contains(screen.cursor.field) ? screen.cursor.field : 0
    return screen.fields.indices.contains(field) && screen.fields[field].question.role == .blocked
      ? "@who: what you wait for" : "one point"
  }

  private func words(for origin: ComposeScreen.Origin) -> String {
    switch origin {
    case .nothing: "Nothing is known of what you did since your last one; write away."
    case .activity: "From what you did since your last one. Enter posts it as it is."
    case .posted: isAmending ? "Posted; the digest is made, so a change is marked." : "As posted."
    case .kept: "Your draft from before."
    }
  }

  /// Whether the digest with this update is made already.
  private var isAmending: Bool {
    guard let compose, let bill, let myID else { return false }
    let calendar = bill.calendar(of: compose.prompt, for: myID)
    return compose.prompt.period(on: compose.date, calendar).map { $0.digestAt <= now } ?? false
  }

  private func composeWidth(_ layout: AppLayout) -> Int {
    max(1, min(layout.paper.width - 4, 110))
  }
}
