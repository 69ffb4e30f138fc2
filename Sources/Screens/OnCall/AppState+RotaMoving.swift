import Canvas
import Domain

extension AppState {
  /// Moves in the on-call tab: from shift to shift, from lane to lane, through time.
  mutating func moveInRota(_ id: ActionID, _ count: Int?) -> [Effect] {
    let times = count ?? 1
    if rota.isReading, readRota(id, times) { return [] }
    switch id {
    case .down: moveLane(by: times)
    case .up: moveLane(by: -times)
    case .top: moveLane(by: -rota.lanes.count, isQuiet: true)
    case .bottom: moveLane(by: rota.lanes.count, isQuiet: true)
    case .laterShift: movePiece(by: times)
    case .earlierShift: movePiece(by: -times)
    case .laterSpan, .pageDown: moveSpan(by: times)
    case .earlierSpan, .pageUp: moveSpan(by: -times)
    case .halfDown: moveSpan(days: max(1, rota.zoom.days / 2) * times)
    case .halfUp: moveSpan(days: -max(1, rota.zoom.days / 2) * times)
    case .backToNow: goToNow()
    case .zoomIn: zoomRota(by: -times)
    case .zoomOut: zoomRota(by: times)
    default: break
    }
    return []
  }

  /// Keys that move the paper while it stands over the lanes; false for any other.
  private mutating func readRota(_ id: ActionID, _ times: Int) -> Bool {
    let page = max(1, (AppLayout(self).preview?.height ?? 2) - 1)
    switch id {
    case .down: scrollTab(by: times)
    case .up: scrollTab(by: -times)
    case .top: scrollTab(by: -tabList.paper.count)
    case .bottom: scrollTab(by: tabList.paper.count)
    case .halfDown: scrollTab(by: page / 2 * times)
    case .halfUp: scrollTab(by: -page / 2 * times)
    case .pageDown: scrollTab(by: page * times)
    case .pageUp: scrollTab(by: -page * times)
    default: return false
    }
    return true
  }

  private mutating func moveLane(by count: Int, isQuiet: Bool = false) {
    let moved = tabList.move(by: count)
    // On another lane whoever is there at the same moment is chosen.
    rota.choice?.person = nil
    if !moved, !isQuiet { say(count > 0 ? "this is the last one" : "this is the first one") }
  }

  private mutating func movePiece(by count: Int) {
    guard let lane = rotaLane, let place = rota.chosenPlace(on: lane, now: now) else {
      complain("there is no shift here")
      return
    }
    let wanted = min(max(0, place + count), lane.pieces.count - 1)
    choose(lane.pieces[wanted])
    if wanted != place + count { say("there is no further shift within sight of here") }
  }

  /// Chooses a piece, and moves what is in sight when it begins elsewhere.
  mutating func choose(_ piece: RotaPiece) {
    let middle = piece.period.start.advanced(by: piece.period.milliseconds / 2)
    rota.choice = Rota.Choice(at: piece.period.contains(now) ? now : middle, person: piece.person)
    tabList.scroll = 0
    guard let ruler = rota.ruler, piece.columns.isEmpty else { return }
    let edge = piece.period.start >= ruler.period.end ? piece.period.start : piece.period.end
    show(edge.advanced(by: edge == piece.period.end ? -1 : 0))
  }

  /// Puts a moment in sight, with some days before it where there is room for weeks.
  private mutating func show(_ instant: Instant) {
    guard let ruler = rota.ruler else { return }
    let lead = rota.zoom.days > 7 ? rota.zoom.days / 4 : 0
    rota.firstDay = rota.zoom.firstDay(showing: ruler.zone.local(instant).day - lead)
  }

  /// Goes to the shift that a request or an offer is about.
  mutating func goToShift(_ id: EntityID) -> [Effect] {
    guard let bill else { return show(.onCall) }
    let request = bill.covers.first { $0.id == id }.map { ($0.schedule, $0.asker, $0.period) }
    let offer = bill.offers.first { $0.id == id }.map { ($0.schedule, $0.giver, $0.gives) }
    guard let (schedule, person, period) = request ?? offer else { return show(.onCall) }
    rota.choice = Rota.Choice(at: period.start, person: person)
    rota.firstDay = rota.zoom.firstDay(showing: myZone(bill).local(period.start).day)
    return go(to: .onCall, .schedule(schedule))
  }

  private mutating func moveSpan(by count: Int) { moveSpan(days: rota.zoom.days * count) }

  private mutating func moveSpan(days: Int) {
    guard let ruler = rota.ruler else { return }
    // 200 years to either side hold every plan, and no arithmetic overflows.
    let most = 73_000
    let today = ruler.zone.local(now).day
    let moved = min(max(today - most, ruler.days[0].day + days), today + most)
    let passed = Int64(moved - ruler.days[0].day) * Instant.day
    rota.firstDay = moved
    rota.choice = Rota.Choice(at: (rota.choice?.at ?? now).advanced(by: passed))
    tabList.scroll = 0
  }

  private mutating func goToNow() {
    rota.firstDay = nil
    rota.choice = nil
    tabList.scroll = 0
  }

  private mutating func zoomRota(by count: Int) {
    let all = Rota.Zoom.allCases
    let wanted = min(max(0, rota.zoom.rawValue + count), all.count - 1)
    guard wanted != rota.zoom.rawValue else {
      say(count < 0 ? "a day is the least in sight" : "five weeks are the most in sight")
      return
    }
    rota.zoom = all[wanted]
    guard let ruler = rota.ruler, rota.firstDay != nil || rota.choice != nil else { return }
    let at = rotaPiece.map { piece in
      piece.period.contains(now) ? now : max(piece.period.start, ruler.period.start)
    }
    show(rota.choice == nil ? now : at ?? rota.choice?.at ?? now)
  }

  /// Enter puts the paper over the lanes, and takes it away again.
  mutating func turnRotaPaper() {
    rota.isReading.toggle()
    tabList.scroll = 0
  }

  /// A click chooses the lane and the piece under it; on the chosen one it opens the paper.
  mutating func pressRota(at event: MouseEvent, _ layout: AppLayout) -> [Effect] {
    guard layout.list.contains(x: event.x, y: event.y), let hit = rotaHit(event, layout) else {
      return []
    }
    let before = (tabList.cursor, rotaPiece)
    tabList.cursor = hit.lane
    rota.choice?.person = nil
    if let piece = hit.piece { choose(piece) }
    if before.0 == hit.lane, before.1 == rotaPiece { turnRotaPaper() }
    return []
  }

  /// The lane and the piece at a place of the screen.
  private func rotaHit(
    _ event: MouseEvent, _ layout: AppLayout
  ) -> (lane: Int, piece: RotaPiece?)? {
    var y = layout.list.y + rotaHeadHeight
    let gap = isRotaAiry(height: layout.list.height - rotaHeadHeight - 1) ? 1 : 0
    for (index, lane) in rota.lanes.enumerated().dropFirst(rota.top) {
      if event.y == y { return (index, nil) }
      let row = event.y - y - 1
      if row >= 0, row < lane.height - 1 {
        let column = event.x - layout.list.x - 1
        return (
          index,
          lane.pieces.last { $0.columns.contains(column) && (lane.rows.count < 2 || $0.row == row) }
        )
      }
      y += lane.height + gap
    }
    return nil
  }

  /// Whether there is room for an empty row between lanes.
  func isRotaAiry(height: Int) -> Bool {
    let shown = rota.lanes.dropFirst(rota.top)
    return shown.reduce(0) { $0 + $1.height } + shown.count - 1 <= height && height >= 9
  }
}
