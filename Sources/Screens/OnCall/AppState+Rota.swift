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
    let hasNewDuties = settleDuties(bill)
    if basis != rota.basis || hasNewDuties {
      let brush = rotaBrush(bill)
      rota.basis = basis
      rota.ruler = ruler
      let scale = ruler.scale(brush)
      rota.scale = [scale.upper, scale.lower]
      rota.title = rotaTitle(ruler, bill)
      rota.lanes = rota.duties.compactMap { duty in
        bill.schedule(duty.schedule).map {
          RotaLane($0, duty, bill, on: ruler, brush, isWide: false)
        }
      }
      tabList.take(rota.lanes.map { rotaRow($0, bill) })
      tabList.empty = [
        "Nobody is on call.", "Write a schedule as a file; this makes it:",
        "watchbill oncall show --apply FILE",
      ]
      paperBasis = nil
    }
    goToWantedRow()
    widenLane(bill)
    let layout = AppLayout(self)
    keepLaneInSight(height: layout.list.height)
    settleRotaPaper(bill, layout)
  }

  /// Makes who is on call now, again when somebody took over; says whether it was made.
  private mutating func settleDuties(_ bill: WatchBill) -> Bool {
    let quarter = now.milliseconds / (15 * Instant.minute)
    let basis = PagerBasis(revision: billRevision, minute: quarter)
    let hasHandoff = rota.duties.contains { $0.until.map { $0 <= now } ?? false }
    guard basis != rota.dutyBasis || hasHandoff else { return false }
    rota.dutyBasis = basis
    rota.duties = inOrder(bill.schedules.map { RotaDuty($0, bill, now: now) }, bill)
    return true
  }

  /// Looks beyond what is in sight on the lane under the cursor: keys go to the shifts there.
  private mutating func widenLane(_ bill: WatchBill) {
    let place = tabList.cursor
    guard rota.lanes.indices.contains(place), !rota.lanes[place].isWide, let ruler = rota.ruler,
      let schedule = bill.schedule(rota.lanes[place].schedule)
    else { return }
    rota.lanes[place] = RotaLane(
      schedule, rota.lanes[place].duty, bill, on: ruler, rotaBrush(bill), isWide: true)
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
  private func inOrder(_ duties: [RotaDuty], _ bill: WatchBill) -> [RotaDuty] {
    let teams = myID.map { bill.teams(of: $0) } ?? []
    func rank(_ duty: RotaDuty) -> (Int, String, Int, String) {
      guard let schedule = bill.schedule(duty.schedule) else { return (4, "", 0, "") }
      let isMine = schedule.team.map(teams.contains) ?? false
      let takesTurns = myID.map(schedule.participants.contains) ?? false
      let isOn = myID.map(duty.holders.contains) ?? false
      return (
        isOn ? 0 : isMine ? 1 : takesTurns ? 2 : 3,
        schedule.team.flatMap(bill.team)?.handle ?? "", schedule.role == "primary" ? 0 : 1,
        schedule.name.lowercased()
      )
    }
    return duties.sorted { rank($0) < rank($1) }
  }

  /// The heading of a lane: name, role, who is on call now, and until when.
  private func rotaRow(_ lane: RotaLane, _ bill: WatchBill) -> TabRow {
    guard let schedule = bill.schedule(lane.schedule) else { return .blank }
    let wording = bill.wording(for: myID)
    let isMine = myID.map(lane.duty.holders.contains) ?? false
    var spans = [Span(CleanText(schedule.name, limit: 60), Style(.strong, isBold: true))]
    func add(_ words: String, _ style: Style) {
      spans += [Span("  ", .text), Span(CleanText(words, limit: 200), style)]
    }
    if lane.duty.problem != nil {
      add("cannot be drawn", Style(.error))
    } else {
      let until = lane.duty.until.map { " until \(untilWords($0, wording))" } ?? ""
      let names = lane.duty.holders.compactMap { bill.person($0)?.handle }.joined(separator: ", ")
      if lane.duty.holders.isEmpty, lane.duty.isOffHours {
        add("off hours\(until)", Style(.dim))
      } else if lane.duty.holders.isEmpty {
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
    guard let zone = lane.duty.zone, let ruler = rota.ruler,
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
