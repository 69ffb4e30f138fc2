import Canvas
import Domain

extension AppState {
  /// The zone of whoever looks; UTC where it is not known.
  func myZone(_ bill: WatchBill) -> Zone {
    myID.flatMap(bill.person)?.zone.flatMap { try? bill.zones.zone($0) } ?? .utc
  }

  /// The schedule under the cursor of the on-call tab.
  var rotaSchedule: Schedule? {
    guard tab == .onCall, case .schedule(let id) = tabList.selected else { return nil }
    return bill?.schedule(id)
  }

  /// The lane under the cursor.
  var rotaLane: RotaLane? { rotaSchedule.flatMap { rota.lane(of: $0.id) } }

  /// The piece that is chosen.
  var rotaPiece: RotaPiece? {
    guard let lane = rotaLane, let place = rota.chosenPlace(on: lane, now: now) else { return nil }
    return lane.pieces[place]
  }

  /// Makes scale, lanes and paper of the on-call tab, unless they are made already.
  mutating func settleRota(_ bill: WatchBill) {
    let zone = myZone(bill)
    let today = zone.local(now).day
    let ruler = RotaRuler(
      firstDay: rota.firstDay ?? rota.zoom.firstDay(showing: today), days: rota.zoom.days,
      width: size.width - 2, zone: zone)
    let basis = Rota.Basis(
      revision: billRevision, today: today, column: ruler.column(of: now), width: ruler.width,
      zoom: rota.zoom, firstDay: rota.firstDay, me: myID, isASCII: glyphs == .ascii)
    let hasHandoff = rota.lanes.contains { $0.until.map { $0 <= now } ?? false }
    if basis != rota.basis || hasHandoff {
      let brush = rotaBrush(bill)
      rota.basis = basis
      rota.ruler = ruler
      let scale = ruler.scale(brush)
      rota.scale = [scale.upper, scale.lower]
      rota.title = rotaTitle(ruler, bill)
      rota.lanes = inOrder(bill.schedules.map { RotaLane($0, bill, on: ruler, brush) }, bill)
      tabList.take(rota.lanes.map { rotaRow($0, bill) })
      tabList.empty = [
        "Nobody is on call.", "Write a schedule as a file; this makes it:",
        "watchbill oncall show --apply FILE",
      ]
      paperBasis = nil
    }
    goToWantedRow()
    let layout = AppLayout(self)
    keepLaneInSight(height: layout.list.height)
    settleRotaPaper(bill, layout)
  }

  /// What is in sight, and that my own clock is not known where it is not.
  private func rotaTitle(_ ruler: RotaRuler, _ bill: WatchBill) -> String {
    let title = ruler.title(rota.zoom, bill.wording(for: myID))
    let mine = myID.flatMap(bill.person)?.zone ?? ruler.zone.name
    return mine == ruler.zone.name ? title : title + " (there are no data for \(mine))"
  }

  func rotaBrush(_ bill: WatchBill) -> RotaBrush {
    let handles = Dictionary(bill.people.map { ($0.id, $0.handle) }) { first, _ in first }
    return RotaBrush(glyphs: glyphs, me: myID, now: now) { handles[$0] ?? "somebody" }
  }

  /// Mine first: where I am on call, then those of my teams, then those I take turns in; the
  /// primary one of a team before the others, then by name.
  private func inOrder(_ lanes: [RotaLane], _ bill: WatchBill) -> [RotaLane] {
    let teams = myID.map { bill.teams(of: $0) } ?? []
    func rank(_ lane: RotaLane) -> (Int, String, Int, String) {
      guard let schedule = bill.schedule(lane.schedule) else { return (4, "", 0, "") }
      let isMine = schedule.team.map(teams.contains) ?? false
      let takesTurns = myID.map(schedule.participants.contains) ?? false
      let isOn = myID.map(lane.holders.contains) ?? false
      return (
        isOn ? 0 : isMine ? 1 : takesTurns ? 2 : 3,
        schedule.team.flatMap(bill.team)?.handle ?? "", schedule.role == "primary" ? 0 : 1,
        schedule.name.lowercased()
      )
    }
    return lanes.sorted { rank($0) < rank($1) }
  }

  /// The heading of a lane: name, role, who is on call now, and until when.
  private func rotaRow(_ lane: RotaLane, _ bill: WatchBill) -> TabRow {
    guard let schedule = bill.schedule(lane.schedule) else { return .blank }
    let wording = bill.wording(for: myID)
    let isMine = myID.map(lane.holders.contains) ?? false
    var spans = [Span(CleanText(schedule.name, limit: 60), Style(.strong, isBold: true))]
    func add(_ words: String, _ style: Style) {
      spans += [Span("  ", .text), Span(CleanText(words, limit: 200), style)]
    }
    if lane.problem != nil {
      add("cannot be drawn", Style(.error))
    } else {
      let until = lane.until.map { " until \(untilWords($0, wording))" } ?? ""
      let names = lane.holders.compactMap { bill.person($0)?.handle }.joined(separator: ", ")
      if lane.holders.isEmpty, lane.isOffHours {
        add("off hours\(until)", Style(.dim))
      } else if lane.holders.isEmpty {
        add("NOBODY\(until)", Style(.error, isBold: true))
      } else {
        add(names + until, isMine ? Style(.accent, isBold: true) : Style(.text))
      }
    }
    if !schedule.role.isEmpty, schedule.role != schedule.name {
      add(schedule.role, Style(.dim))
    }
    return TabRow(
      .schedule(schedule.id), StyledLine(spans),
      right: StyledLine([Span(CleanText(zoneWords(lane, schedule), limit: 60), .dim)]))
  }

  /// Within a week the weekday says the day: `Thu 09:00`.
  private func untilWords(_ instant: Instant, _ wording: Wording) -> String {
    instant < now.advanced(by: 6 * Instant.day)
      ? wording.shortMoment(instant) : wording.moment(instant)
  }

  /// The zone of a schedule, and the day in sight on which its clocks change.
  private func zoneWords(_ lane: RotaLane, _ schedule: Schedule) -> String {
    guard let zone = lane.zone, let ruler = rota.ruler,
      let change = zone.clockChanges(in: ruler.period).first
    else { return schedule.zone }
    let date = zone.local(change.at).date
    return "\(schedule.zone) \(RotaBrush.clockChange) \(date.day) \(date.month.shortMonth)"
  }

  private mutating func goToWantedRow() {
    guard let wanted = wantedRow else { return }
    if let place = tabList.rows.firstIndex(where: { $0.subject == wanted }) {
      tabList.cursor = place
    }
    wantedRow = nil
  }

  /// Keeps the lane under the cursor in sight, whole where it fits.
  private mutating func keepLaneInSight(height: Int) {
    let heights = rota.lanes.map(\.height)
    guard heights.indices.contains(tabList.cursor) else {
      rota.top = 0
      return
    }
    rota.top = min(rota.top, tabList.cursor)
    let room = max(1, height - rotaHeadHeight - 1)
    while rota.top < tabList.cursor,
      heights[rota.top...tabList.cursor].reduce(0, +) > room
    {
      rota.top += 1
    }
    // No lane is kept above while there is room for it.
    while rota.top > 0, heights[(rota.top - 1)...].reduce(0, +) <= room { rota.top -= 1 }
  }

  /// The rows of title and scale.
  var rotaHeadHeight: Int { AppLayout(self).isLow ? 2 : 3 }
}
