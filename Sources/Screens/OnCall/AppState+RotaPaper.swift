import Canvas
import Domain

extension AppState {
  /// Lays out what is told of the chosen piece and its schedule, unless it is there already.
  mutating func settleRotaPaper(_ bill: WatchBill, _ layout: AppLayout) {
    let area = layout.preview
    let basis = TabBasis(
      tab: .onCall, revision: billRevision, minute: now.milliseconds / Instant.minute,
      size: Size(width: area?.width ?? 0, height: 0), cursor: tabList.cursor,
      isASCII: glyphs == .ascii, choice: rota.choice)
    if basis != paperBasis {
      paperBasis = basis
      rota.words = area == nil ? chosenWords(bill) ?? "" : ""
      tabList.paper = area.map { rotaPaper(bill, width: $0.width - 2) } ?? []
    }
    scrollTab(by: 0)
  }

  /// The paper: in a wide window the piece at the left and the schedule at the right.
  private mutating func rotaPaper(_ bill: WatchBill, width: Int) -> [StyledLine] {
    guard let schedule = rotaSchedule, let lane = rotaLane else { return [] }
    if let problem = lane.duty.problem {
      var sheet = Sheet(width: width)
      sheet.title(schedule.name)
      sheet.text(problem, .error)
      return sheet.lines
    }
    guard width >= 96 else {
      settleSchedulePaper(schedule, bill, width: width)
      return pieceSheet(schedule, lane, bill, width: width) + [StyledLine()] + rota.schedulePaper
    }
    let right = min(width / 2, 76)
    let left = width - right - 2
    settleSchedulePaper(schedule, bill, width: right)
    return Self.beside(
      pieceSheet(schedule, lane, bill, width: left), rota.schedulePaper, width: left + 2)
  }

  /// Two texts side by side, the second at a column.
  private static func beside(
    _ left: [StyledLine], _ right: [StyledLine], width: Int
  ) -> [StyledLine] {
    (0..<max(left.count, right.count)).map { index in
      let first = index < left.count ? left[index] : StyledLine()
      guard index < right.count else { return first }
      let blank = Span(CleanText.blank(width - first.width), .text)
      return StyledLine(first.spans + [blank] + right[index].spans)
    }
  }

  /// What is chosen in one line: `@ana Mon 9 Mar 09:00 to Mon 16 Mar 09:00, week`.
  private func chosenWords(_ bill: WatchBill) -> String? {
    guard let piece = rotaPiece, let schedule = rotaSchedule else { return nil }
    let wording = bill.wording(for: myID)
    // In a narrow window every column counts, and the layer is on the paper.
    let isNarrow = size.width < 60
    var words = "nobody"
    if let person = piece.person {
      words = wording.mention(person)
      if isNarrow, words.hasPrefix("@") { words.removeFirst() }
    }
    words += " " + (isNarrow && !piece.isCut ? piece.tightSpan(wording) : piece.span(wording))
    if !isNarrow, let reason = piece.reason, let layer = layerWords(reason, schedule) {
      words += ", " + layer
    }
    return words
  }

  private func pieceSheet(
    _ schedule: Schedule, _ lane: RotaLane, _ bill: WatchBill, width: Int
  ) -> [StyledLine] {
    var sheet = Sheet(width: width)
    let wording = bill.wording(for: myID)
    guard let piece = rotaPiece else {
      sheet.title(schedule.name)
      sheet.text("Nobody is ever on call here: the plan has nobody in it.")
      return sheet.lines
    }
    var title = "Nobody"
    if let person = piece.person { title = wording.mention(person) }
    sheet.title("\(title), \(piece.span(wording))")
    sheet.fact(
      "schedule", schedule.role.isEmpty ? schedule.name : "\(schedule.name), \(schedule.role)")
    if let zone = lane.duty.zone, zone.name != myZone(bill).name {
      var there = wording
      there.clock = WallClock(zone)
      sheet.fact("there", "\(piece.span(there)) (\(zone.name))")
    }
    if !piece.isCut { sheet.fact("lasts", piece.period.milliseconds.inHours) }
    tell(piece, schedule, bill, in: &sheet)
    tellWishes(piece, schedule, bill, in: &sheet)
    if let person = piece.person {
      let next = lane.pieces.filter { $0.person == person && $0.period.start > piece.period.start }
      sheet.fact(
        "then",
        next.prefix(3).map { $0.span(wording) }
          .joined(separator: "; "))
    }
    return sheet.lines
  }

  /// Why the piece is as it is.
  private func tell(
    _ piece: RotaPiece, _ schedule: Schedule, _ bill: WatchBill, in sheet: inout Sheet
  ) {
    let wording = bill.wording(for: myID)
    guard let reason = piece.reason else {
      if case .gap(let gap) = piece.what {
        let whose = gap.people.isEmpty ? "" : ": it is the turn of \(wording.mentions(gap.people))"
        sheet.fact(
          "why",
          gap.kind == .empty
            ? "whoever has the shift may not be on call\(whose)"
            : overrides(emptying: piece, schedule).isEmpty
              ? "no layer has anybody then" : "an override says so", .error)
      }
      return
    }
    sheet.fact("layer", layerWords(reason, schedule) ?? "")
    if let turn = reason.turn {
      sheet.fact("turn", "\(turn.index), \(wording.span(turn.period.start, turn.period.end))")
    }
    if let id = reason.override, let override = schedule.overrides.first(where: { $0.id == id }) {
      let whom = reason.insteadOf.map { "instead of \(wording.mention($0)), " } ?? ""
      sheet.fact(
        "override", whom + wording.span(override.period.start, override.period.end), .info)
      if !override.note.isEmpty { sheet.fact("note", override.note) }
    }
  }

  /// What somebody wants of the piece: cover, a gift, a swap; and who is away.
  private func tellWishes(
    _ piece: RotaPiece, _ schedule: Schedule, _ bill: WatchBill, in sheet: inout Sheet
  ) {
    let wording = bill.wording(for: myID)
    for request in requests(for: piece, schedule) {
      let rest = request.remainder.map { wording.span($0.start, $0.end) }.joined(separator: ", ")
      sheet.fact("asks", "cover \(rest)", .warning)
      if !request.note.isEmpty { sheet.fact("", request.note) }
    }
    for offer in offers(of: piece, schedule) {
      let swap = offer.takes.map { " for \(wording.span($0.start, $0.end))" } ?? ""
      sheet.fact(
        "offered",
        "\(wording.mention(offer.giver)) to \(wording.mention(offer.receiver)): "
          + wording.span(offer.gives.start, offer.gives.end) + swap, .warning)
    }
    for absence in bill.absences
    where absence.person == piece.person && absence.period.overlaps(piece.period) {
      let note = absence.note.isEmpty ? "" : ", \(absence.note)"
      sheet.fact(
        "away", wording.span(absence.period.start, absence.period.end) + note, .warning)
    }
  }

  /// Where a person comes from: `layer week, turns of 1 week from 2026-01-05 09:00 Europe/Paris`.
  private func layerWords(_ reason: Reason, _ schedule: Schedule) -> String? {
    switch reason.source {
    case .layer(let id):
      let layers = schedule.versions.flatMap(\.layers).filter { $0.id == id }
      guard let layer = layers.last else { return "a layer that is no longer there" }
      guard case .rotation(let rotation) = layer.source else { return layer.name }
      return "\(layer.name), \(rotation.words)"
    case .override: return "nothing but an override"
    case .fixedPlan: return "a fixed plan"
    case .fallback: return "the fallback of a fixed plan"
    case .ledger: return nil
    }
  }
}

extension RotaPiece {
  /// Whether it goes on beyond all that was looked at.
  var isCut: Bool {
    if case .shift(let shift) = what { shift.isCutAtStart || shift.isCutAtEnd } else { false }
  }

  /// From when until when, in words; what goes on for months has no end.
  func span(_ wording: Wording) -> String {
    guard case .shift(let shift) = what, isCut else {
      return wording.span(period.start, period.end)
    }
    if shift.isCutAtStart, shift.isCutAtEnd { return "all the time" }
    return shift.isCutAtStart
      ? "until \(wording.moment(period.end))" : "from \(wording.moment(period.start)) on"
  }
}

extension RotaPiece {
  /// The same in as few columns as can be.
  fileprivate func tightSpan(_ wording: Wording) -> String {
    let span = wording.span(period.start, period.end)
    let (first, last) = (wording.clock.reading(period.start), wording.clock.reading(period.end))
    guard first.date != last.date else { return span }
    return "\(wording.moment(period.start))-\(wording.moment(period.end))"
  }
}

extension Int64 {
  /// Milliseconds in whole hours, and days where they are many: `7 d`, `33 h`, `30 min`.
  var inHours: String {
    let minutes = Swift.max(0, self) / Instant.minute
    if minutes % 60 != 0 {
      return minutes > 60 ? "\(minutes / 60) h \(minutes % 60) min" : "\(minutes) min"
    }
    let hours = minutes / 60
    return hours >= 48 && hours % 24 == 0 ? "\(hours / 24) d" : "\(hours) h"
  }
}
