import Canvas
import Domain

/// The page of mine that is due next: what the line at the bottom of every tab tells while nothing
/// else is said there.
struct PageAlert: Sendable, Equatable {
  /// Whether it rings; else I hold it.
  var isRinging: Bool
  /// The service's handle.
  var service: String
  var summary: String
  /// When the next step is told or it rings again; nil for never.
  var due: Instant?
  /// Whether `due` ends a snooze.
  var isSnoozed: Bool
  /// How many others of mine are open.
  var others: Int

  /// The one that rings for a person and is due first, else the one they hold; nil for none.
  init?(_ bill: WatchBill, for person: EntityID?) {
    func rank(_ page: Page) -> (Int, Instant, EntityID) {
      (page.escalation == nil ? 1 : 0, page.due ?? .distantFuture, page.id)
    }
    let mine = bill.pages.filter { $0.isOpen && $0.concerns(person) }
    guard let page = mine.min(by: { rank($0) < rank($1) }) else { return nil }
    isRinging = page.escalation != nil
    service = bill.wording(for: person).name(page.service)
    summary = page.summary
    due = page.due
    isSnoozed = page.ack?.isSnoozed ?? false
    others = mine.count - 1
  }

  /// In a line, in ever fewer words: whole, without the summary, and as little as can be.
  func words(now: Instant) -> [String] {
    let verb = isRinging ? "rings" : isSnoozed ? "is snoozed" : "is yours"
    let what = isRinging ? "next step" : "rings again"
    let long = due.map { ", \(what) \(Countdown.long($0, now: now))" } ?? ""
    let short = due.map { " \(Countdown.short($0, now: now))" } ?? ""
    let more = others > 0 ? " +\(others)" : ""
    let moreLong = others > 0 ? ", and \(others.grouped) more" : ""
    return [
      "\(service) \(verb): \(summary)\(long)\(moreLong)", "\(service) \(verb)\(long)\(more)",
      "\(service)\(short)\(more)", "\(others + 1)\(short)",
    ]
  }
}

extension AppState {
  /// Draws my page that is due next at the left of the status line, or as little of it as there is
  /// room for beside the hints.
  func drawAlert(into grid: inout Grid, _ area: Rect, beside taken: Int) {
    guard let alert else { return }
    let room = area.width - 4 - (taken > 0 ? taken + 2 : 0)
    let words = alert.words(now: now)
    let fitting = words.first { CleanText($0, limit: room + 1).width <= room }
    // The summary is cut before it goes: the time is what cannot be missed.
    let shown = cut(alert, to: room) ?? fitting ?? ""
    draw(alert, CleanText(shown, fitting: room, ellipsis: glyphs.ellipsis), into: &grid, area)
  }

  /// Draws it at the right end of a line in which something else is said.
  ///
  /// - Returns: how many columns it takes.
  func drawAlert(into grid: inout Grid, _ area: Rect) -> Int {
    guard let alert else { return 0 }
    let room = area.width / 3
    let words = alert.words(now: now).map { CleanText($0, limit: area.width) }
    guard let shown = words.first(where: { $0.width <= room }) else { return 0 }
    let width = shown.width + 4
    draw(
      alert, shown, into: &grid,
      Rect(x: area.maxX - width, y: area.y, width: width, height: area.height))
    return width
  }

  private func cut(_ alert: PageAlert, to room: Int) -> String? {
    var alert = alert
    let whole = CleanText(alert.words(now: now)[0], limit: room * 4).width
    let summary = CleanText(alert.summary, limit: room * 4)
    let kept = summary.width - max(0, whole - room)
    guard kept >= 8 || kept >= summary.width else { return nil }
    alert.summary = summary.truncated(to: kept, ellipsis: glyphs.ellipsis).characters
    return alert.words(now: now)[0]
  }

  private func draw(_ alert: PageAlert, _ words: CleanText, into grid: inout Grid, _ area: Rect) {
    let role: Role = alert.isRinging ? .error : .warning
    let sign = alert.isRinging ? glyphs.warning : mark(of: .acked)
    let x = area.x + 1 + grid.write(sign, x: area.x + 1, y: area.y, role) + 1
    grid.write(words, x: x, y: area.y, role)
  }
}
